import type { HintsScope } from '@/components/hints/hints-scope'
import type { ScopeChoices } from '@/components/hints/scope-select'
import { serverCaller } from '@/server/api/root'

/** Runs and groups to choose from; an older run than the newest hundred can still be the one that is counted. */
export async function scopeChoices({ run }: HintsScope, filter = ''): Promise<ScopeChoices> {
  const [{ runs }, { groups }, chosen] = await Promise.all([
    serverCaller.runs.list({ filter, limit: 100 }),
    serverCaller.hints.choices(),
    run === null ? null : serverCaller.runs.name({ run }),
  ])
  const listed = chosen && !runs.some(({ id }) => id === chosen.id) ? [chosen, ...runs] : runs
  return { runs: listed.map(({ id, name }) => ({ id, name })), groups }
}
