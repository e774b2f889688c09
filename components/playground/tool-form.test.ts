import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ToolDoc } from '@/server/core/tasks/task'
import { formFields, readForm } from './tool-form'

const doc: ToolDoc = {
  name: 'tool',
  description: 'A tool.',
  parameters: {
    type: 'dict',
    properties: {
      title: { type: 'string', description: 'Its title.' },
      count: { type: 'integer' },
      price: { type: 'float', default: 1.5 },
      isOn: { type: 'boolean' },
      mode: { type: 'string', enum: ['on', 'off'] },
      tags: { type: 'array', items: { type: 'string' } },
      changes: { type: 'dict', properties: {} },
      thing: { type: 'any' },
    },
    required: ['title'],
  },
}
const fields = formFields(doc)
const read = (texts: Record<string, string>) => readForm(fields, { title: 'A', ...texts })
const errorOf = (texts: Record<string, string>) => {
  const result = read(texts)
  return result.ok ? null : result.errors
}

describe('the form of a tool', () => {
  it('has a field for every parameter, by its type', () => {
    expect(fields.map(({ name, kind, type }) => [name, kind, type])).toEqual([
      ['title', 'text', 'string'],
      ['count', 'integer', 'integer'],
      ['price', 'number', 'float'],
      ['isOn', 'boolean', 'boolean'],
      ['mode', 'choice', 'string'],
      ['tags', 'json', 'array of string'],
      ['changes', 'json', 'dict'],
      ['thing', 'json', 'any'],
    ])
    expect(fields.map(({ isRequired, fallback }) => [isRequired, fallback]).slice(0, 3)).toEqual([
      [true, null],
      [false, null],
      [false, '1.5'],
    ])
  })

  it('leaves out what is empty, and keeps numbers as they were typed', () => {
    expect(read({})).toEqual({ ok: true, json: '{"title": "A"}' })
    expect(read({ price: '100.0', count: ' 7 ', isOn: 'false', mode: 'off' })).toEqual({
      ok: true,
      json: '{"title": "A", "count": 7, "price": 100.0, "isOn": false, "mode": "off"}',
    })
  })

  it('says at the field what would be right', () => {
    expect(errorOf({ title: '' })).toEqual({ title: expect.stringMatching(/^Required/) })
    expect(errorOf({ count: '2.5' })).toEqual({ count: 'A whole number, such as 3.' })
    expect(errorOf({ price: 'ten' })).toEqual({ price: 'A number, such as 2 or 2.5.' })
    expect(errorOf({ mode: 'up' })).toEqual({ mode: 'One of on, off.' })
    expect(errorOf({ tags: '["a", ' })).toEqual({ tags: expect.stringMatching(/^This is not JSON/) })
    expect(errorOf({ tags: '{"a": 1}' })).toEqual({ tags: 'A JSON list, such as ["a", "b"].' })
    expect(errorOf({ tags: '["a", 1]' })).toEqual({ tags: 'Item 2 is no string: ["a", "b"] would be right.' })
    expect(errorOf({ changes: '[]' })).toEqual({ changes: 'A JSON object, such as {"name": "value"}.' })
    expect(errorOf({ thing: 'x' })).toEqual({ thing: expect.stringMatching(/^This is not JSON/) })
  })

  it('always gives JSON when nothing is wrong, with texts as they were typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer(), fc.jsonValue(), (title, count, thing) => {
        const result = read({ title, count: String(count), thing: JSON.stringify(thing) })
        expect(result.ok && JSON.parse(result.json)).toEqual(JSON.parse(JSON.stringify({ title, count, thing })))
      }),
    )
  })
})
