'use client'

import { useTRPCClient } from '@/components/data/trpc'
import type { DraftRule } from '@/server/core/hints/draft-rule'
import { DraftWithEndpoint } from '../draft-with-endpoint'
import type { HintsScope } from '../hints-scope'

interface DraftThisRuleProps {
  readonly rule: DraftRule
  readonly scope: HintsScope
  readonly onDraft: (rule: DraftRule) => void
}

/** Has a chat model write the open rule's conditions and text; they stand in the draft, with their origin. */
export function DraftThisRule({ rule, scope, onDraft }: DraftThisRuleProps) {
  const client = useTRPCClient()
  const { domain = '', tools = [], code } = rule.when
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="mb-1.5 text-xs text-ink-faint">
        From the tools’ documentation, the error’s values and a few recorded failures. Replaces conditions and text
        above.
      </p>
      <DraftWithEndpoint
        about={code}
        ask={async (endpoint, signal) => {
          const error = { domain, tool: tools[0] ?? '', code }
          const drafted = await client.hints.draftRule.mutate({ ...error, ...scope, endpoint }, { signal })
          const { when, template, origin } = drafted.rule
          onDraft({ ...rule, when: { ...rule.when, all: when.all }, template, ...(origin ? { origin } : {}) })
        }}
      />
    </div>
  )
}
