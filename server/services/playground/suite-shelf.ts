import { AppError } from '@/server/app-error'
import { bareTask, freeTask } from '@/server/core/playground/free-task'
import type { PlaySetting } from '@/server/core/playground/play-session'
import type { PlaygroundSession } from '@/server/core/playground/session'
import { prepareTask } from '@/server/core/tasks/prepare-task'
import type { Suite } from '@/server/core/tasks/task'
import { loadSuite } from '@/server/db/suites'
import { playableDomains } from '@/server/environments/environments'

/** Suites are immutable, so what was read once stays right; a suite is some megabytes. */
const known = new Map<string, Promise<Suite>>()
const mostKept = 4

/** The suite with this hash. Throws NOT_FOUND. */
export function openSuite(hash: string): Promise<Suite> {
  const kept = known.get(hash)
  if (kept) return kept
  if (known.size >= mostKept) known.clear()
  const loading = loadSuite(hash)
  known.set(hash, loading)
  loading.catch(() => known.delete(hash))
  return loading
}

type Place = Pick<PlaygroundSession, 'suite' | 'task' | 'domains'>

/** The task that is played, ready to be. Throws BAD_INPUT at the field at fault. */
export async function openPlace({
  suite: { hash },
  task: key,
  domains,
}: Place): Promise<Omit<PlaySetting, 'augmentation'>> {
  const suite = await openSuite(hash)
  if (key === null) {
    checkDomains(suite, domains)
    return { task: prepareTask(bareTask(domains), suite, playableDomains()), isFree: true }
  }
  const task = suite.tasks.find((candidate) => candidate.key === key)
  if (!task) throw new AppError('BAD_INPUT', `The suite "${suite.name}" has no task "${key}".`, 'task')
  if (!task.benchmark) return { task: prepareTask(task, suite, playableDomains()), isFree: false }
  const free = freeTask(task, suite)
  return { task: prepareTask(free.task, free.suite, playableDomains()), isFree: true }
}

/** Of the names under which a suite documents tools those that are domains: they can be played without a task. */
export const domainsToPlay = (documented: readonly string[]): string[] =>
  documented.filter((name) => playableDomains().has(name))

function checkDomains(suite: Suite, domains: readonly string[]): void {
  const playable = domainsToPlay(Object.keys(suite.toolDocs))
  if (domains.length === 0) throw new AppError('BAD_INPUT', 'Choose at least one domain, or a task.', 'domains')
  const unknown = domains.find((name) => !playable.includes(name))
  if (unknown === undefined) return
  const message = `The suite "${suite.name}" documents no domain "${unknown}". It has: ${playable.join(', ')}.`
  throw new AppError('BAD_INPUT', message, 'domains')
}
