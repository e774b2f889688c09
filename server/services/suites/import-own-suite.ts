import { AppError } from '@/server/app-error'
import { failingCalls } from '@/server/core/environment-contract/ground-truth-problems'
import { type StoredSuite, storeSuite } from '@/server/db/suites'
import { playableDomains } from '@/server/environments/environments'
import { prepareOwnSuite, readOwnSuite } from './read-own-suite'

/**
 * Stores a suite of the user's own, from its folder or that of its environment, as a new version of its name. Throws
 * BAD_INPUT at what is wrong: its domains have to be loaded, and its ground truth has to run.
 */
export async function importOwnSuite(path: string): Promise<StoredSuite> {
  const own = await readOwnSuite(path)
  const missing = Object.keys(own.suite.toolDocs).find((domain) => !playableDomains().has(domain))
  if (missing !== undefined)
    throw new AppError(
      'BAD_INPUT',
      `${own.folder}: the domain ${missing} is not loaded: name the folder of its environment in ENVTUNE_ENVIRONMENTS.`,
      'folder',
    )
  for (const task of prepareOwnSuite(own, playableDomains())) {
    const [failing] = failingCalls(task)
    const { key } = task.task
    if (failing !== undefined)
      throw new AppError('BAD_INPUT', `${own.folder}/tasks.jsonl:${own.lines.get(key)}: ${key}: ${failing}.`, 'folder')
  }
  return storeSuite(own.suite)
}
