import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import { type ChatServer, type Script, startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { trainableDomains } from '@/server/environments/environments'
import { packEvents } from '@/server/recording/pack-events'
import { storeScripted } from '@/server/services/evaluations/testing/small-evaluation'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { importStarterSuites } from '@/server/services/suites/import-starter-suites'
import { decideOnProposal } from './decide-on-proposal'
import { draftProposal } from './draft-proposal'
import { draftRule } from './draft-rule'
import { listProposals } from './list-proposals'
import { listSets } from './list-sets'
import { showDraft } from './show-draft'
import { secretValue } from './testing/secret-value'

const now = new Date('2026-05-04T10:20:30Z')
const scope = { run: null, group: null }
let episodes: EpisodeRecord[]
let error: { domain: string; tool: string; code: string }
let server: ChatServer | null = null

beforeAll(async () => {
  const claim = await claimSmallRun()
  await importStarterSuites()
  episodes = await trainerEpisodes(claim, 40)
  const events = await packEvents([{ type: 'episodes', episodes }])
  await recordBatch({ run: claim.runId, epoch: claim.epoch, source: 'test', sequence: 0, at: 0, events })
  const failed = episodes.flatMap(({ toolErrors }) => toolErrors).find(({ domain }) => domain !== '')
  if (!failed) throw new Error('no call failed in these episodes')
  error = { domain: failed.domain, tool: failed.tool, code: failed.code }
}, 120_000)
afterEach(() => {
  server?.stop()
  server = null
})

/** A real server that answers one text after the other. */
async function answering(...says: string[]) {
  const script: Script = { when: ['You write hints', `The error ${error.code} of ${error.tool}`], says }
  server = await startChatServer({}, [script])
  return { endpoint: await storeScripted(server, 'solver'), seen: server.seen }
}

const fieldsOf = () => trainableDomains().get(error.domain)?.errors[error.code]?.fields ?? []
const sound = () =>
  JSON.stringify({ conditions: [], template: `{tool} was not right here: look at {${fieldsOf()[0] ?? 'tool'}}.` })
const ask = (endpoint: number) => ({ ...scope, ...error, endpoint })

describe('a rule that a chat model drafts', () => {
  it('waits among the proposals with endpoint, model and time, and is in no set until a person takes and saves it', async () => {
    const { endpoint } = await answering(`\`\`\`json\n${sound()}\n\`\`\``)
    const before = await listSets()
    const { origin } = await draftProposal(ask(endpoint), now)
    expect(origin).toMatch(/^model solver \d+, 2026-05-04 10:20:30 UTC$/)
    const [proposal] = (await listProposals()).filter((own) => own.origin === origin)
    expect(proposal).toMatchObject({ ...error, rule: { when: { code: error.code, tools: [error.tool] }, origin } })
    expect(proposal?.evidence).toMatchObject({
      model: 'solver',
      at: now.toISOString(),
      endpoint: expect.stringMatching(/^solver/),
    })
    expect(proposal?.evidence.failures).toBeGreaterThan(0)
    expect((await listSets()).sets).toEqual(before.sets)
    const place = await decideOnProposal({ proposal: proposal?.id ?? 0, decision: 'take', set: 'built-in' })
    const { rules } = await showDraft(place?.draft ?? 0)
    expect(rules[place?.index ?? 0]).toMatchObject({ origin })
    expect((await listSets()).sets).toEqual(before.sets)
  })

  it('is asked for with documentation, fields and failures, and with nothing that tasks expect', async () => {
    const { endpoint, seen } = await answering(sound())
    await draftRule(ask(endpoint), now)
    const asked = JSON.stringify((await seen()).asked.at(-1)?.messages)
    const failing = episodes
      .flatMap(({ steps }) => steps.flatMap(({ calls }) => calls))
      .filter((call) => call.error?.code === error.code && call.name === error.tool)
    expect(failing.some(({ expression }) => asked.includes(JSON.stringify(expression).slice(1, -1)))).toBe(true)
    for (const field of fieldsOf()) expect(asked).toContain(field)
    const messages = episodes
      .flatMap(({ turns }) => turns.map(({ userMessage }) => userMessage))
      .filter((text) => text !== '')
    expect(messages.filter((text) => asked.includes(JSON.stringify(text).slice(1, -1)))).toEqual([])
    expect(asked).not.toContain('expected')
  })

  it('may be mended once, when the model is told what is wrong', async () => {
    const { endpoint, seen } = await answering('{"template": "See {nothing_like_it}."}', sound())
    const { rule } = await draftRule(ask(endpoint), now)
    expect(rule.template).toContain('was not right here')
    expect(JSON.stringify((await seen()).asked.at(-1)?.messages)).toContain('names the unknown value {nothing_like_it}')
  })

  it.each([
    ['words', 'I would rather not.', /drafted no rule that can be used: it holds no JSON object; it was asked 2 times/],
    [
      'another comparison',
      '{"template": "a", "conditions": [{"field": "tool", "is": "matches"}]}',
      /conditions\[0\]\.is: /,
    ],
    [
      'a field that the error lacks',
      '{"template": "See {no_such_field}."}',
      /names the unknown value \{no_such_field\}/,
    ],
    ['a stray brace', '{"template": "See {."}', /stray \{/],
  ])('is refused, and not stored, when the answer is %s', async (_, answer, message) => {
    const { endpoint } = await answering(answer)
    const before = await listProposals()
    await expect(draftProposal(ask(endpoint), now)).rejects.toMatchObject({
      ...{ code: 'UNAVAILABLE', field: 'endpoint', message: expect.stringMatching(message) },
    })
    expect(await listProposals()).toEqual(before)
  })

  it('is refused when it gives ground truth away, and the model is not told', async () => {
    const secret = await secretValue(error.domain)
    const { endpoint, seen } = await answering(JSON.stringify({ template: `Use ${secret} there.` }), sound())
    await expect(draftRule(ask(endpoint), now)).rejects.toThrow(`gives away ${secret}`)
    expect((await seen()).requests).toBe(1)
  })

  it.each([
    ['long', /cut for its length/],
    ['full', /too long/],
  ])('is not there when the model %s gives no answer', async (model, message) => {
    server = await startChatServer()
    const endpoint = await storeScripted(server, model)
    await expect(draftRule(ask(endpoint), now)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      field: 'endpoint',
      message: expect.stringMatching(message),
    })
  })

  it('needs an error that a domain has', async () => {
    const { endpoint } = await answering(sound())
    await expect(draftRule({ ...ask(endpoint), code: 'never_heard_of' }, now)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'code',
    })
  })
})
