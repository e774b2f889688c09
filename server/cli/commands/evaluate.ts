import {
  type EvaluateOptions,
  evaluateOptions,
  type NamedCompanions,
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
  const { simulator, simulatorModel, search, recording, suites, ...rest } = what
  const companions = await findCompanions({ simulator, simulatorModel, search, recording })
  const { id, name, base } = await launchCheckpointEvaluation({ ...rest, ...companions, suites: [...suites] }, actor)
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
  const player = await findOrAddEndpoint({ endpoint, model, format, key: readConfig().endpointKey })
  const companions = await findCompanions({ simulator, simulatorModel, search, recording })
  const request = { ...rest, ...companions, endpoint: player, suites: [...suites] }
  const { id, name } = await launchEvaluation(request, actor)
  process.stderr.write(`Evaluation ${id} (${name}): /evaluations/${id}; goes on with --resume ${id}\n`)
  return id
}

async function findCompanions({ simulator, simulatorModel, search, recording }: NamedCompanions) {
  const { endpointKey: key, searchKey } = readConfig()
  const user =
    simulator === undefined
      ? null
      : await findOrAddEndpoint({ endpoint: simulator, model: simulatorModel, format: undefined, key })
  return { simulator: user, search: await findOrAddSearch({ search, recording, key: searchKey }) }
}
