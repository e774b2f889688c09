import { describe, expect, it } from 'vitest'
import { pictureName } from './picture-name'

describe('the name of a saved picture', () => {
  it('has the words of the title and nothing that a file system minds', () => {
    expect(pictureName('Turn reward: 1/2 (a\\b)')).toBe('turn-reward-1-2-a-b')
    expect(pictureName('∞')).toBe('chart')
  })
})
