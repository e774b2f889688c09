import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEnvironmentFolder } from './environment-folder'
import { loadEnvironments } from './environments'
import { EnvironmentCopy, exampleFolder } from './testing/environment-copy'

let copy: EnvironmentCopy
beforeEach(() => {
  copy = new EnvironmentCopy()
})
afterEach(() => copy.remove())

const reasonFor = ({ folder }: EnvironmentCopy): string => loadEnvironments([folder]).refused[0]?.reason ?? 'loaded'

describe('environments of the user’s own', () => {
  it('stand beside the domains that come with Envtune', () => {
    const { trainable, playable, own, refused } = loadEnvironments([exampleFolder])
    expect(refused).toEqual([])
    expect(own.map(({ name, module }) => [name, module])).toEqual([['bike-workshop', 'environment.ts']])
    expect(trainable.get('BikeWorkshop')?.tools.map(({ name }) => name)).toContain('fit_part')
    expect(trainable.has('TravelAPI')).toBe(true)
    expect(playable.has('BikeWorkshop') && playable.has('MemoryAPI_kv')).toBe(true)
  })

  it('may be plain JavaScript modules', () => {
    for (const file of [
      'environment.ts',
      'errors.ts',
      'job-tools.ts',
      'stock-tools.ts',
      'state.ts',
      'reachable-errors.ts',
    ])
      copy.drop(file)
    copy.write('names.mjs', `export const name = 'Bell'`).write(
      'environment.mjs',
      `import { name } from './names.mjs'
       export default (kit) => {
         const ring = kit.defineTool('ring', 'write', [], (state) => (state.rings = kit.add(state.rings, 1)))
         const domain = { name, title: 'Bell', tools: [ring], errors: {}, ...kit.attributeState({ rings: 0 }) }
         return { domains: [{ domain: kit.defineDomain(domain), reachableErrors: {} }] }
       }`,
    )
    expect(loadEnvironments([copy.folder]).trainable.get('Bell')?.title).toBe('Bell')
  })

  it('that are broken are left out with file and place, and the rest works', () => {
    copy.edit('job-tools.ts', 'const labour = 20', 'const labour = ')
    const { trainable, refused } = loadEnvironments([copy.folder, '/nowhere', exampleFolder])
    expect(trainable.has('BikeWorkshop')).toBe(true)
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/environment\.ts: .*job-tools\.ts:\d+:\d+: ERROR: /),
      '/nowhere: there is no such folder.',
    ])
  })

  it.each<[string, (spoilt: EnvironmentCopy) => unknown, RegExp]>([
    ['no module', (spoilt) => spoilt.drop('environment.ts'), /it holds none of environment\.ts, /],
    [
      'a module that throws',
      (spoilt) => spoilt.edit('state.ts', 'stock: new Map(),', 'stock: nothing.at.all,'),
      /environment\.ts: nothing is not defined \(.*state\.ts:\d+:\d+\)/,
    ],
    [
      'an import that is not there',
      (spoilt) => spoilt.drop('errors.ts'),
      /environment\.ts: Cannot find module '\.\/errors'/,
    ],
    [
      'no function to call',
      (spoilt) => spoilt.write('environment.ts', 'export const domains = []'),
      /its default export has to be a function that takes the kit/,
    ],
    [
      'no domains',
      (spoilt) => spoilt.write('environment.ts', 'export default () => ({ domains: [{}] })'),
      /environment\.ts: domains\[0\]\.domain: /,
    ],
    [
      'the name of a domain of ours',
      (spoilt) => spoilt.edit('environment.ts', "'BikeWorkshop'", "'TravelAPI'"),
      /environment\.ts: the domain needs a name of its own; one called TravelAPI comes with Envtune\.$/,
    ],
  ])('are refused with %s', (_, spoil, reason) => {
    spoil(copy)
    expect(reasonFor(copy)).toMatch(reason)
  })

  it('are refused with the place as it was written, whatever else writes stacks', () => {
    const { prepareStackTrace } = Error
    Error.prepareStackTrace = (error, frames) => `${error}\n${frames.map((frame) => `    at ${frame}`).join('\n')}`
    try {
      copy.write('environment.ts', 'export default () => nowhere.at.all\n')
      expect(reasonFor(copy)).toMatch(/environment\.ts: nowhere is not defined \(.*environment\.ts:1:33\)$/)
    } finally {
      Error.prepareStackTrace = prepareStackTrace
    }
  })

  it('are refused when a folder before them has a domain of the same name', () => {
    const { own, refused } = loadEnvironments([exampleFolder, copy.folder])
    expect(own.map(({ folder }) => folder)).toEqual([exampleFolder])
    expect(refused[0]?.reason).toContain(`one called BikeWorkshop is loaded from ${exampleFolder}.`)
  })

  it('are hashed over what decides how they behave, and nothing else', () => {
    const hash = () => openEnvironmentFolder(copy.folder).hash
    const before = hash()
    copy.write('README.md', 'What it is.').edit('hints.yaml', 'Nobody is signed in', 'Nobody works yet')
    copy.edit('suite/suite.json', 'Bicycle workshop', 'Workshop')
    expect(hash()).toBe(before)
    copy.edit('job-tools.ts', 'const labour = 20', 'const labour = 25')
    expect(hash()).not.toBe(before)
  })
})
