import { describe, expect, it } from 'vitest'
import { rankWithTies } from './rank-with-ties'

const row = (name: string, value: number, noise: number) => ({ name, value, low: value - noise, high: value + noise })
const ranks = (rows: ReturnType<typeof row>[]) => rankWithTies(rows, (r) => r).map(({ name, rank }) => `${name}${rank}`)

describe('ranks on the leaderboard', () => {
  it('are shared by rows within noise of each other', () => {
    expect(ranks([row('a', 0.5, 0.1), row('b', 0.55, 0.1), row('c', 0.1, 0.1)])).toEqual(['b1', 'a1', 'c3'])
  })
  it('tell apart what is surely different', () => {
    expect(ranks([row('a', 0.2, 0.01), row('b', 0.4, 0.01)])).toEqual(['b1', 'a2'])
  })
})
