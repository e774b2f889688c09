import { on } from 'node:events'
import { runChangeEvents } from './listener'
import { anyRun, type RunChange } from './run-change'

/**
 * Yields every committed change of any run until the signal aborts; first, once nothing can be missed any more, that any
 * run may have changed before.
 */
export async function* runChanges(signal?: AbortSignal): AsyncGenerator<RunChange> {
  const events = await runChangeEvents()
  try {
    const changes = on(events, 'change', { signal })
    yield anyRun
    for await (const [change] of changes) yield change as RunChange
  } catch (error) {
    if (!(signal?.aborted && error instanceof Error && error.name === 'AbortError')) throw error
  }
}
