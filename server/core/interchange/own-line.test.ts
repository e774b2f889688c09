import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StepGeneration } from '@/server/core/episodes/record'
import type { RecordedEpisode } from '@/server/core/replay/recorded-episode'
import { tinyRecords } from '@/server/core/replay/testing/tiny-records'
import { ownLine, readOwnLine } from './own-line'

const text = fc.string({ unit: 'grapheme', maxLength: 30 })
const reward = fc.oneof(fc.double(), fc.constantFrom(0, 1, 1 / 3, Number.NaN)).map((value) => value + 0)
const generation: fc.Arbitrary<StepGeneration> = fc.record(
  {
    tokenIds: fc.array(fc.nat()),
    logprobs: fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0))),
    policyVersion: fc.nat(),
    finishReason: text,
  },
  { requiredKeys: [] },
)

/** Real episodes with anything in the places that a format could lose. */
const record: fc.Arbitrary<RecordedEpisode> = fc
  .record({
    given: fc.constantFrom(...tinyRecords.slice(0, 40)),
    said: fc.record({ thinking: fc.option(text), text, observation: fc.option(text) }),
    generation: fc.option(generation, { nil: undefined }),
    group: fc.option(text),
    stage: fc.option(fc.nat(9)),
    advantage: fc.option(fc.double({ noNaN: true }).map((value) => value + 0)),
    ...{ reward, progress: reward, syntax: reward, binary: reward },
  })
  .map(({ given, said, generation, group, stage, advantage, reward, ...rewards }) => {
    const { toolErrors: _, ...recorded } = given
    return {
      ...{ ...recorded, group, stage, advantage, reward, rewards },
      steps: recorded.steps.map((step) => ({ ...step, ...said, ...(generation ? { generation } : {}) })),
    }
  })

const from = { episode: '12', run: 3, origin: 'trainer' }
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a line of ours', () => {
  it('is read back as what was recorded, whatever it was', () => {
    fc.assert(
      fc.property(record, fc.option(text), (recorded, invalid) => {
        const finite = Number.isFinite(recorded.advantage ?? 0)
        fc.pre(finite)
        expect(readOwnLine(throughJson(ownLine(recorded, { ...from, invalid })))).toEqual({ record: recorded, invalid })
      }),
    )
  })

  it.each([
    ['envtune', { envtune: 2 }],
    ['reward', { reward: null }],
    ['steps.0', { steps: [{}] }],
  ])('names the place of what is wrong: %s', (place, change) => {
    const [recorded] = tinyRecords
    if (!recorded) throw new Error('no record')
    const line = { ...ownLine(recorded, { ...from, invalid: null }), ...change }
    expect(() => readOwnLine(throughJson(line))).toThrow(place)
  })
})
