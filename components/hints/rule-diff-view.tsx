import type { ReactNode } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { feedbackDiff } from '@/components/trajectory/feedback-diff'
import { MarkedText } from '@/components/trajectory/marked-text'
import { Badge, type Tone } from '@/components/ui/badge'
import { countOf } from '@/server/core/count-of'
import type { HintRule } from '@/server/core/hints/rule'
import { conditionText } from './condition-text'

type Diff = NonNullable<ApiOutput['hints']['set']['diff']>

/** What makes one version the other, rule by rule. */
export function RuleDiffView({ diff }: { diff: Diff }) {
  const { added, removed, changed, moved, same } = diff
  const nothing = added.length + removed.length + changed.length + moved.length === 0
  return (
    <div className="grid gap-2">
      <p className="text-ink-soft">
        {nothing
          ? `The same ${countOf(same, 'rule')}.`
          : `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${moved.length} moved; ${same} as they were.`}
      </p>
      {added.map((rule) => (
        <Entry key={rule.id} tone="good" word="added" rule={rule}>
          {rule.template}
        </Entry>
      ))}
      {removed.map((rule) => (
        <Entry key={rule.id} tone="bad" word="removed" rule={rule}>
          {rule.template}
        </Entry>
      ))}
      {changed.map(({ before, after }) => (
        <ChangedEntry key={after.id} before={before} after={after} />
      ))}
      {moved.length > 0 && <p className="break-words">Moved: {moved.join(', ')}.</p>}
    </div>
  )
}

function Entry({ tone, word, rule, children }: { tone: Tone; word: string; rule: HintRule; children: ReactNode }) {
  return (
    <div className="min-w-0 rounded-md border border-line px-3 py-2">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{word}</Badge>
        <span className="break-words font-medium">{rule.id}</span>
        <span className="text-xs break-words text-ink-faint">{whenText(rule)}</span>
      </p>
      <div className="mt-1 break-words text-ink-soft">{children}</div>
    </div>
  )
}

function ChangedEntry({ before, after }: { before: HintRule; after: HintRule }) {
  const diff = feedbackDiff(before.template, after.template)
  const [earlier, now] = [whenText(before), whenText(after)]
  return (
    <Entry tone="warn" word="changed" rule={after}>
      {earlier !== now && <p className="text-xs text-ink-faint">before: {earlier}</p>}
      <div className="grid min-w-0 gap-2 md:grid-cols-2">
        <div className="min-w-0">
          <p className="text-xs text-ink-faint">Before</p>
          <MarkedText diff={diff} side="standard" className="bg-raised" />
        </div>
        <div className="min-w-0">
          <p className="text-xs text-ink-faint">After</p>
          <MarkedText diff={diff} side="hinted" className="bg-hint-soft" />
        </div>
      </div>
    </Entry>
  )
}

const whenText = ({ when }: HintRule): string =>
  [when.domain, when.tools?.join(', '), when.code, ...when.all.map(conditionText)].filter(Boolean).join(' · ')
