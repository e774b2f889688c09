import { expect, it } from 'vitest'
import { versionIn } from './version-in'

it('an address names a version or none', () => {
  expect(versionIn('3')).toBe(3)
  expect(versionIn(undefined)).toBeUndefined()
})

it('never another one than it says: what can be no version is not found', () => {
  for (const text of ['99999999999', '0', '-1', '1.5', 'newest', '', ['1', '2']])
    expect(() => versionIn(text), String(text)).toThrow('404')
})
