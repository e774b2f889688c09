import type { ToolDoc } from '@/server/core/tasks/task'
import { listSuites, loadSuite } from '@/server/db/suites'

/** What tools say of themselves, by domain, as the newest versions of the stored suites have it. */
export async function toolDocsByDomain(): Promise<ReadonlyMap<string, readonly ToolDoc[]>> {
  const docs = new Map<string, readonly ToolDoc[]>()
  for (const { hash } of await listSuites()) {
    const { toolDocs } = await loadSuite(hash)
    for (const [domain, own] of Object.entries(toolDocs)) if (!docs.has(domain)) docs.set(domain, own)
  }
  return docs
}
