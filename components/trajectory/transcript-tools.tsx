'use client'

import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { readReplayChoice, setText } from './replay-choice'
import { ReplayPanel } from './replay-panel'
import { VerifyPanel } from './verify-panel'

/** Whether the episode is verified or replayed stands in the URL: a link shows a colleague the same. */
export function useTranscriptTools() {
  const [query, change] = useSearchState()
  const replay = readReplayChoice(query.get('replay'), query.get('set'))
  const verifies = query.get('verify') === '1'
  return {
    replay,
    verifies,
    setVerifies: (on: boolean) => change({ verify: on ? '1' : null }),
    setReplay: (choice: typeof replay) =>
      change({ replay: choice?.feedback ?? null, set: choice === null ? null : setText(choice.set) }),
  }
}

const pressed = 'aria-pressed:bg-accent-soft aria-pressed:text-accent'

type Tools = ReturnType<typeof useTranscriptTools>

export function ToolButtons({ tools, feedback }: { tools: Tools; feedback: string }) {
  const { replay, verifies, setVerifies, setReplay } = tools
  const other = feedback === 'augmented' ? 'standard' : 'augmented'
  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-pressed={verifies}
        className={pressed}
        onClick={() => setVerifies(!verifies)}
      >
        Verify
      </Button>
      <Button
        look="quiet"
        size="small"
        aria-pressed={replay !== null}
        className={pressed}
        onClick={() => setReplay(replay === null ? { feedback: other, set: null } : null)}
      >
        Replay
      </Button>
    </>
  )
}

const verification = 'verification'

/** Brings the outcome into sight: the key that asks for it is pressed anywhere in the transcript. */
export function showVerification(): void {
  document.getElementById(verification)?.scrollIntoView({ block: 'nearest' })
}

export function ToolPanels({ tools, episode }: { tools: Tools; episode: string }) {
  return (
    <>
      {tools.verifies && (
        <section
          id={verification}
          aria-label="Verify"
          className="min-w-0 scroll-mt-28 rounded-lg border border-line bg-surface p-3"
        >
          <VerifyPanel episode={episode} />
        </section>
      )}
      {tools.replay && (
        <section aria-label="Replay" className="min-w-0 rounded-lg border border-line bg-surface p-3">
          <ReplayPanel episode={episode} choice={tools.replay} onChange={tools.setReplay} />
        </section>
      )}
    </>
  )
}
