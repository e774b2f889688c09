import { describe, expect, it } from 'vitest'
import { hintContract } from '@/server/core/environment-contract/hint-contract'
import { builtinRegistry } from '@/server/core/environments/registry'
import { pythonErrors } from '@/server/core/environments/shared/python-errors'
import { reachableErrorsOf } from '@/server/core/environments/testing/reachable-errors-of'
import { starterTables } from '@/server/core/environments/testing/single-domain-world'
import { renderHint } from '../render-hint'
import { augmentationSetSchema } from '../rule'
import { builtinAugmentationSet } from '.'

const { rules } = builtinAugmentationSet
const tables = starterTables()
const domains = [...builtinRegistry.values()].map((domain) => {
  return { domain, ways: reachableErrorsOf.get(domain.name) ?? {}, tables, docs: null }
})

describe('the built-in augmentation set', () => {
  it('is a set by its own schema', () => {
    expect(augmentationSetSchema.parse(builtinAugmentationSet)).toEqual(builtinAugmentationSet)
  })

  it.each(hintContract)('holds rules that $title', ({ problems }) => {
    expect(problems({ set: builtinAugmentationSet, domains, registry: builtinRegistry, suites: [] })).toEqual([])
  })

  it('has a rule in every domain for what Python and the executor report', () => {
    const covered = rules.filter((rule) => rule.when.domain === undefined).map((rule) => rule.when.code)
    expect(Object.keys(pythonErrors).filter((code) => !covered.includes(code))).toEqual([])
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))('renders %s without a gap', (_id, { when, template }) => {
    const own = when.domain === undefined ? {} : builtinRegistry.get(when.domain)?.errors
    const fields = { ...own, ...pythonErrors }[when.code]?.fields ?? []
    const values = Object.fromEntries(fields.map((field) => [field, `<${field}>`]))
    const text = renderHint(template, { domain: 'Domain', tool: 'some_tool', code: when.code, values })
    expect(text).not.toMatch(/\{\w*\}/)
    expect(text.length).toBeGreaterThan(40)
    expect(text.length).toBeLessThan(700)
  })
})
