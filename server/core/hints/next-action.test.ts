import { describe, expect, it } from 'vitest'
import { type JudgedStep, nextAction } from './next-action'

const call = (expression: string, hinted: string | null = null) => ({
  name: expression.split('(')[0] ?? '',
  expression,
  standard: '{"error": "see ls"}',
  hinted,
})
const calls = (step: number, ...made: ReturnType<typeof call>[]): JudgedStep => ({
  turn: 0,
  step,
  kind: 'calls',
  calls: made,
})
const failed = call("cat(file_name='a/b')", 'Call cd first, then cat.')
const next = (...steps: JudgedStep[]) => nextAction([calls(0, failed), ...steps], { step: 0, call: 0 })

describe('what the agent did after a failing call', () => {
  it('is trying again with other arguments, or the very same', () => {
    expect(next(calls(1, call("cat(file_name='b')")))).toBe('retried')
    expect(next(calls(1, failed))).toBe('repeated')
  })

  it('is following the hint when it calls another tool that the hint names', () => {
    expect(next(calls(1, call("cd(folder='a')")))).toBe('named_tool')
    expect(next(calls(1, call('ls()')))).toBe('other_call')
  })

  it('looks for tools in the standard text where no rule matched', () => {
    const bare = call("cat(file_name='a/b')")
    expect(nextAction([calls(0, bare), calls(1, call('ls()'))], { step: 0, call: 0 })).toBe('named_tool')
  })

  it('counts the strongest of several calls, and none that stood beside the failing one', () => {
    expect(next(calls(1, failed, call("cd(folder='a')")))).toBe('named_tool')
    const beside = [calls(0, failed, call("cat(file_name='b')")), calls(1, call('ls()'))]
    expect(nextAction(beside, { step: 0, call: 0 })).toBe('other_call')
  })

  it('is the end of the turn: an answer, an empty list of calls, or none of its own', () => {
    expect(next({ turn: 0, step: 1, kind: 'answer', calls: [] })).toBe('answered')
    expect(next(calls(1))).toBe('answered')
    expect(next()).toBe('cut_off')
    expect(next({ ...calls(1, failed), turn: 1 })).toBe('cut_off')
  })

  it('is a message that could not be read', () => {
    expect(next({ turn: 0, step: 1, kind: 'malformed', calls: [] })).toBe('malformed')
  })

  it('is unknown when the record does not hold the call', () => {
    expect(nextAction([], { step: 0, call: 0 })).toBeNull()
  })
})
