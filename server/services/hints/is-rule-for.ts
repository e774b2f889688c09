import type { HintRule } from '@/server/core/hints/rule'

interface ErrorKind {
  /** Absent: whichever. */
  readonly domain?: string | undefined
  readonly tool?: string | undefined
  readonly code: string
}

/** Whether a rule is for such an error, at least with some of its values. */
export const isRuleFor = ({ when }: HintRule, { domain, tool, code }: ErrorKind): boolean =>
  when.code === code &&
  (when.domain === undefined || domain === undefined || when.domain === domain) &&
  (when.tools === undefined || tool === undefined || when.tools.includes(tool))
