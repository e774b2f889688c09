import { AppError } from '@/server/app-error'
import type { ForkTestInput } from '@/server/core/fork-tests/fork-test-input'
import type { ForkPlan, ForkTarget } from '@/server/core/fork-tests/plan'
import type { AugmentationSet } from '@/server/core/hints/rule'
import { localSnapshotSchema } from '@/server/core/runs/snapshot'
import { pool } from '@/server/db/client'
import { findEndpoint } from '@/server/db/endpoints'
import { type ForkSample, sampleForks } from '@/server/db/fork-samples'
import { findReplayRun } from '@/server/db/replay-run'
import { resumePoint } from '@/server/db/resume-point'
import { ReplaySource } from '@/server/services/episodes/replay-source'
import { isRuleFor } from '@/server/services/hints/is-rule-for'
import { forkSets } from './fork-sets'

export interface ResolvedForkTest {
  readonly plan: ForkPlan
  readonly checkpointId: number | null
  readonly endpointId: number | null
  readonly sample: ForkSample
}

/** Looks up what the input names and draws the forks. Throws an AppError at the field at fault. */
export async function resolveForkTest(input: ForkTestInput): Promise<ResolvedForkTest> {
  const { run, target, repeats, seed, testTasks } = input
  const [{ augmentation }, who] = await Promise.all([ReplaySource.ofRun(run), playerOf(input)])
  const sets = await forkSets(input, augmentation)
  const sample = await sampleForks({ runId: run, target, testTasks, seed, most: input.forks })
  if (sample.forks.length === 0) throw new AppError('BAD_INPUT', noForks(input), 'target')
  checkCovers(target, sets)
  const { player, ...ids } = who
  return { plan: { target, sets, player, repeats, seed, testTasks }, ...ids, sample }
}

/** Where no rule can match, every arm would be told the same. */
function checkCovers(target: ForkTarget, sets: readonly AugmentationSet[]): void {
  if (target.kind !== 'error') return
  if (sets.some(({ rules }) => rules.some((rule) => isRuleFor(rule, target)))) return
  const message = `No rule of the chosen sets is for ${errorText(target)}: write one, then choose its draft or version.`
  throw new AppError('BAD_INPUT', message, 'setA')
}

function noForks({ run, target, testTasks }: ForkTestInput): string {
  const which =
    target.kind === 'rule'
      ? `that the rule "${target.rule}" matched`
      : target.kind === 'error'
        ? `with ${errorText(target)}${target.withRule ? '' : ' that no rule matched'}`
        : 'that can be played on from'
  const where = testTasks ? '' : ' outside its test tasks'
  return `Run #${run} has no failing call ${which}${where}. Choose another run${testTasks ? '' : ', or take test tasks in'}.`
}

/** `ticket_unknown of get_ticket in TicketAPI` */
const errorText = ({ domain, tool, code }: Extract<ForkTarget, { kind: 'error' }>): string =>
  `${code}${tool === undefined ? '' : ` of ${tool}`}${domain === undefined ? '' : ` in ${domain}`}`

async function playerOf({ run, endpoint }: ForkTestInput) {
  if (endpoint != null) return endpointPlayer(endpoint)
  const snapshot = localSnapshotSchema.safeParse((await findReplayRun(run))?.snapshot)
  if (!snapshot.success)
    throw new AppError(
      'BAD_INPUT',
      `What run #${run} trains is not kept here: choose an endpoint that serves it.`,
      'endpoint',
    )
  const point = await resumePoint(pool(), run)
  if (!point)
    throw new AppError('BAD_INPUT', `Run #${run} has no checkpoint yet: wait for one, or choose an endpoint.`, 'run')
  const { temperature } = snapshot.data.settings
  const player = { kind: 'checkpoint', step: point.step, temperature } as const
  return { player, checkpointId: point.checkpointId, endpointId: null }
}

async function endpointPlayer(id: number) {
  const stored = await findEndpoint(id)
  if (!stored) throw new AppError('NOT_FOUND', `There is no endpoint ${id}.`, 'endpoint')
  if (stored.archivedAt)
    throw new AppError('BAD_INPUT', `The endpoint "${stored.name}" is archived: bring it back first.`, 'endpoint')
  const player = { kind: 'endpoint', name: stored.name, settings: stored.settings } as const
  return { player, checkpointId: null, endpointId: id }
}
