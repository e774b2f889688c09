import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { type ForkSet, forkArms, setLabel } from '@/server/core/fork-tests/plan'
import { fullLength } from '@/server/core/groups/ablation'
import { localSnapshotSchema } from '@/server/core/runs/snapshot'
import { findAugmentationSet, findSetWithRules, type StoredAugmentationSet } from '@/server/db/augmentation-sets'
import { storeCurriculum } from '@/server/db/curricula'
import { findForkTest } from '@/server/db/fork-test-lists'
import { type NewRun, storeLaunch } from '@/server/db/launches'
import { findReplayRun } from '@/server/db/replay-run'
import { announceNow } from '@/server/services/recording/announce-run'
import { parseLaunch } from '@/server/services/runs/launch-run'
import { resolveLaunch, snapshotOf } from '@/server/services/runs/resolve-launch'

export const launchArmsInput = z.object({
  id: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  /** Chosen by the caller: the same key launches once. */
  key: z.string().min(8).max(100),
  /** How many seeds each arm gets, from that of the run on. */
  seeds: z.number().int().min(1).max(20),
})

/**
 * Launches whole runs as a group, one arm for each of a fork test's: the tested run's settings with every stage to its
 * maximum, the same seeds in every arm, and nothing but the hints that differ.
 */
export async function launchArms({ id, key, seeds: count }: z.infer<typeof launchArmsInput>, actor = 'local') {
  const test = await findForkTest(id)
  if (!test) throw new AppError('NOT_FOUND', `There is no fork test ${id}.`, 'id')
  const snapshot = localSnapshotSchema.safeParse((await findReplayRun(test.runId))?.snapshot)
  if (!snapshot.success)
    throw new AppError(
      'BAD_INPUT',
      `Run #${test.runId} trains on a cluster: clone it on Launch, once for each set.`,
      'id',
    )
  const { suite, outOfDistribution, curriculum, reward, settings, seed } = snapshot.data
  const input = parseLaunch({
    ...{ key, suite: suite.name, outOfDistribution: outOfDistribution.map(({ name }) => name), reward, settings },
    ...{ curriculum: curriculum.name, curriculumVersion: curriculum.version, augmentation: null, parent: test.runId },
    seeds: Array.from({ length: count }, (_, index) => seed + index),
  })
  const whole = await resolveLaunch(input)
  const { id: curriculumId, curriculum: full } = await storeCurriculum(fullLength(whole.curriculum))
  const sets = [null, ...(await Promise.all(test.plan.sets.map(storedSet)))]
  const labels = forkArms(test.plan).map(({ label }) => label)
  const runs: NewRun[] = []
  for (const [arm, augmentation] of sets.entries())
    for (const each of input.seeds)
      runs.push({
        name: `fork test ${id}, ${labels[arm]}, seed ${each}`,
        snapshot: await snapshotOf({ ...whole, augmentation }, full, input, each),
        ...{ backendId: null, suiteId: whole.suite.id, curriculumId, augmentationSetId: augmentation?.id ?? null },
        parentId: test.runId,
      })
  const stored = await storeLaunch(key, runs, actor)
  if (stored.created) for (const run of stored.runs) await announceNow(run.id, 0)
  return { ...stored, key }
}

/** A draft is found again by its rules: runs are launched with saved versions only. */
async function storedSet(set: ForkSet): Promise<StoredAugmentationSet> {
  const isDraft = set.draft !== undefined
  const found = await (isDraft ? findSetWithRules(set) : findAugmentationSet(set.name, set.version))
  if (found) return found
  const message = isDraft
    ? `${setLabel(set)} has not been saved as it was tested: save these rules as a version of ${set.name}, then launch.`
    : `The set ${setLabel(set)} is not stored any more.`
  throw new AppError(isDraft ? 'CONFLICT' : 'NOT_FOUND', message, 'id')
}
