import { randomUUID } from 'node:crypto'
import { stageScope } from '@/server/core/runs/stage-scope'
import { claimRun } from '@/server/db/claims'
import { db } from '@/server/db/client'
import { launchRun } from '@/server/services/runs/launch-run'
import { createRunToken } from '@/server/services/tokens/create-run-token'

/** A run of the starter suite that a worker has claimed, with a token for each of its stages and for evaluations. */
export async function attemptWithTokens() {
  await launchRun({ key: randomUUID(), suite: 'starter', curriculum: 'starter', augmentation: 'built-in', seeds: [0] })
  const outcome = await claimRun('tests of the trainer')
  if (outcome?.kind !== 'claimed') throw new Error('The run that was launched could not be claimed.')
  const { runId: run, attemptId: attempt, snapshot } = outcome.claim
  const tokens: Record<string, string> = {}
  for (const [index, stage] of snapshot.curriculum.stages.entries()) {
    tokens[stage.name] = await createRunToken({ run, attempt, scope: stageScope(snapshot, index), expiresAt: null })
  }
  tokens.evaluation = await createRunToken({ run, attempt, scope: stageScope(snapshot, null), expiresAt: null })
  const { trackingId } = await db().run.findUniqueOrThrow({ where: { id: run } })
  return { run, tokens, trackingId }
}
