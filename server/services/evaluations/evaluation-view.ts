import { costOf } from '@/server/core/chat/usage'
import type { EvaluationRow } from '@/server/db/evaluation-jobs-list'

/** An evaluation as lists show it; its cost is by the endpoint's present prices. */
export function evaluationView({ snapshot, endpoint, waitedMs, ...row }: EvaluationRow) {
  const answered = row.requests - row.failedRequests
  return {
    ...row,
    endpoint: endpoint && { id: endpoint.id, name: endpoint.name },
    /** Whose policy it is, at which step; null: an endpoint is evaluated. */
    checkpoint: snapshot.checkpoint,
    /** As it was asked for. */
    model: snapshot.model.name,
    format: snapshot.endpoint?.settings.format ?? null,
    simulator: snapshot.simulator && { id: snapshot.simulator.id, name: snapshot.simulator.name },
    search: snapshot.search && { name: snapshot.search.name, settings: snapshot.search.settings },
    suites: snapshot.suites.map(({ id, name, title }) => ({ id, name, title })),
    repeats: snapshot.repeats,
    seed: snapshot.seed,
    cost: endpoint && costOf(row, endpoint.settings),
    /** Mean milliseconds of a request; null: none was answered yet. */
    latencyMs: answered > 0 ? waitedMs / row.requests : null,
  }
}
