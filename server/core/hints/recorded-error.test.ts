import { describe, expect, it } from 'vitest'
import { toJsonValue } from '@/server/core/environments/shared/json'
import { dict, float, PySet, type PyValue } from '@/server/core/environments/shared/values'
import { recordedError } from './recorded-error'
import { renderHint } from './render-hint'

const recorded = (value: PyValue) =>
  recordedError('buy', { domain: 'Shop', code: 'wrong', values: { value: toJsonValue(value) } })
const back = (value: PyValue) => recorded(value).values.value

describe('an error as it was recorded', () => {
  it('has the values that the tool gave', () => {
    const values: PyValue[] = [null, true, 'a', 3, float(2.5), ['a', 1], dict({ a: [float(0.5)], b: dict({}) })]
    for (const value of values) expect(back(value)).toEqual(value)
    expect(back(12345678901234567890n)).toBe(12345678901234567890n)
    expect(back(new PySet(new Map([['a', 'a']])))).toEqual(new PySet(new Map([['a', 'a']])))
    expect(back(float(Number.POSITIVE_INFINITY))).toEqual(float(Number.POSITIVE_INFINITY))
  })

  it('renders the hint that the agent would have read', () => {
    const text = renderHint('{tool} of {domain}: {value}', recorded(['x', 2]))
    expect(text).toBe("buy of Shop: ['x', 2]")
  })
})
