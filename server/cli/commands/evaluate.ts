import {
  type EvaluateOptions,
  evaluateOptions,
  type NewCheckpointEvaluation,
  type NewEvaluation,
} from '@/server/cli/evaluate/evaluate-options'
import { evaluationReport, evaluationText } from '@/server/cli/evaluate/evaluation-report'
import { watchEvaluation } from '@/server/cli/evaluate/watch-evaluation'
import { readConfig } from '@/server/config'
import { withDatabase } from '@/server/processes/with-database'
import { withWorker } from '@/server/processes/with-worker'
import { findOrAddEndpoint } from '@/server/services/endpoints/find-or-add-endpoint'
import { launchCheckpointEvaluation } from '@/server/services/evaluations/launch-checkpoint-evaluation'
import { launchEvaluation } from '@/server/services/evaluations/launch-evaluation'
import { resumeEvaluation } from '@/server/services/evaluations/resume-evaluation'
import { findOrAddSearch } from '@/server/services/search/find-or-add-search'
import { importStarterSuites } from '@/server/services/suites/import-starter-suites'

export { usage } from '@/server/cli/evaluate/evaluate-options'

const actor = 'command line'

/**
 * Evaluates an endpoint or a run's checkpoint, or goes on with an evaluation, and shows its progress until it has
 * ended; with `--json` the last line on stdout is the outcome as JSON. Answers 1 when something stayed open.
 * Interrupted, it can be resumed.
 */
export async function command(args: string[]): Promise<number> {
  const { what, json } = evaluateOptions(args)
  return withDatabase(async () => {
    await importStarterSuites()
    const id = await toWatch(what)
    return withWorker(async () => {
      const evaluation = await watchEvaluation(id)
      if (json) process.stdout.write(`${JSON.stringify(evaluationReport(evaluation))}\n`)
      else process.stdout.write(`${evaluationText(evaluation)}\n`)
      return evaluation.status === 'finished' ? 0 : 1
    })
  })
}

const toWatch = (what: EvaluateOptions['what']): Promise<number> => {
  if (typeof what === 'number') return goOn(what)
  return 'run' in what ? beginCheckpoint(what) : begin(what)
}

async function beginCheckpoint(what: NewCheckpointEvaluation): Promise<number> {
  const { id, name, base } = await launchCheckpointEvaluation({ ...what, suites: [...what.suites] }, actor)
  if (base !== null) process.stderr.write(`The untrained policy: evaluation ${base}, /evaluations/${base}\n`)
  process.stderr.write(`Evaluation ${id} (${name}): /evaluations/${id}; goes on with --resume ${id}\n`)
  return id
}

async function goOn(id: number): Promise<number> {
  await resumeEvaluation(id, actor)
  return id
}

async function begin(what: NewEvaluation) {
  const { endpoint, model, format, simulator, simulatorModel, search, recording, suites, ...rest } = what
  const { endpointKey: key, searchKey } = readConfig()
  const player = await findOrAddEndpoint({ endpoint, model, format, key })
  const user =
    simulator === undefined
      ? null
      : await findOrAddEndpoint({ endpoint: simulator, model: simulatorModel, format: undefined, key })
  const web = await findOrAddSearch({ search, recording, key: searchKey })
  const request = { ...rest, endpoint: player, simulator: user, search: web, suites: [...suites] }
  const { id, name } = await launchEvaluation(request, actor)
  process.stderr.write(`Evaluation ${id} (${name}): /evaluations/${id}; goes on with --resume ${id}\n`)
  return id
}
