import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lifeStates, type TaskVisit, taskLives } from './task-life'

const outcomes = { n: 'never', s: 'sometimes', a: 'always' } as const

/** `nn|sa` → two visits of stage 0 and two of stage 1. */
function visitsOf(text: string, task = 1): TaskVisit[] {
  let step = 0
  return text.split('|').flatMap((visits, stage) =>
    [...visits].map((letter) => {
      const outcome = outcomes[letter as keyof typeof outcomes]
      const solved = { never: 0, sometimes: 2, always: 4 }[outcome]
      return { task, stage, step: ++step, episodes: 4, solved, outcome }
    }),
  )
}

const states = (text: string) => taskLives(visitsOf(text))[0]?.stages.map(({ state }) => state)

describe('the life of a task', () => {
  it.each([
    ['nn', ['never']],
    ['aa', ['always']],
    ['na', ['sometimes']],
    ['ss', ['sometimes']],
    ['sn', ['forgotten']],
    ['an|nn', ['forgotten', 'forgotten']],
    ['aa|nn', ['always', 'forgotten']],
    ['aa|ns', ['always', 'sometimes']],
    ['nn|nn|aa', ['never', 'never', 'always']],
    ['aa||nn', ['always', 'forgotten']],
  ])('%s is %j', (text, expected) => {
    expect(states(text)).toEqual(expected)
  })
  it('counts the episodes of a stage and says when it was last played', () => {
    expect(taskLives(visitsOf('ns|a'))[0]?.stages).toEqual([
      { stage: 0, state: 'sometimes', episodes: 8, solved: 2, lastStep: 2 },
      { stage: 1, state: 'always', episodes: 4, solved: 4, lastStep: 3 },
    ])
  })
  it('does not depend on the order of the visits, and never forgets what was never solved', () => {
    const life = fc.string({ unit: fc.constantFrom('n', 's', 'a', '|'), minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(life, (text) => {
        const visits = visitsOf(text)
        expect(taskLives([...visits].reverse())).toEqual(taskLives(visits))
        let hadBeenSolved = false
        for (const { state, solved, episodes } of taskLives(visits)[0]?.stages ?? []) {
          expect(lifeStates).toContain(state)
          expect(state === 'always').toBe(solved === episodes)
          if (state === 'never') expect([solved, hadBeenSolved]).toEqual([0, false])
          hadBeenSolved ||= solved > 0
          if (state === 'forgotten') expect(hadBeenSolved).toBe(true)
        }
      }),
    )
  })
})
