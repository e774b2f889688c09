import { beforeAll, describe, expect, it } from 'vitest'
import type { PlaySettings } from '@/server/core/playground/session'
import { pool } from '@/server/db/client'
import { storeSession } from '@/server/db/playground-sessions'
import { verifyEpisode } from '@/server/services/episodes/verify-episode'
import { getEpisode } from '@/server/services/read/get-episode'
import { seedBuiltins } from '@/server/services/runs/seed-builtins'
import { storeSmallSuite } from '@/server/services/runs/testing/small-suite'
import { changeSession } from './change-session'
import { keptSession } from './keep-session'
import { makeMove } from './make-move'
import { openSession } from './open-session'
import { playgroundOptions, playgroundTasks } from './playground-options'
import { saveSession } from './save-session'
import { sessionExpected, sessionState } from './session-state'
import { showSession } from './show-session'

const task = 'vehicle-train-01-base'
const settings: PlaySettings = {
  ...{ profile: 'training', feedback: 'standard', augmentation: { name: 'built-in', version: 1 } },
}
const open = (changes: Partial<Parameters<typeof openSession>[0]> = {}) =>
  openSession({ suite: 'small', task, domains: [], ...settings, ...changes })
const raw = (session: string, text: string) => makeMove({ session, move: { kind: 'raw', text } })
const answer = (session: string) => makeMove({ session, move: { kind: 'answer', text: 'Done.' } })

beforeAll(async () => {
  await seedBuiltins()
  await storeSmallSuite()
}, 60_000)

