import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { hasOwnRules } from '@/server/core/tasks/own-rules'
import { listAugmentationSets } from '@/server/db/augmentation-sets'
import { documentedDomains, searchTasks } from '@/server/db/playground-sessions'
import { listSuites } from '@/server/db/suites'
import { domainsToPlay } from './suite-shelf'

/** What a session can begin with: suites with their domains, and augmentation sets. */
export async function playgroundOptions() {
  const [suites, sets, domains] = await Promise.all([listSuites(), listAugmentationSets(), documentedDomains()])
  return {
    suites: suites.map(({ id, name, title, version, taskCount }) => ({
      ...{ name, title, version, tasks: taskCount, isFree: hasOwnRules(name) },
      domains: domainsToPlay(domains.get(id) ?? []),
    })),
    sets: sets.map(({ name, version, title }) => ({ name, version, title })),
  }
}

export const playgroundTasksInput = z.object({ suite: z.string().min(1).max(200), text: z.string().max(200) })
const mostTasks = 60

/** Tasks of the newest version of a suite whose key, opening or domain has the text. Throws NOT_FOUND. */
export async function playgroundTasks({ suite: name, text }: z.infer<typeof playgroundTasksInput>) {
  const suite = (await listSuites()).find((candidate) => candidate.name === name)
  if (!suite) throw new AppError('NOT_FOUND', `There is no suite "${name}".`, 'suite')
  return searchTasks(suite.hash, text.trim(), mostTasks)
}
