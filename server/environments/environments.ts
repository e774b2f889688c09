import { AppError } from '@/server/app-error'
import { readConfig } from '@/server/config'
import { evaluationRegistry } from '@/server/core/environments/evaluation-registry'
import { builtinRegistry, type Registry } from '@/server/core/environments/registry'
import { type EnvironmentFolder, openEnvironmentFolder } from './environment-folder'

/** A folder whose domains are not there, and why. */
export interface RefusedFolder {
  readonly folder: string
  readonly reason: string
}

interface Environments {
  /** Domains that runs train on. */
  readonly trainable: Registry
  /** The same and those that are only evaluated on. */
  readonly playable: Registry
  readonly own: readonly EnvironmentFolder[]
  readonly refused: readonly RefusedFolder[]
}

/** Loads folders after each other. One that is broken or takes a name that is taken is left out; the rest works. */
export function loadEnvironments(folders: readonly string[]): Environments {
  const own: EnvironmentFolder[] = []
  const refused: RefusedFolder[] = []
  for (const folder of folders) {
    try {
      const opened = openEnvironmentFolder(folder)
      refuseTakenNames(opened, own)
      own.push(opened)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ folder, reason: error.message })
    }
  }
  const domains = own.flatMap((environment) => environment.domains.map(({ domain }) => [domain.name, domain] as const))
  return {
    trainable: new Map([...builtinRegistry, ...domains]),
    playable: new Map([...evaluationRegistry, ...domains]),
    ...{ own, refused },
  }
}

/** Throws BAD_INPUT when a domain of the folder has the name of another: records and suites know domains by name. */
export function refuseTakenNames({ folder, module, domains }: EnvironmentFolder, others: readonly EnvironmentFolder[]) {
  const seen = new Map([...evaluationRegistry.keys()].map((name) => [name, 'comes with Envtune']))
  for (const other of others)
    for (const { domain } of other.domains) seen.set(domain.name, `is loaded from ${other.folder}`)
  for (const { domain } of domains) {
    const taken = seen.get(domain.name)
    if (taken !== undefined)
      throw new AppError(
        'BAD_INPUT',
        `${folder}/${module}: the domain needs a name of its own; one called ${domain.name} ${taken}.`,
      )
    seen.set(domain.name, 'stands in the same module')
  }
}

let loaded: Environments | null = null

/** What this process knows of: our domains and those of the folders in ENVTUNE_ENVIRONMENTS, loaded when first asked. */
export function environments(): Environments {
  if (loaded !== null) return loaded
  loaded = loadEnvironments(readConfig().environmentFolders)
  for (const { reason } of loaded.refused) process.stderr.write(`Environment not loaded: ${reason}\n`)
  return loaded
}

/** Domains by name that runs train on: ours and those of the user's folders. */
export const trainableDomains = (): Registry => environments().trainable

/** Every domain that can be played: those and the ones of the out-of-distribution benchmarks. */
export const playableDomains = (): Registry => environments().playable

/** The environments of the user's own that some of the domains come from, in the order of their names. */
export const ownEnvironments = (domains: readonly string[]): EnvironmentFolder[] =>
  environments()
    .own.filter((environment) => environment.domains.some(({ domain }) => domains.includes(domain.name)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
