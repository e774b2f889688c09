import { describe, expect, it } from 'vitest'
import type { GateCriterion, GateVerdict, GateVerdictName } from '@/server/core/curriculum/curriculum'
import { endInWords, whyNotEarlier } from './simulated-end'

const criterion = (name: GateCriterion['name'], met: boolean, value: number | null): GateCriterion => {
  return { name, met, value, threshold: 0.004, detail: '' }
}
const verdict = (name: GateVerdictName, step: number, criteria: readonly GateCriterion[] = []): GateVerdict => {
  return { verdict: name, step, criteria, reason: '' }
}

describe('the end of a simulated stage', () => {
  it('is the first verdict that ends it', () => {
    expect(endInWords([verdict('wait', 0), verdict('stalled', 5), verdict('pass', 10), verdict('limit', 15)])).toBe(
      'passes at step 10',
    )
    expect(endInWords([verdict('wait', 0), verdict('wait', 5)])).toBe('has not ended at step 5')
    expect(endInWords([])).toBe('has no validation yet')
  })

  it('says what was open before it, and never speaks of the limit or of a collapse that was not seen', () => {
    const before = verdict('wait', 5, [
      criterion('min_steps', true, 5),
      criterion('accuracy_converged', false, 0.0123),
      criterion('gain', false, null),
      criterion('max_steps', false, 5),
      criterion('collapse', false, 1),
    ])
    expect(whyNotEarlier([before, verdict('pass', 10)], 1)).toBe(
      'Not at step 5: reward converged +1.23 (≤ +0.40) pt/step; gain over the start could not be judged yet.',
    )
    expect(whyNotEarlier([verdict('pass', 0)], 0)).toBeNull()
  })
})
