import type { ForkSetReference } from '@/server/core/fork-tests/fork-test-input'
import type { ForkTarget } from '@/server/core/fork-tests/plan'
import type { DraftRule } from '@/server/core/hints/draft-rule'

interface ForkTestStart {
  readonly run: number | null
  readonly target: ForkTarget
  /** As `setText` writes it. */
  readonly set?: string
}

/** The address of the form for a new fork test, filled in. */
export function newForkTestHref({ run, target, set }: ForkTestStart): string {
  const query = new URLSearchParams()
  if (run !== null) query.set('run', String(run))
  if (target.kind === 'rule') query.set('rule', target.rule)
  if (target.kind === 'error') {
    if (target.domain) query.set('domain', target.domain)
    if (target.tool) query.set('tool', target.tool)
    query.set('code', target.code)
    if (target.withRule) query.set('withRule', '1')
  }
  if (set !== undefined) query.set('set', set)
  const text = query.toString()
  return text ? `/hints/fork-tests/new?${text}` : '/hints/fork-tests/new'
}

/** A set in an address and in a form: `own-hints@2`, or `draft:7`. */
export const setText = (set: ForkSetReference): string =>
  'draft' in set ? `draft:${set.draft}` : `${set.name}@${set.version}`

/** Recorded failing calls that a rule could speak to, whether or not another one did. */
export function targetOfRule({ when: { domain, tools = [], code } }: Pick<DraftRule, 'when'>): ForkTarget {
  const [tool] = tools
  return {
    ...{ kind: 'error', code, withRule: true },
    ...(domain ? { domain } : {}),
    ...(tool !== undefined && tools.length === 1 ? { tool } : {}),
  }
}

/** Which failing calls a test forks, in words. */
export function targetText(target: ForkTarget): string {
  if (target.kind === 'rule') return target.rule
  if (target.kind === 'all') return 'all failing calls'
  return [target.tool ?? target.domain, target.code].filter(Boolean).join(' · ')
}
