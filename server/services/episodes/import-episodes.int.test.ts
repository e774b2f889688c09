import { parquetWriteBuffer } from 'hyparquet-writer'
import { beforeAll, describe, expect, it } from 'vitest'
import { pool } from '@/server/db/client'
import { listSuites } from '@/server/db/suites'
import { episodeListInput } from '@/server/services/read/episode-list-input'
import { getEpisode } from '@/server/services/read/get-episode'
import { listEpisodes } from '@/server/services/read/list-episodes'
import { exportEpisode, exportEpisodes } from './export-episodes'
import { importEpisodes } from './import-episodes'
import { recordedRun } from './testing/recorded-run'
import { verifyEpisode } from './verify-episode'

let run: number

beforeAll(async () => {
  run = (await recordedRun()).run
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const chat = (user: string, answer: string, more: object = {}) =>
  JSON.stringify({
    messages: [
      { role: 'user', content: user },
      { role: 'assistant', content: answer },
    ],
    ...more,
  })
const oldest = { sort: 'newest', reverse: true } as const
const listed = (run: number | null) => episodeListInput.parse({ filter: `run = ${run}`, ...oldest })
const rest = { file: 'some.jsonl', onProblem: 'keep-rest' } as const

async function episodesOf(imported: number | null) {
  if (imported === null) throw new Error('nothing was imported')
  return (await listEpisodes(episodeListInput.parse({ filter: `run = ${imported}`, ...oldest, limit: 200 }))).episodes
}

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const line of lines) found.push(line)
  return found
}

