import type { Registry } from '@/server/core/environments/registry'
import { hintFor } from '@/server/core/hints/augmentation-set'
import { lintAugmentationSet } from '@/server/core/hints/lint'
import type { AugmentationSet } from '@/server/core/hints/rule'
import { type ExpectedSuite, wordLeak } from '@/server/core/hints/word-leak'
import { type Check, checkOf, type Problem } from './check'
import { type DomainSubject, worldOf } from './domain-subject'
import { failureText } from './failure-text'

export interface HintSubject {
  readonly set: AugmentationSet
  readonly domains: readonly DomainSubject[]
  /** Every domain that its rules may name. */
  readonly registry: Registry
  /** What its rules must not give away. */
  readonly suites: readonly ExpectedSuite[]
}

const lintProblems = ({ set, registry }: HintSubject): Problem[] =>
  lintAugmentationSet(set, registry).map(({ rule, field, message }) => ({ about: rule, text: `${field}: ${message}` }))

function uncoveredCodes({ set, domains }: HintSubject): string[] {
  return domains.flatMap(({ domain: { name, errors } }) =>
    Object.keys(errors)
      .filter((code) => !set.rules.some(({ when }) => when.code === code && (when.domain ?? name) === name))
      .map((code) => `no rule is for the error ${code} of ${name}`),
  )
}

const unansweredWays = (subject: HintSubject): string[] =>
  subject.domains.flatMap((domain) =>
    Object.keys(domain.ways).flatMap((code) => {
      try {
        return unanswered(subject.set, domain, code)
      } catch (error) {
        return [`on the way to ${code}: ${failureText(error)}`]
      }
    }),
  )

function unanswered(set: AugmentationSet, subject: DomainSubject, code: string): string[] {
  const way = subject.ways[code]
  if (way === undefined) return []
  const world = worldOf(subject, way.scenario ?? '{}', way.longContext ?? false)
  const last = way.calls.map((call) => world.execute(call)).at(-1)
  const hint = last?.error ? hintFor(set, last.error) : null
  const call = way.calls.at(-1)
  if (hint === null) return [`no rule speaks when ${call} leads to ${code} of ${subject.domain.name}`]
  if (last?.text.includes(hint.text)) return [`the rule ${hint.rule} says what the standard message says already`]
  return []
}

const leakProblems = ({ set, suites }: HintSubject): Problem[] =>
  set.rules.flatMap((rule) => {
    const leak = wordLeak(rule, suites)
    if (leak === null) return []
    const { suite, task, turn } = leak.where
    const text = `gives away ${leak.value}, which ${leak.call} expects in ${suite}, ${task}, turn ${turn + 1}`
    return [{ about: rule.id, text }]
  })

/** Everything that holds for the hints of domains, ours or somebody else's. */
export const hintContract: readonly Check<HintSubject>[] = [
  { title: 'name only domains, tools, errors and values that exist, and can all be reached', problems: lintProblems },
  checkOf('have a rule for every error code', uncoveredCodes),
  checkOf('answer every error with more than its standard message', unansweredWays),
  { title: 'give no ground truth of the suite away', problems: leakProblems },
]
