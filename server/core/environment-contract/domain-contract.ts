import type { Check } from './check'
import { domainDeclaration } from './domain-declaration'
import { domainPlays } from './domain-plays'
import type { DomainSubject } from './domain-subject'

/** Everything that holds for a domain, ours or somebody else's. */
export const domainContract: readonly Check<DomainSubject>[] = [...domainDeclaration, ...domainPlays]
