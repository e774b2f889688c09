import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { domainContract } from '@/server/core/environment-contract/domain-contract'
import { toolDocSchema } from '@/server/core/tasks/task'
import { evaluationRegistry } from './evaluation-registry'
import { reachableErrorsOf, reachableErrorsOfEvaluation } from './testing/reachable-errors-of'
import { starterTables } from './testing/single-domain-world'

const tables = starterTables()

function docsOf(domain: string) {
  const file = ['starter', 'starter-ood'].map((suite) => `suites/${suite}/tools/${domain}.json`).find(existsSync)
  return file === undefined ? null : z.array(toolDocSchema).parse(JSON.parse(readFileSync(file, 'utf8')))
}

describe.each([...evaluationRegistry.values()])('the domain $name', (domain) => {
  const ways = reachableErrorsOf.get(domain.name) ?? reachableErrorsOfEvaluation.get(domain.name) ?? {}

  it.each(domainContract)('$title', ({ problems }) => {
    expect(problems({ domain, ways, tables, docs: docsOf(domain.name) })).toEqual([])
  })
})