describe('exporting a filter’s result', () => {
  it('gives every episode once, in the list’s order, in every format', async () => {
    const filters = episodeListInput.parse({ filter: `run = ${run} kind = episode`, ...oldest })
    const { count } = await listEpisodes(filters)
    const lines = (await all(exportEpisodes(filters, 'jsonl'))).map((line) => JSON.parse(line))
    expect(lines).toHaveLength(count)
    expect(new Set(lines.map(({ from }) => from.episode)).size).toBe(count)
    expect(lines[0]).toMatchObject({ envtune: 1, from: { run, origin: 'trainer' }, turns: expect.any(Array) })
    for (const format of ['openai', 'atif'] as const)
      expect(await all(exportEpisodes(filters, format))).toHaveLength(count)
  })
  it('of an episode that does not exist is an error', async () => {
    await expect(exportEpisode('999999', 'atif')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('importing', () => {
  it('what was exported gives the same episodes, marked as imported, at their own tasks', async () => {
    const filters = episodeListInput.parse({ filter: `run = ${run} kind = episode`, ...oldest })
    const lines = await all(exportEpisodes(filters, 'atif'))
    const imported = await importEpisodes({ ...rest, bytes: bytesOf(lines.join('\n')), format: 'atif' })
    expect(imported).toMatchObject({ episodes: lines.length, problems: [] })
    const [before, after] = [await listEpisodes(filters), await episodesOf(imported.run)]
    const told = ({ task, reward, success, stepCount, callCount, opening }: (typeof after)[number]) => ({
      ...{ task, reward, success, stepCount, callCount, opening },
    })
    expect(after.slice(0, 50).map(told)).toEqual(before.episodes.map(told))
    const again = await all(exportEpisodes(listed(imported.run), 'atif'))
    const steps = (line: string | undefined) => JSON.parse(line ?? '').steps
    expect(again.map(steps)).toEqual(lines.map(steps))
  })

  it('our own lines takes episodes that ended within their first turn, or before it', async () => {
    const [line = ''] = await all(exportEpisodes(episodeListInput.parse({ filter: `run = ${run}` }), 'jsonl'))
    const { steps, ...record } = { ...JSON.parse(line), turns: [] }
    const lines = [
      { ...record, id: 'within', steps: steps.slice(0, 1) },
      { ...record, id: 'before', steps: [] },
    ]
    const bytes = bytesOf(lines.map((one) => JSON.stringify(one)).join('\n'))
    const imported = await importEpisodes({ ...rest, bytes, format: 'jsonl' })
    expect(imported).toMatchObject({ episodes: 2, problems: [] })
    const again = await all(exportEpisodes(listed(imported.run), 'jsonl'))
    const recorded = (one: object) => ({ ...one, from: null })
    expect(again.map((one) => recorded(JSON.parse(one)))).toEqual(lines.map(recorded))
  })

  it('a number that no record can hold is the fault of its line, whatever the format', async () => {
    const verl = { input: 'user\nHello?\nassistant\n', output: 'Yes.', score: 1, step: 1 }
    const lines = [verl, { ...verl, step: 2 ** 31 }, { ...verl, score: 1e300 }, { ...verl, score: 1e-320 }]
    const file = lines.map((line) => JSON.stringify(line)).join('\n')
    const imported = await importEpisodes({ ...rest, bytes: bytesOf(file), format: 'verl' })
    expect(imported).toMatchObject({ episodes: 1, problems: [{ line: 2 }, { line: 3 }, { line: 4 }] })
    expect(imported.problems[0]?.message).toBe(
      'the training step is 2147483648: a whole number from 0 to 2147483647 can be stored',
    )
    const advantage = await importEpisodes({
      ...rest,
      bytes: bytesOf(chat('A?', 'B.', { advantage: 1e39 })),
      format: 'openai',
    })
    expect(advantage).toMatchObject({ run: null, problems: [{ line: 1 }] })

    const [line = ''] = await all(exportEpisodes(episodeListInput.parse({ filter: `run = ${run}` }), 'jsonl'))
    const own = JSON.parse(line)
    const twice = JSON.stringify({ ...own, turns: [...own.turns, ...own.turns] })
    expect(await importEpisodes({ ...rest, bytes: bytesOf(twice), format: 'jsonl' })).toMatchObject({
      problems: [{ line: 1, message: 'a turn is there twice' }],
    })
  })

  it('nobody judged a conversation whose source says nothing of its turns, and the list says so', async () => {
    const unjudged = await importEpisodes({ ...rest, bytes: bytesOf(chat('Hello?', 'Yes.')), format: 'openai' })
    expect(await episodesOf(unjudged.run)).toMatchObject([{ judged: false, success: false }])
    const failures = (await episodesOf(run)).filter(({ success }) => !success)
    expect(failures.length).toBeGreaterThan(0)
    expect(failures.every(({ judged }) => judged)).toBe(true)
  })

  it('a list of documents reads each of them, laid out or on one line', async () => {
    const documents = [chat('Hello?', 'Yes.'), chat('And now?', 'No.')].map((line) => JSON.parse(line))
    for (const text of [JSON.stringify(documents, null, 2), JSON.stringify(documents)])
      expect(await importEpisodes({ ...rest, bytes: bytesOf(text), format: 'openai' })).toMatchObject({
        episodes: 2,
        problems: [],
      })
  })

  it('our own lines gives the same lines again, names, branches and groups included', async () => {
    const filters = episodeListInput.parse({ filter: `run = ${run}`, ...oldest })
    const lines = await all(exportEpisodes(filters, 'jsonl'))
    const imported = await importEpisodes({ ...rest, bytes: bytesOf(lines.join('\n')), format: 'jsonl' }, 'ada')
    expect(imported).toMatchObject({ episodes: lines.length, problems: [] })
    const again = await all(exportEpisodes(listed(imported.run), 'jsonl'))
    const recorded = (line: string) => ({ ...JSON.parse(line), from: null })
    expect(again.map(recorded)).toEqual(lines.map(recorded))
    const { rows } = await pool().query('select actor, action, detail from audit_entries where subject = $1', [
      `run:${imported.run}`,
    ])
    const detail = { format: 'jsonl', file: rest.file, episodes: lines.length }
    expect(rows).toEqual([{ actor: 'ada', action: 'import', detail }])
  })

  it('our own lines of several runs renames what has the same name', async () => {
    const [line = ''] = await all(exportEpisodes(listed(run), 'jsonl'))
    const { run: id } = await importEpisodes({ ...rest, bytes: bytesOf(`${line}\n${line}`), format: 'jsonl' })
    const names = (await all(exportEpisodes(listed(id), 'jsonl'))).map((each) => JSON.parse(each).id)
    expect(names).toEqual(['line-1', 'line-2'])
  })

  it('makes a finished run of the kind import, which nobody can verify or play', async () => {
    const { run: id } = await importEpisodes({
      ...rest,
      bytes: bytesOf(chat('Hello?', 'Hi.')),
      format: 'openai',
      name: 'ours',
    })
    const { rows } = await pool().query('select kind, status, name, suite_id from runs where id = $1', [id])
    expect(rows).toEqual([{ kind: 'import', status: 'finished', name: 'ours', suite_id: null }])
    const [episode] = await episodesOf(id)
    expect(episode).toMatchObject({ opening: 'Hello?', suite: 'imported', reward: 0, success: false })
    const whole = await getEpisode({ episode: episode?.id ?? '' })
    expect(whole).toMatchObject({ origin: 'import', steps: [{ kind: 'answer', answer: 'Hi.' }] })
    expect(await verifyEpisode(whole.id)).toMatchObject({ mismatches: null })
    expect((await listSuites()).map(({ name }) => name)).not.toContain('imported')
  })

  const broken = [
    chat('one', '1', { reward: 1 }),
    '{"messages": [',
    chat('two', '2', { reward: 0.5 }),
    '{"messages": 3}',
  ].join('\n')

  it('names bad lines and takes the rest', async () => {
    const imported = await importEpisodes({ ...rest, bytes: bytesOf(broken), format: 'openai' })
    expect(imported.problems.map(({ line }) => line)).toEqual([2, 4])
    expect(imported.episodes).toBe(2)
    expect((await episodesOf(imported.run)).map(({ reward, success }) => [reward, success])).toEqual([
      [1, true],
      [0.5, false],
    ])
  })

  it('takes what no database holds as the replacement character, in names too', async () => {
    const messages = [
      { role: 'user', content: 'What is \0 there?' },
      { role: 'assistant', content: 'Half of \ud83d.' },
    ]
    const line = JSON.stringify({ messages, task: 'odd\0', id: 'one\0', reward: 1 })
    const imported = await importEpisodes({ ...rest, bytes: bytesOf(line), format: 'openai' })
    expect(imported).toMatchObject({ episodes: 1, problems: [] })
    const { rows } = await pool().query(
      `select t.key from episodes e join tasks t on t.id = e.task_id where e.run_id = $1`,
      [imported.run],
    )
    expect(rows).toEqual([{ key: 'odd\ufffd' }])
  })

  it('says of what is nested too deeply that it is', async () => {
    const line = `{"messages":${'['.repeat(60_000)}${']'.repeat(60_000)}}`
    const imported = await importEpisodes({ ...rest, bytes: bytesOf(line), format: 'openai' })
    expect(imported).toMatchObject({ run: null, problems: [{ line: 1, message: 'it is nested too deeply' }] })
  })

  it('names the task by what was said where the source has an empty name for it', async () => {
    const lines = [chat('Which one?', 'This.', { task: ' ' }), chat('Which one?', 'That.')]
    const imported = await importEpisodes({ ...rest, bytes: bytesOf(lines.join('\n')), format: 'openai' })
    const [first, second] = await episodesOf(imported.run)
    expect(first?.task).toMatch(/^prompt-[0-9a-f]{12}$/)
    expect(second?.task).toBe(first?.task)
  })

  it('takes nothing, if that was chosen', async () => {
    const before = await pool().query('select count(*) from runs')
    const imported = await importEpisodes({
      ...rest,
      onProblem: 'keep-nothing',
      bytes: bytesOf(broken),
      format: 'openai',
    })
    expect(imported).toMatchObject({ run: null, episodes: 0, problems: [{ line: 2 }, { line: 4 }] })
    expect((await pool().query('select count(*) from runs')).rows).toEqual(before.rows)
  })

  it('keeps the groups and steps of verl', async () => {
    const line = (score: number) =>
      JSON.stringify({ input: 'user\nHow?', output: 'So.', gts: null, score, step: 7, uid: 'u1' })
    const { run: id } = await importEpisodes({ ...rest, bytes: bytesOf(`${line(0)}\n${line(1)}\n`), format: 'verl' })
    const episodes = await episodesOf(id)
    expect(episodes.map(({ trainingStep, reward }) => [trainingStep, reward])).toEqual([
      [7, 0],
      [7, 1],
    ])
    expect((await getEpisode({ episode: episodes[0]?.id ?? '' })).siblings).toHaveLength(2)
  })

  it('reads the Parquet files of TRL', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'step', data: [5n, 5n], type: 'INT64' },
        { name: 'prompt', data: ['What?', 'Who?'], type: 'STRING' },
        { name: 'completion', data: ['That.', 'They.'], type: 'STRING' },
        { name: 'exact_match', data: [1, 0], type: 'DOUBLE' },
        { name: 'advantage', data: [0.7, -0.7], type: 'DOUBLE' },
      ],
    })
    const { run: id } = await importEpisodes({ ...rest, bytes: new Uint8Array(buffer), format: 'trl' })
    expect((await episodesOf(id)).map(({ opening, reward, advantage }) => [opening, reward, advantage])).toEqual([
      ['What?', 1, 0.7],
      ['Who?', 0, -0.7],
    ])
  })

  it('says when a file is none', async () => {
    await expect(importEpisodes({ ...rest, bytes: bytesOf(''), format: 'openai' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
    const torn = importEpisodes({ ...rest, bytes: bytesOf('PAR1 and nothing'), format: 'trl' })
    await expect(torn).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('Parquet') })
  })
})
