import { describe, expect, it } from 'vitest'
import { attemptOutcome, evaluationOutcome } from './attempt-outcome'

const calm = { stopRequested: false, shuttingDown: false, evaluatesAtEnd: false }
const done = { kind: 'done' } as const
const lost = { kind: 'lost', reason: 'ended by SIGKILL.' } as const
const inStage = (verdict: string | null) => ({
  hasFinalEvaluation: false,
  stage: { name: 'hints', verdict, reason: 'Because.' },
  step: 12,
})

describe('what becomes of a run when its trainer has ended', () => {
  it('is finished once the final evaluation is there, even if a stop came too late', () => {
    const progress = { ...inStage('pass'), hasFinalEvaluation: true }
    expect(attemptOutcome(done, progress, { ...calm, stopRequested: true })).toMatchObject({ run: 'finished' })
  })

  it('fails on a collapse and says that resuming goes back', () => {
    const outcome = attemptOutcome(done, inStage('collapse'), calm)
    expect(outcome).toMatchObject({ run: 'failed', reason: expect.stringContaining('best checkpoint before it') })
  })

  it('stops at a limit that may not be passed', () => {
    expect(attemptOutcome(done, inStage('limit'), calm)).toMatchObject({
      run: 'stopped',
      reason: 'Stage "hints" did not pass its gate. Because.',
    })
  })

  it('is stopped when somebody asked for it, also when the trainer had to be ended', () => {
    const asked = { ...calm, stopRequested: true }
    expect(attemptOutcome(done, inStage('wait'), asked)).toMatchObject({ attempt: 'stopped', run: 'stopped' })
    expect(attemptOutcome(lost, inStage('wait'), asked)).toMatchObject({ attempt: 'stopped', run: 'stopped' })
  })

  it('waits for another attempt when the process is gone or the worker leaves', () => {
    // whether it goes on is not known yet: it may have been lost too often
    expect(attemptOutcome(lost, inStage(null), calm)).toEqual({ attempt: 'lost', run: 'queued', reason: lost.reason })
    const leaving = { ...calm, shuttingDown: true }
    expect(attemptOutcome(lost, inStage(null), leaving)).toMatchObject({ attempt: 'interrupted', run: 'queued' })
  })

  it('fails with the trainer’s own words, without the stack', () => {
    const failed = { kind: 'failed', reason: 'Error: no tasks\n    at train (x.ts:1:2)' } as const
    expect(attemptOutcome(failed, inStage(null), calm).reason).toBe('The trainer gave up: Error: no tasks')
  })

  it('waits for the next stage’s attempt when a stage on a cluster is over, and is finished after the last', () => {
    const over = { kind: 'stage-over', isLastStage: false } as const
    expect(attemptOutcome(over, inStage('pass'), calm)).toEqual({ attempt: 'done', run: 'queued', reason: null })
    const asked = { ...calm, stopRequested: true }
    expect(attemptOutcome(over, inStage('pass'), asked)).toMatchObject({ attempt: 'done', run: 'stopped' })
    expect(attemptOutcome({ ...over, isLastStage: true }, inStage('limit'), asked)).toMatchObject({ run: 'finished' })
  })

  it('is stopped when somebody stopped its job on the cluster', () => {
    const stopped = { kind: 'stopped', reason: 'It was stopped on the cluster.' } as const
    const outcome = attemptOutcome(stopped, inStage('wait'), calm)
    expect(outcome).toMatchObject({ run: 'stopped', reason: expect.stringContaining('on the cluster. Resume') })
  })
})

describe('what becomes of a run on a cluster whose test tasks are played', () => {
  const evaluated = { kind: 'evaluated' } as const
  const over = { kind: 'stage-over', isLastStage: true } as const

  it('waits for that after its last stage, unless a person asks it to stop', () => {
    const evaluating = { ...calm, evaluatesAtEnd: true }
    expect(attemptOutcome(over, inStage('pass'), evaluating)).toMatchObject({ attempt: 'done', run: 'queued' })
    expect(attemptOutcome(over, inStage('pass'), { ...evaluating, stopRequested: true })).toMatchObject({
      run: 'stopped',
      reason: expect.stringContaining('Resume plays the test tasks'),
    })
  })

  it('is finished after the final evaluation, and begins to train after that of the untrained model', () => {
    expect(evaluationOutcome(evaluated, 'final', calm)).toEqual({ attempt: 'done', run: 'finished', reason: null })
    expect(evaluationOutcome(evaluated, 'untrained', calm)).toEqual({ attempt: 'done', run: 'queued', reason: null })
  })

  it('is not lost with its evaluation: the attempt says why, and the run goes on without it', () => {
    const failed = { kind: 'failed', reason: 'The trainer refuses the stage: no weights' } as const
    const end = { attempt: 'failed', run: 'queued', reason: failed.reason }
    expect(evaluationOutcome(failed, 'final', calm)).toEqual(end)
    expect(evaluationOutcome(lost, 'untrained', calm)).toMatchObject({ attempt: 'lost', run: 'queued' })
  })

  it('is stopped when a person asks, whatever became of its job', () => {
    const asked = { ...calm, stopRequested: true }
    for (const end of [done, lost]) expect(evaluationOutcome(end, 'final', asked)).toMatchObject({ run: 'stopped' })
    expect(evaluationOutcome(evaluated, 'untrained', asked)).toMatchObject({ attempt: 'done', run: 'stopped' })
  })
})
