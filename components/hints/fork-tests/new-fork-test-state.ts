import { type ForkTestInput, forkTestInput } from '@/server/core/fork-tests/fork-test-input'
import type { ForkTarget } from '@/server/core/fork-tests/plan'

/** The form of a new fork test, as it is typed. */
export interface NewForkTestState {
  readonly run: string
  readonly kind: ForkTarget['kind']
  readonly rule: string
  readonly domain: string
  readonly tool: string
  readonly code: string
  /** `name@version`; empty: the usual one, or none. */
  readonly setA: string
  readonly setB: string
  /** Empty: the run's own policy. */
  readonly endpoint: string
  readonly forks: string
  readonly repeats: string
  readonly seed: string
  readonly testTasks: boolean
}

type Query = Readonly<Record<string, string | string[] | undefined>>

const textOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** What an address asks for; the rest as usual. */
export function firstForkTest(query: Query, usualRun: number | null): NewForkTestState {
  const [rule, domain, tool, code] = [query.rule, query.domain, query.tool, query.code].map(textOf)
  const kind = rule ? 'rule' : code ? 'error' : 'all'
  const run = textOf(query.run) || (usualRun === null ? '' : String(usualRun))
  return {
    ...{ run, kind, rule: rule ?? '', domain: domain ?? '', tool: tool ?? '', code: code ?? '' },
    ...{ setA: textOf(query.set), setB: '', endpoint: '', forks: '60', repeats: '8', seed: '0', testTasks: false },
  }
}

export type ForkTestErrors = Readonly<Record<string, string>>

type Checked =
  | { readonly ok: true; readonly input: ForkTestInput }
  | { readonly ok: false; readonly errors: ForkTestErrors }

/** The input that the form stands for, or what is wrong at its fields. */
export function checkForkTest(form: NewForkTestState): Checked {
  const parsed = forkTestInput.safeParse({
    run: numberOf(form.run),
    target: targetOf(form),
    setA: setOf(form.setA),
    setB: setOf(form.setB),
    endpoint: form.endpoint === '' ? null : numberOf(form.endpoint),
    ...{ forks: numberOf(form.forks), repeats: numberOf(form.repeats), seed: numberOf(form.seed) },
    testTasks: form.testTasks,
  })
  if (parsed.success) return { ok: true, input: parsed.data }
  const errors: Record<string, string> = {}
  for (const { path } of parsed.error.issues) {
    const field = String(path.at(-1) ?? path[0])
    errors[field] = messages[field] ?? 'is not valid'
  }
  return { ok: false, errors }
}

const messages: ForkTestErrors = {
  run: 'Choose a run',
  rule: 'Name the rule',
  domain: 'Name the domain',
  tool: 'Name the tool',
  code: 'Name the error code',
  forks: 'A whole number from 1 to 1000',
  repeats: 'A whole number from 1 to 50',
  seed: 'A whole number from 0 on',
}

const numberOf = (text: string): number => (/^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN)

function targetOf({ kind, rule, domain, tool, code }: NewForkTestState) {
  if (kind === 'rule') return { kind, rule: rule.trim() }
  return kind === 'error' ? { kind, domain: domain.trim(), tool: tool.trim(), code: code.trim() } : { kind }
}

function setOf(text: string): { name: string; version: number } | null {
  const at = text.lastIndexOf('@')
  return at < 1 ? null : { name: text.slice(0, at), version: Number(text.slice(at + 1)) }
}
