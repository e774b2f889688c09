import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Task } from '@/server/core/tasks/task'
import { pool } from '@/server/db/client'
import { solutionsOf } from '@/server/endpoints/testing/solutions'
import { type ChatServer, startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { storeFewTests, storeScripted } from '@/server/services/evaluations/testing/small-evaluation'
import { seedBuiltins } from '@/server/services/runs/seed-builtins'
import { endpointMove } from './endpoint-move'
import { keptSession } from './keep-session'
import { makeMove } from './make-move'
import { openSession } from './open-session'
import { saveSession } from './save-session'
import { showSession } from './show-session'

let server: ChatServer
let task: Task

const open = () =>
  openSession({
    ...{ suite: 'few-starter', task: task.key, domains: [], profile: 'training', feedback: 'standard' },
    augmentation: { name: 'built-in', version: 1 },
  })

beforeAll(async () => {
  await seedBuiltins()
  const [suite] = await storeFewTests()
  const found = suite?.tasks.find(({ split, turns }) => split === 'base' && turns.length > 1)
  if (!suite || !found) throw new Error('there is no task of two turns')
  task = found
  server = await startChatServer(solutionsOf(suite))
}, 60_000)
afterAll(() => server.stop())

describe('an endpoint in the playground', () => {
  it('plays a task to its end, message by message, and its name stands with each', async () => {
    const endpoint = await storeScripted(server, 'solver')
    let session = await open()
    const turns: (number | null)[] = []
    for (let moves = 0; moves < 40; moves++) {
      const moved = await endpointMove({ session, endpoint })
      session = moved.session
      turns.push(moved.turn)
      if (moved.turn === null) break
    }
    expect(turns.at(-1)).toBeNull()
    const shown = await showSession(session)
    expect(shown.turns.map(({ score }) => score?.reward)).toEqual(task.turns.map(() => 1))
    expect(new Set(shown.steps.map(({ by }) => by)).size).toBe(1)
    expect(shown.steps[0]?.by).toMatch(/^solver/)
    const { episode } = await saveSession({ session })
    const { rows } = await pool().query<{ name: string }>(
      'select r.name from runs r join episodes e on e.run_id = r.id where e.id = $1',
      [episode],
    )
    expect(rows[0]?.name).toMatch(/^In the playground, with solver \d+: /)
  })

  it('goes on from what a person has played, and is told of it', async () => {
    const endpoint = await storeScripted(server, 'silent')
    const played = await makeMove({ session: await open(), move: { kind: 'raw', text: 'no_such_tool(a=1)' } })
    const { session } = await endpointMove({ session: played, endpoint })
    expect((await keptSession(session)).moves).toMatchObject([
      { kind: 'calls', calls: ['no_such_tool(a=1)'] },
      { kind: 'answer', text: 'I would rather not.' },
    ])
    const asked = (await server.seen()).asked.at(-1)
    expect(asked?.messages.map(({ role }) => role)).toEqual(
      ['system', 'user', 'assistant', 'tool'].slice(-(asked?.messages.length ?? 0)),
    )
    expect(JSON.stringify(asked?.messages.at(-1))).toContain('no_such_tool')
  })

  it('may write what cannot be read: it is played, and told what is wrong', async () => {
    const { session } = await endpointMove({
      session: await open(),
      endpoint: await storeScripted(server, 'malformed'),
    })
    const [step] = (await showSession(session)).steps
    expect(step).toMatchObject({ kind: 'malformed', outcome: 'malformed' })
    expect(step?.malformation?.message).not.toBe('')
  })

  it.each([
    ['long', { code: 'UNAVAILABLE', field: 'endpoint', message: expect.stringContaining('cut for its length') }],
    ['full', { code: 'UNAVAILABLE', field: 'endpoint' }],
  ])('leaves the session as it was when the model %s gives no answer', async (model, error) => {
    const session = await open()
    const endpoint = await storeScripted(server, model)
    await expect(endpointMove({ session, endpoint })).rejects.toMatchObject(error)
    expect((await showSession(session)).steps).toEqual([])
  })

  it('stops when nobody waits any more', async () => {
    const endpoint = await storeScripted(server, 'hanging')
    await expect(endpointMove({ session: await open(), endpoint }, AbortSignal.timeout(200))).rejects.toThrow()
  })

  it('has nobody to answer in bare domains', async () => {
    const session = await openSession({
      ...{ suite: 'few-starter', task: null, domains: ['MathAPI'], profile: 'training', feedback: 'standard' },
      augmentation: null,
    })
    const endpoint = await storeScripted(server, 'solver')
    await expect(endpointMove({ session, endpoint })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})
