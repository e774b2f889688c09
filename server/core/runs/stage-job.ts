import type { RaySettings } from '@/server/core/backends/ray-settings'
import type { Suite } from '@/server/core/tasks/task'
import type { RaySnapshot } from './snapshot'
import { stageReward } from './stage-reward'
import { trainingTasks, validationTasks } from './stage-tasks'
import { responseLengthOf } from './trainer-settings'

/** Which stage a job carries out, and from where. */
export interface StagePlace {
  readonly run: number
  readonly epoch: number
  /** Place in the curriculum, from 0. */
  readonly stage: number
  /** A checkpoint of the stage before: its weights are where this stage starts. */
  readonly from: string | null
  /** A checkpoint of this stage, made by an earlier attempt: training goes on there. */
  readonly resume: string | null
  /** How many checkpoints the trainer itself keeps; absent: all, because our worker lets go of them by its own rules. */
  readonly keep?: number
}

/** More than a stage ever writes. */
const all = 1_000_000

/** Where a stage's checkpoints go: one folder a stage, the same for every attempt of it. */
export function stageFolder(settings: Pick<RaySettings, 'checkpointFolder'>, run: number, stage: number, name: string) {
  const safe = name.replace(/[^a-zA-Z0-9_-]+/g, '-')
  return `${settings.checkpointFolder}/run-${run}/${stage}-${safe}`
}

/** The stage as the trainer is told of it (trainer/README.md, version 1). Throws a RangeError for no such stage. */
export function stageJob(
  snapshot: RaySnapshot,
  suite: Pick<Suite, 'tasks'>,
  settings: Pick<RaySettings, 'environmentUrl' | 'checkpointFolder'>,
  place: StagePlace,
) {
  const stage = snapshot.curriculum.stages[place.stage]
  if (!stage) throw new RangeError(`the curriculum has ${snapshot.curriculum.stages.length} stages`)
  const choice = ({ key, split }: { key: string; split: string }) => ({ task: key, split })
  return {
    version: 1,
    run: String(place.run),
    attempt: place.epoch,
    stageIndex: place.stage,
    stage: {
      ...stage,
      reward: stageReward(snapshot, stage),
      feedback: snapshot.augmentation === null ? 'standard' : stage.feedback,
    },
    engine: snapshot.engine,
    model: snapshot.model.name,
    seed: snapshot.seed,
    environment: {
      url: settings.environmentUrl,
      suite: snapshot.suite.name,
      augmentationSet: snapshot.augmentation?.name ?? null,
      format: 'tagged',
    },
    tasks: {
      train: trainingTasks(suite, stage, place.stage, snapshot.seed).map(choice),
      validation: validationTasks(suite, stage).map(choice),
    },
    checkpoints: {
      folder: stageFolder(settings, place.run, place.stage, stage.name),
      from: place.from,
      resume: place.resume ?? 'never',
      keep: place.keep ?? all,
    },
    settings: jobSettings(snapshot, place.stage),
  }
}

export type StageJob = ReturnType<typeof stageJob>

function jobSettings({ settings }: RaySnapshot, stage: number) {
  const { keepCheckpoints: _, evaluate: __, gpusPerNode, responseLength: ___, ...rest } = settings
  // without a GPU there is no number of them to tell
  return { ...rest, responseLength: responseLengthOf(settings, stage), ...(gpusPerNode > 0 ? { gpusPerNode } : {}) }
}
