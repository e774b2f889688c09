import { describeCriterion } from '@/components/runs/page/describe-criterion'
import type { GateCriterion, GateVerdict, GateVerdictName } from '@/server/core/curriculum/curriculum'

const words: Readonly<Record<GateVerdictName, string>> = {
  pass: 'passes',
  limit: 'reaches its limit',
  collapse: 'stops at a collapse',
  wait: 'waits',
  stalled: 'stalls',
}

/** Where a stage ends by these verdicts, in words: `passes at step 20`. */
export function endInWords(verdicts: readonly GateVerdict[]): string {
  const end = verdicts.find(({ verdict }) => verdict === 'pass' || verdict === 'limit' || verdict === 'collapse')
  if (end) return `${words[end.verdict]} at step ${end.step}`
  const last = verdicts.at(-1)
  return last ? `has not ended at step ${last.step}` : 'has no validation yet'
}

/** What was still open at the validation before the stage's end; null: it ended with its first. */
export function whyNotEarlier(verdicts: readonly GateVerdict[], end: number): string | null {
  const before = verdicts[end - 1]
  if (!before) return null
  const open = openCriteria(before.criteria)
  if (open.length === 0) return null
  return `Not at step ${before.step}: ${open.join('; ')}.`
}

/** Criteria that a pass needs and that were not met, with their values. */
function openCriteria(criteria: readonly GateCriterion[]): string[] {
  return criteria
    .filter(({ name, met }) => !met && name !== 'max_steps' && name !== 'collapse')
    .map((criterion) => {
      const { label, text } = describeCriterion(criterion)
      return `${label.toLowerCase()} ${criterion.value === null ? 'could not be judged yet' : text}`
    })
}
