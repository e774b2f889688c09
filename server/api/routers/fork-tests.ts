import { z } from 'zod'
import { forkTestInput } from '@/server/core/fork-tests/fork-test-input'
import { cancelForkTest } from '@/server/services/fork-tests/cancel-fork-test'
import { estimateForkTest } from '@/server/services/fork-tests/estimate-fork-test'
import { forkTestOptions } from '@/server/services/fork-tests/fork-test-options'
import { getFork, getForkInput } from '@/server/services/fork-tests/get-fork'
import { getForkTest } from '@/server/services/fork-tests/get-fork-test'
import { launchArms, launchArmsInput } from '@/server/services/fork-tests/launch-arms'
import { launchForkTest } from '@/server/services/fork-tests/launch-fork-test'
import { listForkTests, listForkTestsInput } from '@/server/services/fork-tests/list-fork-tests'
import { resumeForkTest } from '@/server/services/fork-tests/resume-fork-test'
import { procedure, router } from '../trpc'

const idInput = z.object({
  id: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
})

export const forkTestsRouter = router({
  list: procedure.input(listForkTestsInput).query(({ input }) => listForkTests(input)),
  get: procedure.input(idInput).query(({ input }) => getForkTest(input.id)),
  fork: procedure.input(getForkInput).query(({ input }) => getFork(input)),
  /** What can be chosen for a new one. */
  options: procedure.query(() => forkTestOptions()),
  estimate: procedure.input(forkTestInput).query(({ input }) => estimateForkTest(input)),
  launch: procedure.input(forkTestInput).mutation(({ input }) => launchForkTest(input)),
  cancel: procedure.input(idInput).mutation(({ input }) => cancelForkTest(input.id)),
  resume: procedure.input(idInput).mutation(({ input }) => resumeForkTest(input.id)),
  launchArms: procedure.input(launchArmsInput).mutation(({ input }) => launchArms(input)),
})