describe('playing by hand', () => {
  it('begins with the first user message and the tools of the task', async () => {
    const shown = await showSession(await open())
    expect(shown).toMatchObject({ task, isFree: false, turnCount: 3, steps: [], open: { index: 0 } })
    expect(shown.open?.tools.map(({ name }) => name)).toContain('startEngine')
    expect(shown.turns).toHaveLength(1)
  })

  it('takes a form’s arguments as they were typed: 1 and 1.0 are different values', async () => {
    const form = (text: string) => ({ kind: 'form' as const, tool: 'pressBrakePedal', arguments: text })
    const session = await makeMove({ session: await open(), move: form('{"pedalPosition": 1.0}') })
    expect((await keptSession(session)).moves).toEqual([
      { kind: 'calls', calls: ['pressBrakePedal(pedalPosition=1.0)'] },
    ])
    const whole = await makeMove({ session: await open(), move: form('{"pedalPosition": 1}') })
    expect((await keptSession(whole)).moves).toEqual([{ kind: 'calls', calls: ['pressBrakePedal(pedalPosition=1)'] }])
  })

  it('shows a failing call in both feedbacks, and what a successful one changed', async () => {
    const failed = await raw(await open(), "startEngine(ignitionMode='START')")
    const [step] = (await showSession(failed)).steps
    expect(step?.calls[0]?.error).not.toBeNull()
    expect(step?.calls[0]?.hinted).not.toBeNull()
    expect(step?.calls[0]?.hinted).not.toBe(step?.calls[0]?.standard)
    expect(step?.changes).toEqual([])
    const done = await raw(failed, 'pressBrakePedal(pedalPosition=1.0)')
    const [, second] = (await showSession(done)).steps
    expect(second?.changes.map(({ domain }) => domain)).toContain('VehicleControlAPI')
  })

  it('makes several lines one step, and says at the field which of them cannot be read', async () => {
    const session = await raw(await open(), 'pressBrakePedal(pedalPosition=1.0)\n\ncheck_tire_pressure()\n')
    expect((await showSession(session)).steps[0]?.calls).toHaveLength(2)
    await expect(raw(session, 'check_tire_pressure()\nstartEngine(')).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'move.text',
      message: expect.stringMatching(/^Line 2: /),
    })
    await expect(raw(session, '  ')).rejects.toMatchObject({ field: 'move.text' })
  })

  it('takes at most 20 calls in one message', async () => {
    const session = await open()
    await expect(raw(session, 'displayCarStatus(option="fuel")\n'.repeat(21))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'move.text',
      message: 'One message holds at most 20 calls, and these are 21.',
    })
  })

  it('goes back to the very session that there was, and forward on another way', async () => {
    const first = await raw(await open(), 'check_tire_pressure()')
    const second = await raw(first, 'pressBrakePedal(pedalPosition=1.0)')
    expect(await changeSession({ session: second, moves: 1, settings: {} })).toBe(first)
    expect(await raw(first, 'pressBrakePedal(pedalPosition=1.0)')).toBe(second)
    expect((await showSession(first)).steps).toHaveLength(1)
  })

  it('plays the same moves under other hints and another feedback', async () => {
    const failed = await raw(await open(), "startEngine(ignitionMode='START')")
    const other = await changeSession({ session: failed, settings: { feedback: 'augmented' } })
    const [step] = (await showSession(other)).steps
    expect(step?.observation).toContain(step?.calls[0]?.hinted)
    const none = await changeSession({ session: failed, settings: { augmentation: null } })
    expect((await showSession(none)).steps[0]?.calls[0]).toMatchObject({ hinted: null, rule: null })
  })

  it('drops the moves for which other rules leave no room', async () => {
    let session = await open({ profile: 'bfcl' })
    for (let step = 0; step < 20; step++) session = await raw(session, 'check_tire_pressure()')
    expect((await showSession(session)).open?.index).toBe(0)
    const shown = await showSession(await changeSession({ session, settings: { profile: 'training' } }))
    expect(shown.open).toBeNull()
    expect(shown.steps).toHaveLength(18)
  })

  it('judges a turn when it is answered, goes on to the next, and is over after the last', async () => {
    const first = await raw(await open(), "set_navigation(destination='88 Orchard Street, Stonebrook')")
    const second = await answer(first)
    const shown = await showSession(second)
    expect(shown.turns.map(({ score }) => score?.reward)).toEqual([1, undefined])
    expect(shown.open?.index).toBe(1)
    const over = await answer(await answer(second))
    expect((await showSession(over)).open).toBeNull()
    await expect(answer(over)).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'move' })
  })

  it('knows the whole state before and after the last move, and what the task expects of the turn', async () => {
    const session = await raw(await open(), "set_navigation(destination='Elsewhere')")
    const { before, after } = await sessionState(session)
    expect(after).not.toEqual(before)
    const expected = await sessionExpected(session)
    expect(expected).toMatchObject({
      turn: 0,
      calls: ["set_navigation(destination='88 Orchard Street, Stonebrook')"],
    })
    expect(expected.differences).toMatchObject([{ domain: 'VehicleControlAPI' }])
  })

  it('plays bare domains freely, without anything that is expected', async () => {
    const session = await open({ task: null, domains: ['MathAPI', 'TicketAPI'] })
    const shown = await showSession(await raw(session, 'add(a=1, b=2)'))
    expect(shown).toMatchObject({ isFree: true, task: null, domains: ['MathAPI', 'TicketAPI'] })
    expect(shown.steps[0]?.calls[0]).toMatchObject({ executed: true, error: null })
    await expect(sessionExpected(session)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(saveSession({ session })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })

  it('can begin in every domain that a stored suite documents', async () => {
    const { suites, sets } = await playgroundOptions()
    expect(sets.map(({ name }) => name)).toContain('built-in')
    for (const { name, domains } of suites)
      for (const domain of domains) {
        const { open: turn } = await showSession(await open({ suite: name, task: null, domains: [domain] }))
        expect(turn?.tools.length).toBeGreaterThan(0)
      }
  })

  it('finds tasks by their words', async () => {
    const tasks = await playgroundTasks({ suite: 'small', text: 'ORCHARD' })
    expect(tasks.map(({ key }) => key)).toContain(task)
    expect(await playgroundTasks({ suite: 'small', text: 'no such words' })).toEqual([])
  })

  it.each([
    ['suite', { suite: 'none' }],
    ['task', { task: 'none' }],
    ['domains', { task: null, domains: [] }],
    ['domains', { task: null, domains: ['NoDomain'] }],
    ['augmentation', { augmentation: { name: 'built-in', version: 99 } }],
  ])('refuses at the field %s what does not exist', async (field, changes) => {
    await expect(open(changes)).rejects.toMatchObject({ code: 'BAD_INPUT', field })
  })

  it('is bounded in size', async () => {
    let session = await open({ task: null, domains: ['MathAPI'] })
    const long = `add(a='${'1'.repeat(18_000)}', b=2)`
    await expect(
      (async () => {
        for (let move = 0; move < 8; move++) session = await raw(session, long)
      })(),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('100000 characters') })
    await expect(keptSession('0'.repeat(20))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('an episode that was played by hand', () => {
  it('is stored once, with its mark, in an archived run of its own, and can be verified', async () => {
    const played = await raw(
      await open(),
      "startEngine(ignitionMode='START')\nlockDoors(unlock=False, door=['driver'])",
    )
    const session = await answer(await raw(await answer(played), 'check_tire_pressure()'))
    const saved = await saveSession({ session })
    expect(saved.created).toBe(true)
    expect(await saveSession({ session })).toEqual({ episode: saved.episode, created: false })
    const episode = await getEpisode({ episode: saved.episode })
    expect(episode).toMatchObject({ origin: 'by-hand', task: { key: task } })
    const { rows } = await pool().query(
      `select r.kind, r.archived_at is not null as archived, r.name, (select count(*)::int from tool_error_events) as errors
         from runs r join episodes e on e.run_id = r.id where e.id = $1`,
      [saved.episode],
    )
    expect(rows[0]).toEqual({ kind: 'import', archived: true, name: `By hand: ${task}`, errors: 0 })
    expect((await verifyEpisode(saved.episode)).mismatches).toEqual([])
  })

  it('keeps the day on which it was played, when it is saved later', async () => {
    const session = await keptSession(await raw(await open(), 'check_tire_pressure()'))
    const id = 'a'.repeat(20)
    await storeSession(id, { ...session, day: { year: 2024, month: 2, day: 29 } })
    const { episode } = await saveSession({ session: id })
    const { rows } = await pool().query<{ day: string }>(
      `select to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD') as day
         from runs r join episodes e on e.run_id = r.id where e.id = $1`,
      [episode],
    )
    expect(rows[0]?.day).toBe('2024-02-29')
    expect((await verifyEpisode(episode)).mismatches).toEqual([])
  })

  it('needs a move', async () => {
    await expect(saveSession({ session: await open() })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})
