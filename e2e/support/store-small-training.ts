import { starterCurriculum } from '@/server/core/curriculum/default-curriculum'
import { storeCurriculum } from '@/server/db/curricula'
import { withDatabase } from '@/server/processes/with-database'
import { storeSmallSuite } from '@/server/services/runs/testing/small-suite'

/** A handful of tasks and a curriculum of two stages of a few steps: what a tiny model trains on in a minute. */
const [syntax, hints] = starterCurriculum.stages
if (!syntax || !hints) throw new Error('the starter curriculum has fewer stages')
const short = {
  ...{ groupSize: 2, batchSize: 2 },
  gate: { ...syntax.gate, minSteps: 1, maxSteps: 2, validateEvery: 1, validationSamples: 1, window: 2 },
}
await withDatabase(async () => {
  await storeSmallSuite()
  await storeCurriculum({
    name: 'two-short-stages',
    title: 'Two short stages',
    stages: [
      { ...syntax, ...short },
      { ...hints, ...short, gate: { ...short.gate, maxSteps: 4 } },
    ],
  })
})
