import { readWebSuites, webSuiteFiles } from '@/server/core/tasks/web-suite'
import type { StoredSuite } from '@/server/db/suites'
import { sha256 } from '@/server/hashes/content-hash'
import { readNamedFiles } from './read-files'
import { storeReadSuites } from './store-read-suite'

/** Stores the benchmark's web search questions, with and without snippets, from a copy of its data folder. */
export async function importBfclWebSearch(folder: string): Promise<StoredSuite[]> {
  const files = await readNamedFiles(folder, webSuiteFiles)
  return storeReadSuites(folder, () => readWebSuites(files, sha256))
}
