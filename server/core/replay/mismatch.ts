import type { CallRecord, StepRecord, TurnRecord } from '@/server/core/episodes/record'
import type { RecordedEpisode } from './recorded-episode'
import type { Replayed } from './replay-episode'
import { sameJson } from './same-json'

/** One place in which a record is not what its calls give when they are played again. */
export interface Mismatch {
  /** From 0; null: of the episode as a whole. */
  readonly turn: number | null
  /** Position in the episode, from 0; null: of the turn or the episode. */
  readonly step: number | null
  readonly call: number | null
  readonly field: string
  readonly recorded: unknown
  readonly recomputed: unknown
}

type At = Pick<Mismatch, 'turn' | 'step' | 'call'>

const turnFields = [
  ...(['reward', 'stateOk', 'execOk', 'forcedEnd', 'executedCalls', 'expected', 'missingResults'] as const),
  ...(['differences', 'userMessage', 'releases'] as const),
] satisfies readonly (keyof TurnRecord)[]

const callFields = [
  'name',
  'executed',
  'standard',
  'hinted',
  'rule',
  'error',
] as const satisfies readonly (keyof CallRecord)[]

const episodeFields = ['success', 'verdict', 'irrelevanceError', 'truncated', 'counts'] as const

/**
 * Where a record differs from its replay in the setting in which it was recorded: rewards, both checks, the state
 * against the expected one, results and hints. Nothing: the record is what the environment gives.
 */
export function findMismatches(
  recorded: RecordedEpisode,
  { record, stepsLeft }: Pick<Replayed, 'record' | 'stepsLeft'>,
): Mismatch[] {
  const whole = { turn: null, step: null, call: null }
  return [
    ...(stepsLeft > 0 ? [{ ...whole, field: 'steps', ...pair(recorded.steps.length, record.steps.length) }] : []),
    ...episodeFields.flatMap((field) => differing(whole, field, recorded[field], record[field])),
    ...rewardMismatches(recorded, record, whole),
    ...turnMismatches(recorded.turns, record.turns),
    ...recorded.steps.flatMap((step, index) => stepMismatches(step, record.steps[index])),
  ]
}

/** Rewards are stored with single precision. */
function rewardMismatches(recorded: RecordedEpisode, { reward, rewards }: Replayed['record'], at: At): Mismatch[] {
  const single = (field: string, was: number, is: number) => differing(at, field, Math.fround(was), Math.fround(is))
  return [
    ...single('reward', recorded.reward, reward),
    ...single('progress', recorded.rewards.progress, rewards.progress),
    ...single('syntax', recorded.rewards.syntax, rewards.syntax),
    ...single('binary', recorded.rewards.binary, rewards.binary),
  ]
}

function turnMismatches(recorded: readonly TurnRecord[], replayed: readonly TurnRecord[]): Mismatch[] {
  const indices = [...new Set([...recorded, ...replayed].map(({ index }) => index))]
  return indices.flatMap((index) => {
    const at = { turn: index, step: null, call: null }
    const was = recorded.find((turn) => turn.index === index)
    const is = replayed.find((turn) => turn.index === index)
    if (!was || !is) return [{ ...at, field: 'played', ...pair(was !== undefined, is !== undefined) }]
    return turnFields.flatMap((field) => differing(at, field, was[field], is[field]))
  })
}

function stepMismatches(was: StepRecord, is: StepRecord | undefined): Mismatch[] {
  if (!is) return []
  const at = { turn: was.turn, step: was.step, call: null }
  return [
    ...differing(at, 'turn', was.turn, is.turn),
    ...differing(at, 'outcome', was.outcome, is.outcome),
    ...was.calls.flatMap((call, index) => callMismatches({ ...at, call: index }, call, is.calls[index])),
    ...differing(at, 'observation', was.observation, is.observation),
  ]
}

const callMismatches = (at: At, was: CallRecord, is: CallRecord | undefined): Mismatch[] =>
  callFields.flatMap((field) => differing(at, field, was[field], is?.[field]))

const differing = (at: At, field: string, recorded: unknown, recomputed: unknown): Mismatch[] =>
  sameJson(recorded, recomputed) ? [] : [{ ...at, field, ...pair(recorded, recomputed) }]

const pair = (recorded: unknown, recomputed: unknown) => ({ recorded, recomputed })
