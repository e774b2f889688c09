import { z } from 'zod'
import { type StageLife, taskLives } from '@/server/core/curriculum/task-life'
import { listTaskNames, listTaskVisits, type NamedTask } from '@/server/db/task-life'

export const taskLifeInput = z.object({
  run: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  partition: z.enum(['train', 'validation']),
})

export interface NamedLife extends Omit<NamedTask, 'id'> {
  readonly stages: readonly StageLife[]
}

/** How each task of a run fared in each stage, in the order of the suite. */
export async function taskLife({ run, partition }: z.infer<typeof taskLifeInput>): Promise<NamedLife[]> {
  const lives = new Map(taskLives(await listTaskVisits(run, partition)).map((life) => [life.task, life.stages]))
  const tasks = await listTaskNames([...lives.keys()])
  return tasks.map(({ id, ...task }) => ({ ...task, stages: lives.get(id) ?? [] }))
}
