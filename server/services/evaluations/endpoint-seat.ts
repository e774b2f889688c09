import type { EvaluationSnapshot } from '@/server/core/chat/evaluation-snapshot'
import { prepareTask } from '@/server/core/tasks/prepare-task'
import { runDay } from '@/server/db/run-day'
import type { OpenEndpoint } from '@/server/endpoints/open-endpoint'
import { trainableDomains } from '@/server/environments/environments'
import { openStoredEndpoint } from '@/server/services/endpoints/open-stored-endpoint'
import { openSearch } from '@/server/services/search/open-search'
import { acePlay } from './ace-play'
import { memoryPlay } from './memory-play'
import type { Seat } from './play-table'
import { ScenarioMemories } from './scenario-memories'
import { turnPlay } from './turn-play'
import { webPlay } from './web-play'

/**
 * A chat model behind an endpoint plays, and where a suite needs it a second one plays the user, and a search provider
 * answers what is asked of the web.
 */
export async function endpointSeat(
  runId: number,
  player: OpenEndpoint,
  { simulator, search, seed }: EvaluationSnapshot,
): Promise<Seat> {
  const user = simulator && (await openStoredEndpoint(simulator.id, simulator.settings))
  const web = search && (await openSearch(search.id, search.settings))
  const [memories, today] = [new ScenarioMemories(runId), await runDay(runId)]
  const { format, concurrency } = player.settings
  return {
    concurrency,
    begin: ({ task, suite, identity, repeat }) => {
      const model = player.model(seed + repeat)
      if (task.benchmark?.kind === 'acebench')
        return acePlay({ task, suite, identity, model, simulator: user?.model(seed + repeat) ?? null })
      if (task.benchmark?.kind === 'bfcl-memory') return memoryPlay({ task, suite, identity, format, model, memories })
      if (task.benchmark?.kind === 'bfcl-web-search' && web)
        return webPlay({ task, suite, identity, format, model, web })
      const prepared = prepareTask(task, suite, trainableDomains())
      return turnPlay({ task: prepared, identity, context: { today }, format, model })
    },
  }
}
