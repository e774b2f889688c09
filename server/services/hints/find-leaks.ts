import { leakedValues } from '@/server/core/hints/ground-truth-leak'
import { knownTexts } from '@/server/core/hints/known-texts'
import { matchRule } from '@/server/core/hints/match-rule'
import { recordedError } from '@/server/core/hints/recorded-error'
import { renderHint } from '@/server/core/hints/render-hint'
import type { HintRule } from '@/server/core/hints/rule'
import { wordLeak } from '@/server/core/hints/word-leak'
import { findStoredEpisodes, type StoredEpisode } from '@/server/db/episode-records'
import { listFailures, type RecordedFailure } from '@/server/db/hint-failures'
import { findTaskPlace } from '@/server/db/replay-run'
import { expectedSuite, expectedSuites } from './expected-turns'

/** A ground-truth value in a hint's text that its reader could not know. */
export interface Leak {
  readonly value: string
  /** The expected call that passes it. */
  readonly call: string
  /** Where it would have been told: a recorded step, or a task's turn (from 0). */
  readonly where:
    | { readonly episode: string; readonly step: number }
    | { readonly suite: string; readonly task: string; readonly turn: number }
  /** The hint there, or the template's own words. */
  readonly text: string
}

/** Failing calls that are looked at for one rule, each of another turn. */
const mostTurns = 40
const mostFailures = 1000

/**
 * The first ground-truth value that a rule would give away; null: none was found. Looked for in the texts that the
 * rule makes for recorded failures, and in the template's own words against every stored suite. What the error itself
 * carries comes from the environment and is no leak: a hint never sees the expected calls.
 */
export async function findLeak(rule: HintRule): Promise<Leak | null> {
  return wordLeak(rule, await expectedSuites()) ?? (await recordedLeak(rule))
}

async function recordedLeak(rule: HintRule): Promise<Leak | null> {
  const failures = oneOfEachTurn((await listFailures(rule.when, mostFailures)).filter(matchedBy(rule)))
  const episodes = await findStoredEpisodes([...new Set(failures.map(({ episode }) => BigInt(episode)))])
  const byId = new Map(episodes.map((episode) => [String(episode.id), episode]))
  for (const failure of failures) {
    const episode = byId.get(failure.episode)
    const leak = episode ? await leakIn(rule, failure, episode) : null
    if (leak) return leak
  }
  return null
}

/** Whether a rule by itself matches a recorded failure. */
export function matchedBy(rule: HintRule): (failure: RecordedFailure) => boolean {
  const set = { name: '', version: 1, title: '', rules: [rule] }
  return ({ tool, domain, code, values }) =>
    matchRule(set, recordedError(tool, { domain, code, values: JSON.parse(values) })) !== null
}

function oneOfEachTurn(failures: readonly RecordedFailure[]): RecordedFailure[] {
  const turns = new Map(failures.map((failure) => [`${failure.taskId} ${failure.turn}`, failure]))
  return [...turns.values()].slice(0, mostTurns)
}

/** The value that a rule gives away at one recorded failing call; null: none. */
export async function leakIn(
  rule: HintRule,
  failure: RecordedFailure,
  { record }: StoredEpisode,
): Promise<Leak | null> {
  const call = record.steps.find(({ step }) => step === failure.step)?.calls[failure.call]
  const turn = record.turns.find(({ index }) => index === failure.turn)
  if (!call?.error || !turn) return null
  const { suite: hash } = await findTaskPlace(failure.taskId)
  const { docs } = await expectedSuite(hash)
  const text = renderHint(rule.template, recordedError(call.name, call.error))
  const expected = await expectedOf(hash, failure)
  const [leaked] = leakedValues(text, expected, [
    ...knownTexts(record, failure),
    docs,
    JSON.stringify(call.error.values),
  ])
  if (!leaked) return null
  return { value: leaked.text, call: leaked.call, where: { episode: failure.episode, step: failure.step }, text }
}

async function expectedOf(hash: string, { task, turn }: RecordedFailure) {
  const { turns } = await expectedSuite(hash)
  return turns.find((own) => own.task === task && own.turn === turn)?.values ?? []
}

/** What a person reads about it. */
export function leakText({ value, call, where, text }: Leak): string {
  const place =
    'episode' in where
      ? `in episode ${where.episode}, step ${where.step + 1}`
      : `in ${where.suite}, task ${where.task}, turn ${where.turn + 1}`
  return `gives away ${value}: ${place} the expected call is ${call}, and nothing that the agent could have read there holds it; the hint would say “${text}”`
}
