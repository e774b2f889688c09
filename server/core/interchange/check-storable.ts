import type { EpisodeRecord } from '@/server/core/episodes/record'
import { InterchangeError } from './interchange-error'

const mostWhole = 2 ** 31 - 1
const mostSmall = 2 ** 15 - 1

/** Throws InterchangeError where an episode of a file says what no record of ours can hold. */
export function checkStorable({ turns, steps, stage, trainingStep, rollout, ...record }: EpisodeRecord): void {
  checkWhole('the stage', stage ?? 0, mostSmall)
  checkWhole('the training step', trainingStep, mostWhole)
  checkWhole('the rollout', rollout, mostWhole)
  checkWhole('the number of turns', turns.length, mostSmall)
  const { progress, syntax, binary } = record.rewards
  for (const value of [record.reward, progress, syntax, binary]) checkReal('the reward', value)
  checkReal('the advantage', record.advantage ?? 0)
  for (const { index, reward, executedCalls } of turns) {
    checkReal(`the reward of turn ${index + 1}`, reward)
    checkWhole(`the number of calls in turn ${index + 1}`, executedCalls, mostSmall)
  }
  if (new Set(turns.map(({ index }) => index)).size < turns.length) throw new InterchangeError('a turn is there twice')
  for (const { step, calls } of steps) checkWhole(`the number of calls in step ${step + 1}`, calls.length, mostSmall)
}

function checkWhole(what: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return
  throw new InterchangeError(`${what} is ${value}: a whole number from 0 to ${most} can be stored`)
}

/** Single precision; what counts for nothing has NaN, which is a number there. */
function checkReal(what: string, value: number): void {
  const stored = Math.fround(value)
  if (!Number.isFinite(value) || (Number.isFinite(stored) && (stored !== 0 || value === 0))) return
  throw new InterchangeError(`${what} is ${value}: more or less than a number of single precision can be`)
}
