import { describe, expect, it } from 'vitest'
import { readColumns, writeColumns } from './chosen-columns'

const known = ['reward', 'split', 'turns'] as const
const usual = ['reward', 'split'] as const

describe('columns in an address', () => {
  it('are the usual ones where none is named that is known', () => {
    expect(readColumns('', known, usual)).toEqual(usual)
    expect(readColumns('colour,,', known, usual)).toEqual(usual)
  })
  it('are read in their order, each once', () => {
    expect(readColumns('turns,x,reward,turns', known, usual)).toEqual(['turns', 'reward'])
  })
  it('are written only when they are not the usual ones, and read back as they were', () => {
    expect(writeColumns(usual, usual)).toBeNull()
    expect(writeColumns(['split', 'reward'], usual)).toBe('split,reward')
    expect(readColumns(writeColumns(['split', 'reward'], usual) ?? '', known, usual)).toEqual(['split', 'reward'])
  })
})
