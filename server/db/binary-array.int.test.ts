import { expect, it } from 'vitest'
import { bigintArray, floatArray, intArray } from './binary-array'
import { pool } from './client'

it('numbers arrive as they are: least and greatest, fractions, NaN, infinities and nulls', async () => {
  const ints = [0, -1, 2 ** 31 - 1, -(2 ** 31)]
  const longs = [0, -1, 1_700_000_000_123, 2 ** 32, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
  const floats = [0, -0.1, 5e-324, 1.7e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null]
  const { rows } = await pool().query<{ ints: number[]; longs: string[]; floats: number[] }>(
    'select $1::int[] as ints, $2::bigint[] as longs, $3::float8[] as floats',
    [intArray(ints), bigintArray(longs), floatArray(floats)],
  )
  expect(rows).toEqual([{ ints, longs: longs.map(String), floats }])
})

it('an empty array is one', async () => {
  const { rows } = await pool().query('select cardinality($1::int[]) as count', [intArray([])])
  expect(rows).toEqual([{ count: 0 }])
})

it('a number that has no place in its type is refused before anything is sent', () => {
  for (const number of [2 ** 31, 0.5, Number.NaN]) expect(() => intArray([number]), String(number)).toThrow(RangeError)
  for (const number of [2 ** 53, 0.5, Number.NaN])
    expect(() => bigintArray([number]), String(number)).toThrow(RangeError)
})
