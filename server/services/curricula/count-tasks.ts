import { countSuiteTasks } from '@/server/db/curricula-versions'

export interface SuiteTaskCounts {
  readonly suite: string
  /** Split → tasks that stages train on, and that their gates look at. */
  readonly train: Readonly<Record<string, number>>
  readonly validation: Readonly<Record<string, number>>
}

/** What each suite that can be trained on offers a stage. */
export async function countTasks(): Promise<SuiteTaskCounts[]> {
  const rows = await countSuiteTasks()
  return [...new Set(rows.map(({ suite }) => suite))].map((suite) => {
    const of = (partition: string) =>
      Object.fromEntries(
        rows
          .filter((row) => row.suite === suite && row.partition === partition)
          .map(({ split, tasks }) => [split, tasks]),
      )
    return { suite, train: of('train'), validation: of('validation') }
  })
}
