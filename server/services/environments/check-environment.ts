import { join } from 'node:path'
import { AppError } from '@/server/app-error'
import { readConfig } from '@/server/config'
import { domainContract } from '@/server/core/environment-contract/domain-contract'
import type { DomainSubject } from '@/server/core/environment-contract/domain-subject'
import { suiteContract } from '@/server/core/environment-contract/suite-contract'
import type { Registry } from '@/server/core/environments/registry'
import type { PreparedTask } from '@/server/core/tasks/prepare-task'
import { suiteTables } from '@/server/core/tasks/suite-tables'
import { type EnvironmentFolder, openEnvironmentFolder } from '@/server/environments/environment-folder'
import { loadEnvironments, refuseTakenNames } from '@/server/environments/environments'
import { suiteFolder } from '@/server/environments/file-names'
import { type OwnSuite, prepareOwnSuite, readOwnSuite } from '@/server/services/suites/read-own-suite'
import { checkHints } from './check-hints'
import { type CheckLine, lineOf } from './check-line'

export interface EnvironmentReport {
  readonly folder: string
  readonly ok: boolean
  readonly checks: readonly CheckLine[]
}

/** Checks the folder of an environment against everything that its domains, its suite and its hints have to keep. */
export async function checkEnvironment(folder: string): Promise<EnvironmentReport> {
  const checks = await checksOf(folder)
  return { folder, ok: checks.every(({ problems }) => problems.length === 0), checks }
}

async function checksOf(folder: string): Promise<CheckLine[]> {
  const [loading, environment] = tried('The module is loaded and makes domains', () => openEnvironmentFolder(folder))
  if (!environment) return [loading]
  const others = loadEnvironments(readConfig().environmentFolders.filter((other) => other !== folder))
  const [naming] = tried('The domains have names of their own', () => refuseTakenNames(environment, others.own))
  const [reading, own] = await triedLater('The suite is read', () => readOwnSuite(join(folder, suiteFolder)))
  const subjects = subjectsOf(environment, own)
  const registry = new Map([...others.playable, ...subjects.map(({ domain }) => [domain.name, domain] as const)])
  return [
    ...[loading, naming, reading],
    ...subjects.flatMap((subject) => domainLines(environment, subject)),
    ...(own ? suiteLines(own, subjects, registry) : []),
    ...(await checkHints(folder, { domains: subjects, registry }, own?.suite ?? null)),
  ]
}

function subjectsOf({ domains }: EnvironmentFolder, own: OwnSuite | null): DomainSubject[] {
  const tables = own ? suiteTables(own.suite) : new Map()
  return domains.map(({ domain, reachableErrors }) => {
    return { domain, ways: reachableErrors, tables, docs: own?.suite.toolDocs[domain.name] ?? null }
  })
}

const domainLines = ({ folder, module }: EnvironmentFolder, subject: DomainSubject): CheckLine[] =>
  domainContract.map((check) =>
    lineOf(check, subject, `${subject.domain.name} ${check.title}`, () => join(folder, module)),
  )

function suiteLines(own: OwnSuite, subjects: readonly DomainSubject[], registry: Registry): CheckLine[] {
  const { folder, suite, lines } = own
  const undocumented = subjects.filter(({ docs }) => docs === null).map(({ domain }) => domain.name)
  const playing: CheckLine = {
    check: 'The suite plays in every domain',
    problems: undocumented.map((name) => `${join(folder, 'tasks.jsonl')}: no task plays in ${name}`),
  }
  const [preparing, prepared] = tried('The suite names domains, tools and scenarios that exist', () =>
    prepareOwnSuite(own, registry),
  )
  if (!prepared) return [playing, preparing]
  const place = (key: string | null) =>
    join(folder, key === null ? 'tasks.jsonl' : `tasks.jsonl:${lines.get(key)}: ${key}`)
  const subject: { suite: typeof suite; prepared: readonly PreparedTask[] } = { suite, prepared }
  return [
    ...[playing, preparing],
    ...suiteContract.map((check) => lineOf(check, subject, `The suite ${check.title}`, place)),
  ]
}

function tried<Result>(check: string, work: () => Result): [CheckLine, Result | null] {
  try {
    return [{ check, problems: [] }, work()]
  } catch (error) {
    return [{ check, problems: [messageOf(error)] }, null]
  }
}

async function triedLater<Result>(check: string, work: () => Promise<Result>): Promise<[CheckLine, Result | null]> {
  try {
    return [{ check, problems: [] }, await work()]
  } catch (error) {
    return [{ check, problems: [messageOf(error)] }, null]
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  throw error
}
