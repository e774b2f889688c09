import type { ApiOutput } from '@/components/data/api-types'
import type { RaySnapshot, RunSnapshot } from '@/server/core/runs/snapshot'
import { defaultSettings, type LaunchFormState, settingsAsText } from './form-state'
import { defaultTrainer, trainerAsText } from './trainer-text'

type Options = ApiOutput['launch']['options']

export interface Clone {
  readonly options: Options
  readonly form: LaunchFormState
  /** In what the new run will differ from its parent although the form says the same. */
  readonly differences: readonly string[]
}

const longestName = 120

/**
 * The form filled with another run's choices. The run's own version of its curriculum, stage edits included, can be
 * chosen even when a newer one of that name is stored; where a launch can only take the newest, that is said.
 */
export function cloneForm(
  run: { readonly id: number; readonly name: string },
  snapshot: RunSnapshot,
  options: Options,
): Clone {
  const { curriculum, suite, augmentation, reward, seed } = snapshot
  const onCluster = snapshot.backend === 'ray' ? snapshot : null
  const known = options.curricula.some(
    ({ name, version }) => name === curriculum.name && version === curriculum.version,
  )
  const stored = (name: string) => options.suites.find((candidate) => candidate.name === name)
  const set = options.augmentationSets.find(({ name }) => name === augmentation?.name)
  const differences = [suite, ...snapshot.outOfDistribution].flatMap(({ name, hash }) =>
    suiteDifference(name, hash, stored(name)),
  )
  if (onCluster && !clusterIsThere(onCluster, options))
    differences.push(`The backend ${onCluster.cluster} is not there any more; this machine cannot train the model.`)
  if (augmentation && !set) differences.push(`The augmentation set ${augmentation.name} is not stored any more.`)
  if (augmentation && set && set.version !== augmentation.version)
    differences.push(`Hints: the run used version ${augmentation.version}, a launch takes version ${set.version}.`)
  return {
    options: known ? options : { ...options, curricula: [...options.curricula, curriculum] },
    form: {
      name: `${run.name.slice(0, longestName - 7)}, again`,
      suite: stored(suite.name) ? suite.name : '',
      curriculum: curriculum.name,
      curriculumVersion: curriculum.version,
      augmentation: set?.name ?? '',
      reward,
      seeds: String(seed),
      backend: clusterIsThere(onCluster, options) ? (onCluster?.cluster ?? 'local') : 'local',
      model: onCluster?.model.name ?? '',
      engine: onCluster?.engine ?? 'trl',
      trainer: trainerAsText(onCluster?.settings ?? defaultTrainer),
      settings: settingsAsText(snapshot.backend === 'local' ? snapshot.settings : defaultSettings),
      stages: {},
      outOfDistribution: snapshot.outOfDistribution.map(({ name }) => name).filter((name) => stored(name)),
      parent: run.id,
    },
    differences,
  }
}

function suiteDifference(name: string, hash: string, stored: Options['suites'][number] | undefined): string[] {
  if (!stored) return [`The suite ${name} is not stored any more.`]
  return stored.hash === hash
    ? []
    : [`Suite ${name}: its tasks have changed since; a launch takes version ${stored.version}.`]
}

const clusterIsThere = (snapshot: RaySnapshot | null, { clusters }: Options): boolean =>
  clusters.some(({ name }) => name === snapshot?.cluster)
