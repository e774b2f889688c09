import { expect, it } from 'vitest'
import { countOf } from './count-of'

it('one of a thing is told by another word than none or many of it', () => {
  expect([0, 1, 2, 1234].map((count) => countOf(count, 'rule'))).toEqual([
    '0 rules',
    '1 rule',
    '2 rules',
    '1,234 rules',
  ])
  expect([1, 2].map((count) => countOf(count, 'field needs', 'fields need'))).toEqual([
    '1 field needs',
    '2 fields need',
  ])
})
