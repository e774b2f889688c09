import type { Check } from '@/server/core/environment-contract/check'
import { forbidChance } from '@/server/environments/forbid-chance'

/** One thing that was looked at. */
export interface CheckLine {
  /** The sentence that holds or does not. */
  readonly check: string
  /** What is wrong, each with its file and, where known, its line; empty: it holds. */
  readonly problems: readonly string[]
}

/** A check that is carried out without the clock and without chance. */
export function lineOf<Subject>(
  { problems }: Check<Subject>,
  subject: Subject,
  check: string,
  place: (about: string | null) => string,
): CheckLine {
  const found = forbidChance(() => problems(subject))
  return { check, problems: found.map(({ about, text }) => `${place(about)}: ${text}`) }
}
