import { describe, expect, it } from 'vitest'
import { kit } from './kit'
import { readOwnEnvironment } from './own-environment'

const domain = kit.defineDomain({
  ...{ name: 'Shed', title: 'Shed', errors: {}, ...kit.attributeState({ open: false }) },
  tools: [kit.defineTool('look', 'read', [], () => null)],
})
const own = { domain, reachableErrors: {} }

describe('what a module of somebody else’s makes', () => {
  it('is taken as it is when it has the form of domains', () => {
    const made = { domains: [own] }
    expect(readOwnEnvironment(made)).toBe(made)
  })

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'what the function returns: '],
    ['no domain', { domains: [] }, 'domains: '],
    [
      'a domain with a name that no call could have',
      { domains: [{ ...own, domain: { ...domain, name: 'My shed' } }] },
      'domains[0].domain.name: must be a name of letters, digits and _',
    ],
    [
      'a tool without its function',
      { domains: [{ ...own, domain: { ...domain, tools: [{ name: 'look', access: 'read', parameters: [] }] } }] },
      'domains[0].domain.tools[0].run: must be a function',
    ],
    [
      'an error without values',
      { domains: [{ ...own, domain: { ...domain, errors: { locked: { summary: 'It is locked.' } } } }] },
      'domains[0].domain.errors.locked.fields: ',
    ],
    [
      'a way without calls',
      { domains: [{ ...own, reachableErrors: { locked: { calls: [] } } }] },
      'domains[0].reachableErrors.locked.calls: needs at least one call',
    ],
  ])('is refused with its place when it is %s', (_, made, message) => {
    expect(() => readOwnEnvironment(made)).toThrow(message)
  })
})
