import { describe, expect, it } from 'vitest'
import { lampContext, lampTask } from '@/server/core/episodes/testing/lamp-room'
import type { Move, PlaygroundSession } from './session'
import { sessionConversation } from './session-conversation'

const task = lampTask([{ expected: ["level('a')"] }, { message: 'And now the other.', expected: ["level('b')"] }])

function request(moves: readonly Move[]) {
  const session: PlaygroundSession = {
    ...{ suite: { name: 'lamps', hash: 'h' }, task: 'lamps-1', domains: [], augmentation: null },
    ...{ profile: 'training', feedback: 'standard', day: lampContext.today, moves: [...moves] },
  }
  return sessionConversation(session, { task, isFree: false, augmentation: null }, 'native').request
}

describe('a session as a chat model is shown it', () => {
  it('has the messages of everybody who played, with their results', () => {
    const { messages, tools } = request([
      { kind: 'calls', calls: ["level(lamp='a')"], by: 'a model', thinking: 'Which one?' },
      { kind: 'answer', text: 'It is dark.' },
    ])
    expect(messages.filter(({ role }) => role !== 'system').map(({ role, content }) => [role, content])).toEqual([
      ['user', 'Do it.'],
      ['assistant', ''],
      ['tool', '{"level": 0}'],
      ['assistant', 'It is dark.'],
      ['user', 'And now the other.'],
    ])
    expect(tools).toHaveLength(3)
  })

  it('names the arguments that a person gave by their place', () => {
    const { messages } = request([{ kind: 'calls', calls: ["level('a')"] }])
    const calls = messages.flatMap(({ toolCalls }) => toolCalls ?? [])
    expect(calls.map((call) => [call.name, call.arguments])).toEqual([['level', '{"lamp": "a"}']])
  })
})
