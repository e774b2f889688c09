import { type CompactOutline, type OutlineEntry, outlineEntries } from '@/server/core/trajectory/compact-outline'
import { type OutlinedStep, type StepLook, stepLabel, stepLook } from '@/server/core/trajectory/outline-step'

/** People count turns and steps from 1; so do the anchors in the URL. */
export const turnAnchor = (index: number): string => `turn-${index + 1}`
export const stepAnchor = (index: number): string => `step-${index + 1}`

export interface OutlineStep {
  readonly anchor: string
  readonly index: number
  /** What the step did, in few words. */
  readonly label: string
  readonly look: StepLook
}

export interface OutlineTurn {
  readonly anchor: string
  readonly index: number
  /** Null: the turn did not end, the episode was cut. */
  readonly reward: number | 'not judged' | null
  readonly steps: readonly OutlineStep[]
}

interface OutlinedTurn {
  readonly index: number
  readonly reward: number | 'not judged'
}

/** The trajectory as a list of turns with their steps; steps of a turn that never ended have a turn without reward. */
export const prepareOutline = (turns: readonly OutlinedTurn[], steps: readonly OutlinedStep[]): OutlineTurn[] =>
  outlineOf(
    turns,
    steps.map((step) => ({ turn: step.turn, step: step.step, label: stepLabel(step), look: stepLook(step) })),
  )

/** The same from what an episode of very many steps sends first. */
export const expandOutline = (turns: readonly OutlinedTurn[], compact: CompactOutline): OutlineTurn[] =>
  outlineOf(turns, outlineEntries(compact))

function outlineOf(turns: readonly OutlinedTurn[], entries: readonly OutlineEntry[]): OutlineTurn[] {
  const byTurn = new Map<number, OutlineStep[]>(turns.map(({ index }) => [index, []]))
  for (const { turn, step, label, look } of entries) {
    const own = byTurn.get(turn) ?? []
    byTurn.set(turn, own)
    own.push({ anchor: stepAnchor(step), index: step, label, look })
  }
  const rewards = new Map(turns.map(({ index, reward }) => [index, reward]))
  return [...byTurn]
    .sort(([a], [b]) => a - b)
    .map(([index, steps]) => ({ anchor: turnAnchor(index), index, reward: rewards.get(index) ?? null, steps }))
}

export type OutlineMove = 'next-step' | 'previous-step' | 'next-turn' | 'previous-turn'

/** The anchor that a move leads to from where one is (null: the top); null when there is none further. */
export function moveInOutline(outline: readonly OutlineTurn[], from: string | null, move: OutlineMove): string | null {
  const stops = outline.flatMap(({ anchor, steps }) => [anchor, ...steps.map((step) => step.anchor)])
  const at = from === null ? -1 : stops.indexOf(from)
  const wanted = move.endsWith('turn') ? 'turn-' : 'step-'
  const candidates = move.startsWith('next') ? stops.slice(at + 1) : stops.slice(0, Math.max(0, at)).reverse()
  return candidates.find((anchor) => anchor.startsWith(wanted)) ?? null
}
