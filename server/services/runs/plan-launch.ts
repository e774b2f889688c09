import type { LaunchRequest } from '@/server/core/runs/launch-input'
import { countStageTasks, measuredSpeed } from '@/server/db/launch-plan'
import { clusterLacks } from './cluster-lacks'
import { parseLaunch } from './launch-run'
import { resolveLaunch } from './resolve-launch'

export interface PlannedStage {
  readonly name: string
  readonly title: string
  /** Training tasks that the stage draws from. */
  readonly tasks: number
  readonly minSteps: number
  readonly maxSteps: number
  /** Rollouts if the stage goes to its maximum: steps × tasks a step × rollouts a task. */
  readonly rollouts: number
}

export interface LaunchPlan {
  readonly runs: number
  readonly stages: readonly PlannedStage[]
  readonly maxSteps: number
  readonly rollouts: number
  /** On which test tasks are played before, between and after the stages. */
  readonly suites: readonly string[]
  /** The cluster that trains, and what to know of it; null: this machine. */
  readonly cluster: { readonly name: string; readonly lacks: readonly string[] } | null
  /** Seconds for one run that goes to every maximum, at the speed of the last one with this suite; null: unknown. */
  readonly secondsPerRun: number | null
}

/** Says what a launch would do, without doing it. Throws as launchRun does. */
export async function planLaunch(request: LaunchRequest): Promise<LaunchPlan> {
  const input = parseLaunch(request)
  const launch = await resolveLaunch(input)
  const { cluster } = launch
  const supervised = cluster === null && input.settings.credit === 'supervised'
  const stages = await Promise.all(
    launch.curriculum.stages.map(async ({ name, title, data, batchSize, groupSize, gate }) => {
      const available = await countStageTasks(launch.suite.id, data.splits)
      const tasks = Math.min(available, data.limit ?? available)
      const played = supervised ? 0 : groupSize
      const rollouts = gate.maxSteps * Math.min(batchSize, tasks) * played
      return { name, title, tasks, minSteps: gate.minSteps, maxSteps: gate.maxSteps, rollouts }
    }),
  )
  const maxSteps = sum(stages.map((stage) => stage.maxSteps))
  const speed = cluster ? null : await measuredSpeed(launch.suite.id)
  return {
    runs: input.seeds.length,
    stages,
    maxSteps,
    rollouts: sum(stages.map((stage) => stage.rollouts)),
    suites: cluster ? [] : [launch.suite, ...launch.outOfDistribution].map(({ name }) => name),
    cluster: cluster && { name: cluster.name, lacks: clusterLacks(cluster, input) },
    secondsPerRun: speed && speed.around + speed.perStep * maxSteps,
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
