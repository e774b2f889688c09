import { describe, expect, it } from 'vitest'
import { evaluateOptions } from './evaluate-options'

const options = (line: string) => evaluateOptions(line.split(' '))

describe('the command line of an evaluation', () => {
  it('names an endpoint, suites, repeats and a seed', () => {
    const line =
      '--endpoint http://localhost:8000/v1 --model qwen --suite starter --suite starter-ood --repeats 3 --json'
    expect(options(line)).toMatchObject({
      json: true,
      what: {
        endpoint: 'http://localhost:8000/v1',
        model: 'qwen',
        suites: ['starter', 'starter-ood'],
        repeats: 3,
        seed: 0,
      },
    })
    expect(options('--endpoint lab')).toMatchObject({ json: false, what: { suites: ['starter'], repeats: 1 } })
  })

  it('names what answers web search: an engine, a recording, or both', () => {
    expect(options('--endpoint lab --search http://localhost:8080 --recording may')).toMatchObject({
      what: { search: 'http://localhost:8080', recording: 'may' },
    })
    expect(options('--endpoint lab')).toMatchObject({ what: { search: undefined, recording: undefined } })
    expect(options('--run 3 --recording may')).toMatchObject({ what: { run: 3, recording: 'may' } })
  })

  it('goes on with an evaluation by its number', () =>
    expect(options('--resume 12')).toEqual({ what: 12, json: false }))

  it('names a checkpoint of a run: the latest, played greedily, unless it says otherwise', () => {
    expect(options('--run 3')).toMatchObject({
      what: { run: 3, checkpoint: 'latest', suites: ['starter'], temperature: 0, repeats: 1 },
    })
    expect(options('--run 3 --checkpoint 12 --suite own --temperature 0.7 --repeats 4')).toMatchObject({
      what: { checkpoint: 12, suites: ['own'], temperature: 0.7, repeats: 4 },
    })
    expect(options('--run 3 --checkpoint untrained')).toMatchObject({ what: { checkpoint: 'untrained' } })
  })

  it.each([
    ['--run 3 --checkpoint best', '--checkpoint best: write a whole number'],
    ['--run 3 --temperature hot', '--temperature hot: write a number from 0 to 2'],
    ['--run 3 --endpoint lab', '--endpoint is for endpoints'],
    ['--endpoint lab --temperature 1', '--temperature needs --run'],
    ['--suite starter', 'Use: evaluate'],
    ['--endpoint lab --repeats 0', '--repeats 0: write a whole number from 1 on'],
    ['--endpoint lab --format xml', '--format xml: write native or tagged'],
    ['--endpoint lab now', 'What is "now" for?'],
    ['--endpoint lab --speed 3', 'speed'],
  ])('says what is wrong with %s', (line, words) => expect(() => options(line)).toThrow(words))
})
