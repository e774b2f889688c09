import { AppError } from '@/server/app-error'
import type { Curriculum } from '@/server/core/curriculum/curriculum'
import { editStages } from '@/server/core/runs/edit-stages'
import type { LaunchInput } from '@/server/core/runs/launch-input'
import type { RunSnapshot } from '@/server/core/runs/snapshot'
import { responseLengthOf } from '@/server/core/runs/trainer-settings'
import { hasOwnRules } from '@/server/core/tasks/own-rules'
import { findAugmentationSet, type StoredAugmentationSet } from '@/server/db/augmentation-sets'
import { findBackendByName, type StoredBackend } from '@/server/db/backends'
import { findCurriculum } from '@/server/db/curricula'
import { listSuites, type SuiteRow } from '@/server/db/suites'
import { codeVersion } from '@/server/hashes/code-version'
import { evaluationHash, trainingHash, withOwnEnvironment } from '@/server/hashes/source-hashes'
import { hasItsDomains, suiteEnvironment, suiteReference } from '@/server/services/suites/suite-environment'

/** A launch whose names have been looked up: everything but the seed is decided. */
export interface ResolvedLaunch {
  /** Null: the built-in policy on this machine. */
  readonly cluster: StoredBackend | null
  readonly suite: SuiteRow
  readonly outOfDistribution: readonly SuiteRow[]
  readonly curriculum: Omit<Curriculum, 'version'>
  readonly augmentation: StoredAugmentationSet | null
}

/** Looks up what the input names. Throws an AppError at the field whose name does not exist. */
export async function resolveLaunch(input: LaunchInput): Promise<ResolvedLaunch> {
  const cluster = await clusterOf(input)
  const suites = await listSuites()
  const suite = mainSuite(suites, input.suite)
  const outOfDistribution = await otherSuites(suites, suite, input.outOfDistribution)
  await suiteEnvironment(suite, 'suite')
  for (const other of outOfDistribution) await suiteEnvironment(other, 'outOfDistribution')
  const curriculum = await curriculumOf(input)
  if (cluster) checkSampling(curriculum)
  const augmentation = input.augmentation === null ? null : await augmentationOf(input.augmentation)
  return { cluster, suite, outOfDistribution, curriculum, augmentation }
}

export async function snapshotOf(
  launch: ResolvedLaunch,
  curriculum: Curriculum,
  input: LaunchInput,
  seed: number,
): Promise<RunSnapshot> {
  const suite = await suiteReference(launch.suite, 'suite')
  const others = await Promise.all(launch.outOfDistribution.map((other) => suiteReference(other, 'outOfDistribution')))
  const training = await trainingHash(launch.augmentation?.set ?? null)
  const common = {
    version: 1,
    suite,
    outOfDistribution: others,
    curriculum,
    augmentation: launch.augmentation?.set ?? null,
    reward: input.reward,
    seed,
    codeVersion: await codeVersion(),
    trainingHash: withOwnEnvironment(training, suite.environment),
    evaluationHash: await evaluationHash(),
  } as const
  if (launch.cluster === null) return { ...common, backend: 'local', model: localModel, settings: input.settings }
  const { engine, model, trainer } = input
  const cluster = launch.cluster.name
  return { ...common, backend: 'ray', cluster, model: { kind: 'llm', name: model }, engine, settings: trainer }
}

const localModel = { kind: 'cpu-policy', name: 'built-in CPU policy' } as const

/** The cluster that the input names, fit for it. */
async function clusterOf({ backend, model, trainer }: LaunchInput): Promise<StoredBackend | null> {
  if (backend === 'local') return null
  const found = await findBackendByName(backend)
  if (found?.kind !== 'ray')
    throw new AppError('BAD_INPUT', `There is no backend "${backend}". Add it on the Backends page.`, 'backend')
  if (found.archivedAt)
    throw new AppError('BAD_INPUT', `The backend "${backend}" is archived: bring it back or choose another.`, 'backend')
  if (model === '')
    throw new AppError('BAD_INPUT', 'Name the model: by a name that the cluster can load, or a path on it.', 'model')
  if (trainer.promptLength + responseLengthOf(trainer, 0) > trainer.contextLength)
    throw new AppError(
      'BAD_INPUT',
      `Prompt and response (${trainer.promptLength} + ${responseLengthOf(trainer, 0)} tokens) do not fit into the context.`,
      'trainer.contextLength',
    )
  return found
}

