import { describe, expect, it } from 'vitest'
import { type ArmSums, type CrossSums, turnEffect } from './turn-effect'

interface Dialogue {
  readonly n1: number
  readonly x1: number
  readonly n0: number
  readonly x0: number
}
const sum = (dialogues: readonly Dialogue[], of: (dialogue: Dialogue) => number) =>
  dialogues.reduce((total, dialogue) => total + of(dialogue), 0)
const arm = (dialogues: readonly Dialogue[], n: 'n1' | 'n0', x: 'x1' | 'x0'): ArmSums => ({
  dialogues: dialogues.filter((dialogue) => dialogue[n] > 0).length,
  n: sum(dialogues, (dialogue) => dialogue[n]),
  x: sum(dialogues, (dialogue) => dialogue[x]),
  xx: sum(dialogues, (dialogue) => dialogue[x] ** 2),
  xn: sum(dialogues, (dialogue) => dialogue[x] * dialogue[n]),
  nn: sum(dialogues, (dialogue) => dialogue[n] ** 2),
})
const cross = (dialogues: readonly Dialogue[]): CrossSums => ({
  dialogues: dialogues.length,
  xx: sum(dialogues, ({ x1, x0 }) => x1 * x0),
  xn: sum(dialogues, ({ x1, n0 }) => x1 * n0),
  nx: sum(dialogues, ({ n1, x0 }) => n1 * x0),
  nn: sum(dialogues, ({ n1, n0 }) => n1 * n0),
})
const effect = (...dialogues: Dialogue[]) =>
  turnEffect(arm(dialogues, 'n1', 'x1'), arm(dialogues, 'n0', 'x0'), cross(dialogues))

describe('turn success with and without a hint', () => {
  const mixed = Array.from({ length: 30 }, (_, index) => ({ n1: 10, x1: 3 + (index % 5), n0: 8, x0: 1 + (index % 3) }))

  it('has the pooled shares, and their difference between its ends', () => {
    const { withHint, without, difference } = effect(...mixed)
    expect([withHint.hits / withHint.of, without.hits / without.of]).toEqual([0.5, 0.25])
    expect(difference?.value).toBeCloseTo(0.25)
    expect(difference?.low).toBeGreaterThan(0.15)
    expect(difference?.high).toBeLessThan(0.35)
  })

  it('does not become surer when every turn is counted ten times', () => {
    const often = mixed.map(({ n1, x1, n0, x0 }) => ({ n1: 10 * n1, x1: 10 * x1, n0: 10 * n0, x0: 10 * x0 }))
    const [few, many] = [effect(...mixed), effect(...often)]
    expect(many.difference?.low).toBeCloseTo(few.difference?.low ?? 0)
    expect(many.withHint.interval?.high).toBeCloseTo(few.withHint.interval?.high ?? 0)
  })

  it('is surer of the difference where easy dialogues are easy in both arms', () => {
    const alike = Array.from({ length: 20 }, (_, index) => ({ n1: 10, x1: index % 10, n0: 10, x0: index % 10 }))
    const opposed = alike.map((dialogue) => ({ ...dialogue, x0: 9 - dialogue.x0 }))
    const width = ({ difference }: ReturnType<typeof effect>) => (difference?.high ?? 0) - (difference?.low ?? 0)
    expect(width(effect(...opposed))).toBeGreaterThan(width(effect(...alike, { n1: 10, x1: 5, n0: 10, x0: 4 })))
  })

  it('knows no difference when one side was never seen', () => {
    const { without, difference } = effect({ n1: 4, x1: 2, n0: 0, x0: 0 })
    expect(difference).toBeNull()
    expect(without.interval).toBeNull()
  })

  it('stays wide for a single dialogue, however often it was played', () => {
    const { withHint, difference } = effect({ n1: 1000, x1: 1000, n0: 1000, x0: 0 })
    expect(withHint.interval?.low).toBeLessThan(0.3)
    expect(difference?.low).toBeLessThan(0.2)
  })
})
