import { AppError } from '@/server/app-error'
import { hasOwnRules } from '@/server/core/tasks/own-rules'
import { suiteDomains } from '@/server/db/suite-domains'
import { environments, playableDomains } from '@/server/environments/environments'
import { ownEnvironmentHash } from '@/server/hashes/source-hashes'

interface NamedSuite {
  readonly name: string
  readonly hash: string
}

/**
 * Hash of the user's own environment that a suite plays in; undefined: all of its domains are ours.
 * Throws BAD_INPUT at the field when one of its domains is not loaded.
 */
export async function suiteEnvironment(suite: NamedSuite, field: string): Promise<string | undefined> {
  const domains = await suiteDomains(suite.hash)
  const missing = missingDomains(suite, domains)
  if (missing.length === 0) return ownEnvironmentHash(domains)
  const [first = ''] = missing
  const refused = environments().refused.map(({ reason }) => ` Not loaded: ${reason}`)
  throw new AppError(
    'BAD_INPUT',
    `"${suite.name}" plays in ${first}, which is not loaded: name its folder in ENVTUNE_ENVIRONMENTS and start again.${refused.join('')}`,
    field,
  )
}

/** Whether every domain that a suite plays in is loaded. */
export const hasItsDomains = async (suite: NamedSuite): Promise<boolean> =>
  missingDomains(suite, await suiteDomains(suite.hash)).length === 0

/** Benchmarks with rules of their own name what is not a domain of ours, and are played without it. */
const missingDomains = ({ name }: NamedSuite, domains: readonly string[]): string[] =>
  hasOwnRules(name) ? [] : domains.filter((domain) => !playableDomains().has(domain))

/** As a snapshot refers to it. Throws as suiteEnvironment does. */
export async function suiteReference({ name, hash }: NamedSuite, field: string) {
  const environment = await suiteEnvironment({ name, hash }, field)
  return { name, hash, ...(environment === undefined ? {} : { environment }) }
}
