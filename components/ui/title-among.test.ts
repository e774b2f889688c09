import { expect, it } from 'vitest'
import { titleAmong } from './title-among'

it('things of the same title are told apart by their names, versions of one are not', () => {
  const sets = [
    { name: 'built-in', title: 'Built-in hints' },
    { name: 'mine', title: 'Hints' },
    { name: 'mine', title: 'Hints' },
    { name: 'theirs', title: 'Hints' },
  ]
  expect(sets.map((set) => titleAmong(set, sets))).toEqual([
    ...['Built-in hints', 'Hints · mine', 'Hints · mine', 'Hints · theirs'],
  ])
})
