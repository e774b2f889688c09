import { z } from 'zod'
import { endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import { estimateTokens } from '@/server/core/chat/estimate-tokens'
import { costOf } from '@/server/core/chat/usage'
import { findEndpoint } from '@/server/db/endpoints'
import { meanTokens } from '@/server/db/evaluation-jobs-list'
import { loadSuite } from '@/server/db/suites'
import { chosenSuites } from './launch-evaluation'

export const estimateInput = z.object({
  endpoint: z.int32().positive().nullable(),
  suites: z.array(z.string()).max(20),
  repeats: z.number().int().min(1).max(20),
})

const noPrices = endpointSettingsSchema.pick({ inputPrice: true, outputPrice: true }).parse({})

/** What an evaluation will play and roughly take: by what its suites took before, else by the length of their tasks. */
export async function estimateEvaluation({ endpoint, suites: names, repeats }: z.infer<typeof estimateInput>) {
  const [suites, stored] = await Promise.all([chosenSuites(names), endpoint === null ? null : findEndpoint(endpoint)])
  const measured = await meanTokens(suites.map(({ id }) => id))
  const rows = await Promise.all(
    suites.map(async ({ id, name, hash }) => {
      const suite = await loadSuite(hash)
      const tests = suite.tasks.filter(({ partition }) => partition === 'test')
      const mean = measured.get(id)
      const each = mean === undefined ? tests.map((task) => estimateTokens(task, suite)) : tests.map(() => mean)
      return {
        ...{ suite: name, tasks: tests.length, plays: tests.length * repeats, measured: mean !== undefined },
        promptTokens: repeats * each.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
        completionTokens: repeats * each.reduce((sum, { completionTokens }) => sum + completionTokens, 0),
      }
    }),
  )
  const promptTokens = rows.reduce((sum, row) => sum + row.promptTokens, 0)
  const completionTokens = rows.reduce((sum, row) => sum + row.completionTokens, 0)
  const cost = costOf({ promptTokens, completionTokens }, stored?.settings ?? noPrices)
  return { suites: rows, plays: rows.reduce((sum, { plays }) => sum + plays, 0), promptTokens, completionTokens, cost }
}
