import { describe, expect, it } from 'vitest'
import { answerStep, callsStep } from '@/server/core/episodes/agent-step'
import { callByName } from '@/server/core/episodes/call-list'
import { Episode } from '@/server/core/episodes/episode'
import type { EpisodeIdentity, RuleProfile } from '@/server/core/episodes/record'
import { lampContext, lampTask } from '@/server/core/episodes/testing/lamp-room'
import { messageFormats } from './chat-history'
import type { ChatReply } from './chat-model'
import { Conversation } from './conversation'
import { EndpointError } from './endpoint-error'
import type { ChatFormat } from './endpoint-settings'
import { playOn } from './play-on'

const identity: EpisodeIdentity = {
  ...{ id: 'e', suite: 'lamps', task: 'lamps-1', stage: null, trainingStep: 0, group: null, rollout: 0, prefix: null },
  kind: 'episode',
  partition: 'test',
}

const task = lampTask([
  { message: 'Switch the mains on.', expected: ['power(on=True)'] },
  { message: 'Now the red lamp.', expected: ["light(lamp='red', level=100)"] },
])

function converse(format: ChatFormat = 'native', profile: RuleProfile = 'bfcl'): Conversation {
  const rest = { identity, profile, feedback: 'standard', augmentation: null, rewardName: 'progress' } as const
  const episode = Episode.start({ task, context: lampContext, format: messageFormats[format], ...rest })
  return new Conversation(episode, format)
}

const says = (content: string, more: Partial<ChatReply> = {}): ChatReply => ({
  ...{ content, thinking: null, toolCalls: [], finishReason: 'stop' },
  ...more,
})
const calls = (name: string, text: string, id = 'abc'): ChatReply =>
  says('', { content: null, toolCalls: [{ id, name, arguments: text }], finishReason: 'tool_calls' })

const never = new AbortController().signal

describe('a conversation with native calls', () => {
  it('gives results under the ids that the server gave, and goes on to the next turn', () => {
    const conversation = converse()
    expect(conversation.request.tools.map((tool) => tool.function.name)).toEqual(['power', 'light', 'level'])
    conversation.answer(calls('power', '{"on": true}', 'id-of-the-server'))
    expect(conversation.request.messages.slice(1)).toEqual([
      { role: 'user', content: 'Switch the mains on.' },
      {
        role: 'assistant',
        content: '',
        toolCalls: [{ id: 'id-of-the-server', name: 'power', arguments: '{"on": true}' }],
      },
      { role: 'tool', content: '{"powered": true}', toolCallId: 'id-of-the-server' },
    ])
    conversation.answer(says('Done.'))
    expect(conversation.request.messages.at(-1)).toEqual({ role: 'user', content: 'Now the red lamp.' })
    expect(conversation.episode.finish().turns[0]?.reward).toBe(1)
  })

  it('sends calls that cannot be read back as text, with what exactly is wrong where the rules say so', () => {
    const conversation = converse('native', 'training')
    conversation.answer(calls('power', '{"on": tru'))
    const [said, told] = conversation.request.messages.slice(-2)
    expect(said).toEqual({ role: 'assistant', content: 'power({"on": tru)' })
    expect(told?.role).toBe('user')
    expect(told?.content).toMatch(/^Format error: The arguments of a tool call are not valid JSON\. \(power: .+\)$/)
    const [step] = conversation.episode.finish().steps
    expect(step).toMatchObject({ kind: 'malformed', malformation: { code: 'arguments_not_json' } })
    expect(step?.text).toContain('{"on": tru')
  })

  it('gives calls without an id one, and lets missing arguments be none', () => {
    const conversation = converse()
    conversation.answer(calls('level', '', ''))
    expect(conversation.request.messages.slice(-2)).toMatchObject([
      { role: 'assistant', toolCalls: [{ id: 'call_0' }] },
      { role: 'tool', toolCallId: 'call_0' },
    ])
  })
})

describe('a conversation in the tagged format', () => {
  it('has no tools beside the text, and never two messages of the user in a row', () => {
    const conversation = converse('tagged', 'training')
    for (let step = 0; step < 6; step++) conversation.answer(says('no tags at all'))
    expect(conversation.request.tools).toEqual([])
    const roles = conversation.request.messages.map(({ role }) => role)
    expect(roles.filter((role, index) => role === 'user' && roles[index - 1] === 'user')).toEqual([])
  })

  it('puts thinking that the server split off back in its place', () => {
    const conversation = converse('tagged')
    conversation.answer(
      says('<tool_call>[{"name": "power", "arguments": {"on": true}}]</tool_call>', { thinking: 'Mains first.' }),
    )
    expect(conversation.episode.finish().steps[0]).toMatchObject({ kind: 'calls', thinking: 'Mains first.' })
  })
})

describe('playing on', () => {
  const script = (...replies: readonly (ChatReply | Error)[]) => {
    const left = [...replies]
    const complete = () => {
      const next = left.shift()
      return next instanceof Error || next === undefined ? Promise.reject(next) : Promise.resolve(next)
    }
    return { complete }
  }

  it('plays a task to its end', async () => {
    const conversation = converse()
    const light = calls('light', '{"lamp": "red", "level": 100}')
    await playOn(conversation, script(calls('power', '{"on": true}'), says('On.'), light, says('Lit.')), never)
    expect(conversation.episode.finish()).toMatchObject({ success: true, verdict: 'valid' })
  })

  it('goes on from what was played already', async () => {
    const conversation = converse()
    conversation.replay(callsStep([callByName('power', new Map([['on', true]]))]))
    conversation.replay(answerStep('On.'))
    expect(conversation.request.messages.slice(2, 4)).toMatchObject([
      { role: 'assistant', toolCalls: [{ name: 'power', arguments: '{"on": true}' }] },
      { role: 'tool', content: '{"powered": true}' },
    ])
    await playOn(conversation, script(calls('light', '{"lamp": "red"}'), says('Lit.')), never)
    expect(conversation.episode.finish().success).toBe(true)
  })

  it('ends what has become too long, by the answer or by the conversation', async () => {
    const long = converse()
    await playOn(long, script(says('and so', { finishReason: 'length' })), never)
    expect(long.episode.finish()).toMatchObject({ truncated: 'length', success: false })
    const full = converse()
    await playOn(full, script(calls('power', '{"on": true}'), new EndpointError('context', 'too long')), never)
    expect(full.episode.finish()).toMatchObject({ truncated: 'context', success: false })
  })

  it('passes every other failure on, and stops when it is told to', async () => {
    await expect(playOn(converse(), script(new EndpointError('server', 'away')), never)).rejects.toThrow('away')
    const reason = new Error('cancelled')
    await expect(playOn(converse(), script(says('Hi')), AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})
