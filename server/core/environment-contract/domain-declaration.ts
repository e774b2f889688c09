import type { ReachableErrors } from '@/server/core/environments/reachable-error'
import { refusedName } from '@/server/core/environments/refused-names'
import { type Check, checkOf } from './check'
import { documentationProblems } from './documentation-problems'
import { type DomainSubject, worldOf } from './domain-subject'
import { failureText } from './failure-text'

function codeProblems({ domain, ways }: DomainSubject): string[] {
  const missing = Object.keys(domain.errors).filter((code) => ways[code] === undefined)
  const surplus = Object.keys(ways).filter((code) => domain.errors[code] === undefined)
  return [
    ...missing.map((code) => `the error ${code} has no way that leads to it`),
    ...surplus.map((code) => `there is a way to ${code}, which is no error of ${domain.name}`),
  ]
}

function wayProblems(subject: DomainSubject): string[] {
  return Object.entries(subject.ways).flatMap(([code, way]) => {
    try {
      return wayProblem(subject, code, way)
    } catch (error) {
      return [`on the way to ${code}: ${failureText(error)}`]
    }
  })
}

function wayProblem(subject: DomainSubject, code: string, way: ReachableErrors[string]): string[] {
  const world = worldOf(subject, way.scenario ?? '{}', way.longContext ?? false)
  const results = way.calls.map((call) => world.execute(call))
  const early = results.slice(0, -1).findIndex(({ error }) => error !== null)
  if (early >= 0) return [`on the way to ${code}, ${way.calls[early]} fails already: ${results[early]?.text}`]
  const last = results.at(-1)
  const error = last?.error
  if (error?.domain !== subject.domain.name || error.code !== code)
    return [`${way.calls.at(-1)} leads to ${error?.code ?? 'no error'}, not to ${code}: ${last?.text}`]
  const lacking = (subject.domain.errors[code]?.fields ?? []).filter((field) => error.values[field] === undefined)
  return lacking.map((field) => `${code} declares the value ${field}, but does not carry it`)
}

function nameProblems({ domain }: DomainSubject): string[] {
  return [
    ...repeated(domain.tools.map(({ name }) => name)).map((name) => `the tool ${name} is declared twice`),
    ...domain.tools.flatMap(({ name, parameters }) =>
      repeated(parameters.map((parameter) => parameter.name)).map((own) => `${name} has the parameter ${own} twice`),
    ),
    ...domain.tools
      .filter(({ name }) => refusedName(name) !== null)
      .map(({ name }) => `no tool may be called ${name}: calls of that name are refused before they reach a domain`),
  ]
}

const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index)

/** What a domain says of itself. */
export const domainDeclaration: readonly Check<DomainSubject>[] = [
  checkOf('has a way to each of its error codes and to no other', codeProblems),
  checkOf('lets an agent cause each of its errors, with the values that it declares', wayProblems),
  checkOf('has unique tool names and parameters', nameProblems),
  checkOf('has each tool documented with its parameters in order', ({ domain, docs }) =>
    docs === null ? [] : documentationProblems(domain, docs),
  ),
]
