import type { ForkTarget } from '@/server/core/fork-tests/plan'

interface ForkTestStart {
  readonly run: number | null
  readonly target: ForkTarget
  /** `name@version` */
  readonly set?: string
}

/** The address of the form for a new fork test, filled in. */
export function newForkTestHref({ run, target, set }: ForkTestStart): string {
  const query = new URLSearchParams()
  if (run !== null) query.set('run', String(run))
  if (target.kind === 'rule') query.set('rule', target.rule)
  if (target.kind === 'error') {
    query.set('domain', target.domain)
    query.set('tool', target.tool)
    query.set('code', target.code)
  }
  if (set !== undefined) query.set('set', set)
  const text = query.toString()
  return text ? `/hints/fork-tests/new?${text}` : '/hints/fork-tests/new'
}

/** Which failing calls a test forks, in words. */
export function targetText(target: ForkTarget): string {
  if (target.kind === 'rule') return target.rule
  return target.kind === 'error' ? `${target.tool} · ${target.code}` : 'all failing calls'
}
