import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { paperCurriculum } from '@/server/core/curriculum/default-curriculum'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import { tinySuite } from '@/server/core/policies/testing/tiny-suite'
import type { RaySnapshot } from '@/server/core/runs/snapshot'
import { stageJob } from '@/server/core/runs/stage-job'
import { type TrainerSettings, trainerSettingsSchema } from '@/server/core/runs/trainer-settings'
import { rayJobFields } from './ray-job-fields'
import { type ManifestInput, rayJobManifest } from './ray-job-manifest'
import { checkpointPlace } from './run-script'
import { slurmScript } from './slurm-script'
import { type YamlValue, yaml } from './yaml'

const golden = (name: string) => new URL(`./golden/${name}`, import.meta.url)

function input(settings: Partial<TrainerSettings>): ManifestInput {
  const all = trainerSettingsSchema.parse(settings)
  const snapshot: RaySnapshot = {
    ...{ version: 1, backend: 'ray', cluster: 'lab', engine: 'verl', reward: 'stage', seed: 7, settings: all },
    model: { kind: 'llm', name: "some/model with a 'quote'" },
    suite: { name: 'tiny', hash: 'x' },
    outOfDistribution: [],
    curriculum: { ...paperCurriculum, stages: paperCurriculum.stages.slice(0, 2) },
    augmentation: { ...builtinAugmentationSet, version: 1 },
    ...{ codeVersion: 'x', trainingHash: 'x', evaluationHash: 'x' },
  }
  const urls = { environmentUrl: 'ws://env:3001', checkpointFolder: '/shared/envtune' }
  const stages = snapshot.curriculum.stages.map((_, stage) =>
    stageJob(snapshot, tinySuite, urls, {
      ...{ run: 17, epoch: 1, stage, resume: 'auto', keep: all.keepCheckpoints },
      from: stage === 0 ? null : checkpointPlace,
    }),
  )
  return {
    tracking: { url: 'http://web:3000', run: 't' },
    ...{ run: 17, name: 'tiny, seed 7', stages, python: 'python', stopGraceSeconds: 600, rayVersion: '2.58.0' },
    ...{
      nodes: all.nodes,
      gpusPerNode: all.gpusPerNode,
      checkpointFolder: '/shared/envtune',
      trainerArchive: 'UEsFBg==',
    },
  }
}

/** The stored text; `vitest -u` writes it anew, to be looked at before it is committed. */
const expectGolden = (name: string, text: string) => expect(text).toMatchFileSnapshot(fileURLToPath(golden(name)))

describe('a run as files', () => {
  it('is a Slurm script for one node', () => expectGolden('one-node.sbatch', slurmScript(input({}))))

  it('is a Slurm script that makes a Ray cluster of several nodes', () =>
    expectGolden('two-nodes.sbatch', slurmScript(input({ nodes: 2 }))))

  it('is a RayJob of KubeRay', () => expectGolden('ray-job.yaml', rayJobManifest(input({ nodes: 2 }))))

  it('names no token', () => {
    for (const text of [slurmScript(input({})), rayJobManifest(input({}))])
      expect(text).not.toMatch(/envtune_(api_)?[\w-]{30}/)
  })
})

describe('the RayJob', () => {
  it.each([
    ['with workers', 2],
    ['on the head alone', 1],
  ])('has only fields that the definition of the resource has, and all that it wants: %s', (_, nodes) => {
    const [, job = ''] = rayJobManifest(input({ nodes })).split('---\n')
    const paths = keyPaths(job)
    for (const [path, fields] of Object.entries(rayJobFields)) {
      const used = paths.filter((key) => key.path === path).map(({ name }) => name)
      for (const name of used) expect(fields.known, `${path}.${name}`).toContain(name)
      if (used.length > 0) for (const name of fields.required) expect(used, path).toContain(name)
    }
    expect(paths.filter(({ path }) => path === 'spec').map(({ name }) => name)).toContain('rayClusterSpec')
  })
})

/** Keys of a YAML text with the path of their parents; lists add nothing to a path. */
function keyPaths(text: string): { path: string; name: string }[] {
  const open: { indent: number; name: string }[] = []
  const found: { path: string; name: string }[] = []
  let blockIndent: number | null = null
  for (const line of text.split('\n')) {
    const indent = line.search(/[^ ]/)
    if (blockIndent !== null && (indent < 0 || indent > blockIndent)) continue
    blockIndent = null
    const match = /^( *(?:- )*)("[^"]*"|[\w./-]+):(.*)$/.exec(line)
    if (!match) continue
    const [, lead = '', key = '', rest = ''] = match
    while ((open.at(-1)?.indent ?? -1) >= lead.length) open.pop()
    const name = key.replaceAll('"', '')
    found.push({ path: open.map((parent) => parent.name).join('.'), name })
    open.push({ indent: lead.length, name })
    if (rest.startsWith(' |')) blockIndent = indent
  }
  return found
}

describe('YAML', () => {
  it.each<[YamlValue, string]>([
    [{ a: 1, b: [true, null], c: {}, d: [] }, 'a: 1\nb:\n  - true\n  - null\nc: {}\nd: []\n'],
    [
      { yes: 'no', number: '12', text: 'plain/text-1.x', empty: '' },
      '"yes": "no"\nnumber: "12"\ntext: plain/text-1.x\nempty: ""\n',
    ],
    [{ list: [{ a: 1, b: { c: 2 } }] }, 'list:\n  - a: 1\n    b:\n      c: 2\n'],
    [{ script: 'one\n\n  two\n' }, 'script: |2\n  one\n\n    two\n'],
  ])('of %j', (value, text) => {
    expect(yaml(value)).toBe(text)
  })
})
