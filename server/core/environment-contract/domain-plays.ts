import type { JsonValue } from '@/server/core/environments/domain'
import { callText } from '@/server/core/environments/shared/call'
import { parseJson, toJsonValue } from '@/server/core/environments/shared/json'
import type { Check } from './check'
import { asDict, type DomainSubject, worldOf } from './domain-subject'
import { type Play, playCheck } from './play'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Order of keys apart, as Python compares. */
const sorted = (value: JsonValue): JsonValue =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.keys(value)
            .toSorted()
            .map((key) => [key, sorted(value[key] ?? null)]),
        )
      : value

function outcome(subject: DomainSubject, { scenario, longContext, calls }: Play) {
  const world = worldOf(subject, scenario, longContext)
  return { results: calls.map((call) => world.execute(call).text), state: world.encode() }
}

function copyProblem(subject: DomainSubject, { scenario, longContext, calls, others }: Play): string | null {
  const original = worldOf(subject, scenario, longContext)
  for (const call of calls) original.execute(call)
  const atCopy = original.encode()
  const copy = original.clone()
  const spare = original.clone()
  if (!copy.equals(original)) return 'a copy differs from its original at once'
  const results = others.map((call) => original.execute(call).text)
  if (!same(spare.encode(), atCopy)) return 'a call on the original changes a copy of its state'
  const again = others.map((call) => copy.execute(call).text)
  if (!same(again, results)) return `the copy answers ${again.join(' | ')}, the original ${results.join(' | ')}`
  if (!same(copy.encode(), original.encode()) || !copy.equals(original)) return 'the copy ends in another state'
  return same(spare.encode(), atCopy) ? null : 'a call on one copy changes another'
}

function differenceProblem(subject: DomainSubject, { scenario, calls }: Play): string | null {
  const { name } = subject.domain
  const expected = worldOf(subject, scenario, false)
  const actual = expected.clone()
  for (const call of calls) actual.execute(call)
  const [wanted, found] = [expected.encode()[name] ?? {}, actual.encode()[name] ?? {}]
  const differing = Object.keys(wanted).filter((key) => !same(sorted(wanted[key] ?? null), sorted(found[key] ?? null)))
  const named = actual.differences(expected).map(({ attribute }) => attribute)
  const isPublic = (attribute: string) => !attribute.startsWith('$')
  const [told, seen] = [named.filter(isPublic), differing.filter(isPublic)]
  if (!same(told, seen)) return `the attributes ${list(seen)} differ, but ${list(told)} are named`
  return actual.equals(expected) === (named.length === 0) ? null : 'equal and differing at once'
}

const list = (names: readonly string[]): string => `[${names.join(', ')}]`

function readProblem(subject: DomainSubject, { scenario, longContext, calls }: Play): string | null {
  const reading = new Set(subject.domain.tools.filter(({ access }) => access === 'read').map(({ name }) => name))
  const world = worldOf(subject, scenario, longContext)
  for (const call of calls) {
    const before = world.encode()
    world.execute(call)
    if (reading.has(call.name) && !same(world.encode(), before))
      return `${call.name} is declared a read tool, but changes the state`
  }
  return null
}

function argumentProblem(subject: DomainSubject, { scenario, calls }: Play): string | null {
  const world = worldOf(subject, scenario, false)
  for (const call of calls) {
    const written = callText(call)
    world.execute(call)
    if (callText(call) !== written) return `${call.name} changes its arguments`
  }
  return null
}

function scenarioProblem(subject: DomainSubject, { scenario: text, longContext, calls, others }: Play): string | null {
  const scenario = asDict(parseJson(text))
  const own = worldOf(subject, scenario, longContext)
  const neighbour = worldOf(subject, scenario, longContext)
  for (const call of others) neighbour.execute(call)
  const alone = worldOf(subject, text, longContext)
  if (!same(own.encode(), alone.encode())) return 'a call in one world changes another that was loaded beside it'
  const [results, expected] = [own, alone].map((world) => calls.map((call) => world.execute(call).text))
  if (!same(results, expected)) return 'a call in one world changes the results of another that was loaded beside it'
  const isSame = same(toJsonValue(scenario), toJsonValue(parseJson(text)))
  return isSame ? null : 'a call changes the scenario, which other worlds are loaded from'
}

function tableProblem(subject: DomainSubject, { scenario, calls }: Play): string | null {
  const written = () => JSON.stringify(toJsonValue(new Map(subject.tables)))
  const before = written()
  const world = worldOf(subject, scenario, true)
  for (const call of calls) world.execute(call)
  return written() === before ? null : 'a call changes a long-context table'
}

/** What holds for a domain whatever is called. */
export const domainPlays: readonly Check<DomainSubject>[] = [
  playCheck('gives the same results and state for the same calls', (subject, play) => {
    const [first, second] = [outcome(subject, play), outcome(subject, play)]
    if (!same(first.results, second.results)) return 'the same calls gave other results'
    return same(first.state, second.state) ? null : 'the same calls led to another state'
  }),
  playCheck('goes on from a copy as from the original, and neither disturbs the other', copyProblem),
  playCheck('names exactly the attributes that differ', differenceProblem),
  playCheck('leaves the public state alone when a read tool is called', readProblem),
  playCheck('never changes the arguments of a call', argumentProblem),
  playCheck('never changes the scenario, so that worlds that share one do not disturb each other', scenarioProblem),
  playCheck("never changes the suite's long-context tables", tableProblem),
]
