import { expect, it } from 'vitest'
import type { EpisodeIdentity, StepRecord } from '@/server/core/episodes/record'
import { prepareWebQuestion } from '@/server/core/tasks/web-question'
import { readWebSuites } from '@/server/core/tasks/web-suite'
import { judgeAgain } from './judge-again'
import { ownRulesRecord, ownRulesTurn } from './own-rules-record'

const [suite] = readWebSuites(
  new Map([
    [
      'BFCL_v4_web_search.json',
      '{"id": "web_search_0", "question": [[{"role": "user", "content": "Which?"}]], "involved_classes": ["WebSearchAPI"]}',
    ],
    ['possible_answer/BFCL_v4_web_search.json', '{"id": "web_search_0", "ground_truth": ["Wuyi"]}'],
  ]),
  (text) => text,
)
const task = suite?.tasks[0]
if (!task) throw new Error('the suite has a task')

const answered = (answer: string): StepRecord => ({
  ...{ turn: 0, step: 0, text: answer, thinking: null, kind: 'answer', answer, malformation: null },
  ...{ outcome: 'executed', calls: [], observation: null },
})
const identity: EpisodeIdentity = {
  ...{ id: 'e', kind: 'episode', partition: 'test', stage: null, trainingStep: 0, suite: 'bfcl-web-search' },
  ...{ task: task.key, group: null, rollout: 0, prefix: null },
}

function recorded(answer: string, success: boolean) {
  const steps = [answered(answer)]
  const { message, answers } = prepareWebQuestion(task ?? never())
  const turns = [ownRulesTurn({ userMessage: message, expected: answers, judged: 'answer', success, steps })]
  const verdict = success ? 'valid' : 'agentic:answer_not_found'
  return ownRulesRecord({ identity, task: task ?? never(), turns, steps, success, verdict, truncated: null })
}

function never(): never {
  throw new Error('there is a task')
}

it('a question that was recorded as it was judged is judged the same again', () => {
  for (const record of [recorded('In Wuyi.', true), recorded('Nowhere.', false)])
    expect(judgeAgain(record, task)).toEqual(record)
})

it('a verdict that the recorded words do not bear comes out otherwise', () => {
  expect(judgeAgain(recorded('Nowhere.', true), task)).toMatchObject({ success: false, reward: 0 })
})

it('what is not judged by an answer is not judged again', () => {
  const { benchmark: _, ...plain } = task
  expect(judgeAgain(recorded('In Wuyi.', true), plain)).toBeNull()
})
