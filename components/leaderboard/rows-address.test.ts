import { describe, expect, it } from 'vitest'
import { readRowsAddress, rowsHref } from './rows-address'

describe('the address of two rows', () => {
  it('is read as it is written', () => {
    const query = Object.fromEntries(new URL(rowsHref(3, 5), 'http://here').searchParams)
    expect(readRowsAddress(query)).toEqual({ a: 3, b: 5 })
  })
  it('names two different runs, or nothing', () => {
    for (const query of [
      {},
      { a: '3' },
      { a: '3', b: '3' },
      { a: 'x', b: '1' },
      { a: '0', b: '1' },
      { a: ['1', '2'], b: '1' },
    ])
      expect(readRowsAddress(query)).toBeNull()
  })
})