function mainSuite(suites: readonly SuiteRow[], name: string): SuiteRow {
  const suite = suites.find((candidate) => candidate.name === name)
  if (!suite) throw new AppError('BAD_INPUT', `There is no suite "${name}". ${available(suites)}`, 'suite')
  if (suite.kind === 'out_of_distribution')
    throw new AppError(
      'BAD_INPUT',
      `"${name}" is for evaluation only: training needs an in-distribution suite.`,
      'suite',
    )
  return suite
}

async function otherSuites(
  suites: readonly SuiteRow[],
  main: SuiteRow,
  names: readonly string[] | undefined,
): Promise<SuiteRow[]> {
  if (names !== undefined) return names.map((name) => otherSuite(suites, main, name))
  const usual = suites.filter(({ kind, name }) => kind === 'out_of_distribution' && !hasOwnRules(name))
  const playable = await Promise.all(usual.map(hasItsDomains))
  return usual.filter((_, index) => playable[index])
}

function otherSuite(suites: readonly SuiteRow[], main: SuiteRow, name: string): SuiteRow {
  const suite = suites.find((candidate) => candidate.name === name)
  if (!suite || suite.id === main.id)
    throw new AppError('BAD_INPUT', `There is no other suite "${name}". ${available(suites)}`, 'outOfDistribution')
  if (hasOwnRules(name))
    throw new AppError(
      'BAD_INPUT',
      `"${name}" is played by rules of its own, which a training run does not know: leave it out.`,
      'outOfDistribution',
    )
  return suite
}

const available = (suites: readonly SuiteRow[]): string =>
  suites.length === 0
    ? 'None is stored: run "npm run -s envtune -- suites import-starter" or start Envtune once.'
    : `Stored: ${suites.map(({ name }) => name).join(', ')}.`

async function curriculumOf({
  curriculum: name,
  curriculumVersion,
  stages,
}: LaunchInput): Promise<Omit<Curriculum, 'version'>> {
  const found = await findCurriculum(name, curriculumVersion)
  if (!found) {
    const version = curriculumVersion === undefined ? '' : ` with version ${curriculumVersion}`
    throw new AppError('BAD_INPUT', `There is no curriculum "${name}"${version}.`, 'curriculum')
  }
  const names = found.curriculum.stages.map((stage) => stage.name)
  const unknown = Object.keys(stages).find((stage) => !names.includes(stage))
  if (unknown !== undefined) {
    const message = `The curriculum "${name}" has no stage "${unknown}". Its stages: ${names.join(', ')}.`
    throw new AppError('BAD_INPUT', message, `stages.${unknown}`)
  }
  const edited = editStages(found.curriculum, stages)
  for (const stage of edited.stages) {
    if (stage.gate.minSteps > stage.gate.maxSteps) {
      const message = `Stage "${stage.name}": at least ${stage.gate.minSteps} steps, but at most ${stage.gate.maxSteps}.`
      throw new AppError('BAD_INPUT', message, `stages.${stage.name}.gate.maxSteps`)
    }
  }
  return edited
}

/** Trainers on a cluster draw tasks from a file, each once before any a second time. */
function checkSampling({ stages }: Omit<Curriculum, 'version'>): void {
  const stage = stages.find(({ data }) => data.sampling === 'learning-progress')
  if (!stage) return
  const message = `Stage "${stage.name}" draws tasks by learning progress, which the built-in policy only can. Choose another curriculum.`
  throw new AppError('BAD_INPUT', message, 'curriculum')
}

async function augmentationOf(name: string): Promise<StoredAugmentationSet> {
  const found = await findAugmentationSet(name)
  if (!found) throw new AppError('BAD_INPUT', `There is no augmentation set "${name}".`, 'augmentation')
  return found
}
