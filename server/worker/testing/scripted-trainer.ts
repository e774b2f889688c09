import { z } from 'zod'
import type { StandInJob } from '@/server/backends/ray/testing/ray-stand-in'
import { savedCheckpointName } from '@/server/core/runs/gradient-names'
import { listSuites } from '@/server/db/suites'
import { connect, dataOf } from '@/server/env-server/testing/client'
import { expectedTexts } from '@/server/env-server/testing/play-task'
import { tracked } from '@/server/ingest/tracking/testing/ask'
import { openTask } from '@/server/services/environment/open-task'

const tasks = z.array(z.object({ task: z.string(), split: z.string() }))

const stageSchema = z.object({
  run: z.string(),
  attempt: z.number(),
  stageIndex: z.number(),
  stage: z.object({
    name: z.string(),
    gate: z.object({ maxSteps: z.number(), validateEvery: z.number(), validationSamples: z.number() }),
  }),
  environment: z.object({ url: z.string(), suite: z.string() }),
  tasks: z.object({ train: tasks, validation: tasks }),
  evaluation: z
    .object({ step: z.number(), tasks: z.array(z.object({ suite: z.string(), task: z.string(), split: z.string() })) })
    .optional(),
  checkpoints: z.object({ folder: z.string(), from: z.string().nullable(), resume: z.string() }),
})
export type StageDescription = z.infer<typeof stageSchema>

export interface Script {
  /** Called before each step; throwing is the trainer's end. */
  readonly beforeStep?: (step: number, stage: StageDescription, job: StandInJob) => Promise<void> | void
  readonly gradientNorm?: (step: number) => number | string
  /** Called before each test task; false: it is not played. */
  readonly beforeTest?: (place: number, stage: StageDescription, job: StandInJob) => Promise<boolean> | boolean
  /** As verl: checkpoints are told of by its metrics alone. */
  readonly isQuiet?: boolean
}

export const stageOf = (job: StandInJob): StageDescription =>
  stageSchema.parse(JSON.parse(job.files.get('stage.json')?.toString() ?? ''))

/**
 * A trainer without a model: it plays what is expected on the real environment server and tells what the contract of
 * trainer/README.md says, step by step, until it is stopped or has no step left.
 */
export async function scriptedTrainer(job: StandInJob, script: Script): Promise<number> {
  const { beforeStep, gradientNorm = () => 0.5, isQuiet = false } = script
  const stage = stageOf(job)
  const { ENVTUNE_RUN_TOKEN: token = '', MLFLOW_RUN_ID: tracking = '' } = job.request.runtime_env.env_vars
  if (stage.evaluation) return evaluate(stage, stage.evaluation, job, script)
  const resumed = /checkpoint-(\d+)$/.exec(stage.checkpoints.resume)
  const first = resumed ? Number(resumed[1]) : 0
  const told = (message: object) => job.print(`ENVTUNE ${JSON.stringify(message)}`)
  const save = (step: number) =>
    told({ type: 'checkpoint', step, path: `${stage.checkpoints.folder}/checkpoint-${step}`, bytes: 1000 + step })
  job.print(`using the token ${token}`)
  told({ type: 'started', engine: 'trl', step: first })
  if (first === 0) await validate(stage, token, 0)
  for (let step = first + 1; step <= stage.stage.gate.maxSteps; step++) {
    await beforeStep?.(step, stage, job)
    if (job.isToStop) {
      save(step - 1)
      return 0
    }
    await play(stage, token, { ...stage.tasks.train[0], partition: 'train', training_step: step, rollout: 0 })
    const saves = step % stage.stage.gate.validateEvery === 0
    const values = {
      grad_norm: gradientNorm(step),
      reward: 1,
      ...(isQuiet && saves ? { [savedCheckpointName]: 1 } : {}),
    }
    const metrics = Object.entries(values).map(([key, value]) => ({ key, value, step, timestamp: Date.now() }))
    await tracked('POST', 'runs/log-batch', { run_id: tracking, metrics, params: [], tags: [] }, { token })
    if (saves) {
      await validate(stage, token, step)
      if (!isQuiet) save(step)
    }
  }
  told({ type: 'finished', step: stage.stage.gate.maxSteps })
  return 0
}

async function evaluate(
  stage: StageDescription,
  { step, tasks: wanted }: NonNullable<StageDescription['evaluation']>,
  job: StandInJob,
  { beforeTest }: Script,
): Promise<number> {
  const token = job.request.runtime_env.env_vars.ENVTUNE_RUN_TOKEN ?? ''
  for (const [place, { suite, task }] of wanted.entries()) {
    const isPlayed = (await beforeTest?.(place, stage, job)) ?? true
    if (job.isToStop) return 0
    if (isPlayed) await playTask(stage.environment.url, suite, token, { task, suite, training_step: step })
  }
  return 0
}

async function validate(stage: StageDescription, token: string, step: number): Promise<void> {
  for (const task of stage.tasks.validation)
    for (let rollout = 0; rollout < stage.stage.gate.validationSamples; rollout++)
      await play(stage, token, { ...task, partition: 'validation', training_step: step, rollout, profile: 'bfcl' })
}

const play = ({ environment, stage }: StageDescription, token: string, reset: object) =>
  playTask(environment.url, environment.suite, token, { ...reset, stage: stage.name })

async function playTask(url: string, suiteName: string, token: string, reset: object): Promise<void> {
  const { task } = z.object({ task: z.string() }).parse(reset)
  const client = await connect(Number(new URL(url).port), { token })
  dataOf(await client.reset(reset), 'observation')
  const suite = (await listSuites()).find(({ name }) => name === suiteName)
  for (const content of expectedTexts(await openTask(suite?.hash ?? '', { task }))) {
    const { done } = dataOf(await client.step({ type: 'assistant', content }), 'observation')
    if (done) break
  }
  await client.close()
}
