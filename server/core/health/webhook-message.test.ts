import { describe, expect, it } from 'vitest'
import { noHeartbeat } from './heartbeat-rules'
import { flatGroups } from './rules/flat-groups'
import { webhookMessage } from './webhook-message'

const news = {
  event: 'opened',
  ...{ rule: flatGroups, run: { id: 3, name: 'starter, seed 0' }, finding: 12, step: 41 },
  ...{ at: new Date('2026-11-20T13:30:00Z'), threshold: 0.5, value: 0.62, evidence: [] },
} as const
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('what a webhook is sent', () => {
  it('says in one line what fired where, and what it means', () => {
    const { text } = webhookMessage(news)
    expect(plain(text)).toMatch(/^Envtune: Flat groups \(62\.0 %\) in run #3 \(starter, seed 0\), step 41\. In many/)
    expect(text).not.toContain('\n')
  })

  it('says figures in the rule’s unit', () => {
    expect(plain(webhookMessage({ ...news, rule: noHeartbeat, value: 45 }).text)).toContain('No heartbeat (45 s)')
    expect(plain(webhookMessage({ ...news, rule: noHeartbeat, value: 600 }).text)).toContain('(10 min)')
  })

  it('says that it is over, without a figure', () => {
    const { text } = webhookMessage({ ...news, event: 'closed', value: null })
    expect(text).toBe('Envtune: “Flat groups” is over in run #3 (starter, seed 0), step 41.')
  })

  it('has the same for programs', () => {
    expect(webhookMessage(news)).toMatchObject({
      ...{ event: 'opened', finding: 12, step: 41, at: '2026-11-20T13:30:00.000Z', threshold: 0.5, value: 0.62 },
      ...{ run: { id: 3, path: '/runs/3' }, rule: { id: 'flat-groups', unit: 'share' } },
    })
  })

  it('is plainly a test when it is one', () => {
    expect(webhookMessage({ ...news, event: 'test', run: null }).text).toBe(
      'Envtune: a test of the rule “Flat groups”.',
    )
  })
})
