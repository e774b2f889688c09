import { AppError } from '@/server/app-error'
import type { GateCriterion, GateVerdictName } from '@/server/core/curriculum/curriculum'
import { type RunSnapshot, runSnapshotSchema } from '@/server/core/runs/snapshot'
import { listFindings } from '@/server/db/health-findings'
import { countRunsBefore, findRunPage, findSnapshot, type RunPageRow } from '@/server/db/run-page'
import { hasLiveWorker } from '@/server/db/workers'

/** Findings of the health rules that a page shows, the open ones first. */
const mostFindings = 50

/** One run for its page; its whole snapshot is asked for apart. Throws NOT_FOUND. */
export async function getRun(id: number) {
  const run = await findRunPage(id)
  if (!run) throw notFound(id)
  const { curriculum, _count: tracked, ...row } = run
  const plans = (curriculum?.stages ?? []).map(({ definition }) => definition)
  return {
    ...row,
    curriculum: curriculum && { name: curriculum.name, version: curriculum.version, title: curriculum.title },
    change: Number(run.change),
    /** Whether a trainer logged params, tags or files of it. */
    hasTracked: tracked.trackedParams + tracked.trackedTags + tracked.artifacts > 0,
    /** The server’s clock: browsers’ clocks differ, and a heartbeat’s age must not. */
    asOf: new Date(),
    findings: await listFindings(id, mostFindings),
    queue: run.status === 'queued' ? await queueOf(id) : null,
    stages: run.stages.map(({ gates, ...stage }) => ({
      ...stage,
      gate: lastGate(gates),
      plan: plans[stage.position] ?? null,
    })),
  }
}

/** Everything that determines the run's numbers. Throws NOT_FOUND. */
export async function runSnapshot(id: number): Promise<RunSnapshot> {
  const snapshot = await findSnapshot(id)
  if (!snapshot) throw notFound(id)
  return runSnapshotSchema.parse(snapshot)
}

const notFound = (id: number) => new AppError('NOT_FOUND', `There is no run #${id}.`, 'run')

/** What a queued run waits for. */
async function queueOf(id: number) {
  const [before, hasWorker] = await Promise.all([countRunsBefore(id), hasLiveWorker()])
  return { before, hasWorker }
}

/** The newest verdict of a stage that counts, with its criteria: what is still missing before the stage ends. */
function lastGate(gates: RunPageRow['stages'][number]['gates']) {
  const gate = gates.find(({ step, attempt }) => attempt.supersededAfter === null || step <= attempt.supersededAfter)
  if (!gate) return null
  return {
    step: gate.step,
    stageStep: gate.stageStep,
    verdict: gate.verdict as GateVerdictName,
    reason: gate.reason,
    criteria: gate.criteria as unknown as readonly GateCriterion[],
  }
}
