import type { Scores } from '@/server/core/evaluation/scores'
import type { getEvaluation } from '@/server/services/evaluations/get-evaluation'

type Evaluation = Awaited<ReturnType<typeof getEvaluation>>

/** An evaluation's outcome as scripts read it. */
export function evaluationReport(evaluation: Evaluation) {
  const { id, name, status, statusReason, model, format, repeats, seed, done, total, cost, results } = evaluation
  return {
    ...{ evaluation: id, name, status, reason: statusReason, model, format, repeats, seed, plays: { done, total } },
    checkpoint: evaluation.checkpoint,
    /** The evaluation of the untrained policy. */
    base: evaluation.base,
    tokens: { input: evaluation.promptTokens, output: evaluation.completionTokens },
    cost,
    requests: { sent: evaluation.requests, failed: evaluation.failedRequests, meanMs: evaluation.latencyMs },
    suites: Object.fromEntries(
      results.map(({ suite, tasks, scores, measures }) => [
        suite,
        {
          tasks,
          ...(scores ? figures(scores.all) : {}),
          bySplit: Object.fromEntries(
            Object.entries(scores?.bySplit ?? {}).flatMap(([split, own]) => (own ? [[split, figures(own)]] : [])),
          ),
          measures,
        },
      ]),
    ),
  }
}

const figures = ({ task, turn, wellFormed, irrelevance }: Scores) => ({
  task: { value: task.value, low: task.interval.low, high: task.interval.high },
  turn: { value: turn.value, low: turn.interval.low, high: turn.interval.high },
  wellFormed,
  irrelevance,
})

/** The same for people. */
export function evaluationText(evaluation: Evaluation): string {
  const { name, id, status, statusReason, results, cost, promptTokens, completionTokens } = evaluation
  const lines = results.map(({ suite, done, total, scores }) => {
    const shares = scores ? `tasks ${share(scores.all.task)}, turns ${share(scores.all.turn)}` : 'nothing played'
    return `  ${suite}: ${done} of ${total} plays, ${shares}`
  })
  const spent = `${promptTokens} tokens read, ${completionTokens} written${cost === null ? '' : `, $${cost.toFixed(4)}`}`
  return [
    `Evaluation ${id} (${name}): ${status}${statusReason ? `. ${statusReason}` : ''}`,
    ...lines,
    ...(evaluation.checkpoint && !evaluation.checkpoint.served ? [] : [`  ${spent}`]),
  ].join('\n')
}

const share = ({ value, interval }: Scores['task']): string =>
  `${(100 * value).toFixed(1)} % [${(100 * interval.low).toFixed(0)}, ${(100 * interval.high).toFixed(0)}]`
