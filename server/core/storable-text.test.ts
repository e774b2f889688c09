import { describe, expect, it } from 'vitest'
import { storableTexts, unstorableText } from './storable-text'

describe('text that cannot be stored', () => {
  it('is found at its place, in names too', () => {
    expect(unstorableText({ change: { rules: [{ template: 'a' }, { template: 'b\0' }] } })).toBe(
      'change.rules.1.template',
    )
    expect(unstorableText({ text: 'half of \ud83d' })).toBe('text')
    expect(unstorableText({ 'a\0': 1 })).toBe('a\0')
    expect(unstorableText('\udc00')).toBe('')
  })

  it('is no emoji, no accent and nothing that is no text', () => {
    expect(unstorableText({ text: 'fine 🙂 \u0001 é', count: 3, none: null, list: [true, undefined] })).toBeNull()
  })

  it('is replaced, and everything else stays as it is', () => {
    const bytes = new Uint8Array([1])
    const value = { text: 'a\0b', 'k\0': ['🙂', '\ud83d', 1n, null], bytes }
    expect(storableTexts(value)).toEqual({ text: 'a\ufffdb', 'k\ufffd': ['🙂', '\ufffd', 1n, null], bytes })
    expect(unstorableText(storableTexts(value))).toBeNull()
  })
})
