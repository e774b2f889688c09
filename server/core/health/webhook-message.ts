import { formatFigure } from './format-figure'
import type { Evidence, HealthRule } from './health-rule'

interface News {
  readonly event: 'opened' | 'closed' | 'test'
  readonly rule: HealthRule
  readonly run: { readonly id: number; readonly name: string } | null
  readonly finding: number | null
  readonly step: number
  readonly at: Date
  readonly threshold: number | null
  readonly value: number | null
  readonly evidence: readonly Evidence[]
}

/** What a webhook is sent. `text` is one line for chat programs, everything else for programs. */
export function webhookMessage({ event, rule, run, finding, step, at, threshold, value, evidence }: News) {
  const { id, name, means, advice, severity } = rule
  return {
    text: lineOf({ event, rule, run, step, value }),
    event,
    finding,
    run: run && { ...run, path: `/runs/${run.id}` },
    rule: { id, name, means, advice, severity, unit: rule.threshold.unit },
    step,
    at: at.toISOString(),
    threshold,
    value,
    evidence,
  }
}

function lineOf({ event, rule, run, step, value }: Pick<News, 'event' | 'rule' | 'run' | 'step' | 'value'>): string {
  if (!run || event === 'test') return `Envtune: a test of the rule “${rule.name}”.`
  const where = `run #${run.id}${run.name === '' ? '' : ` (${run.name})`}, step ${step}`
  if (event === 'closed') return `Envtune: “${rule.name}” is over in ${where}.`
  const said = value === null ? '' : ` (${formatFigure(value, rule.threshold.unit)})`
  return `Envtune: ${rule.name}${said} in ${where}. ${rule.means}`
}
