import { expect, it } from 'vitest'
import { isJudged } from './is-judged'

const turn = (reward: number, stateOk: boolean) => ({ reward, stateOk, execOk: false })

it('turns of an import are judged when its source says anything of them', () => {
  const turns = [turn(0, false), turn(0, false)]
  expect(isJudged({ origin: 'import', syntax: 0, turns })).toBe(false)
  expect(isJudged({ origin: 'import', syntax: 0, turns: [...turns, turn(0, true)] })).toBe(true)
  expect(isJudged({ origin: 'import', syntax: 1, turns })).toBe(true)
})

it('turns that we played are judged, failed ones too', () => {
  expect(isJudged({ origin: 'trainer', syntax: 0, turns: [turn(0, false)] })).toBe(true)
})
