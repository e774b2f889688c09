import { type ForkSetReference, type ForkTestInput, forkTestInput } from '@/server/core/fork-tests/fork-test-input'
import type { ForkTarget } from '@/server/core/fork-tests/plan'

/** The form of a new fork test, as it is typed. */
export interface NewForkTestState {
  readonly run: string
  readonly kind: ForkTarget['kind']
  readonly rule: string
  readonly domain: string
  readonly tool: string
  readonly code: string
  readonly withRule: boolean
  /** As `setText` writes it; empty: the usual one, or none. */
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
    withRule: textOf(query.withRule) !== '',
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

/** Those of fields that somebody has filled in: what is still empty is wrong only once the test is to begin. */
export function filledErrors(form: NewForkTestState, errors: ForkTestErrors): ForkTestErrors {
  const values = new Map<string, unknown>(Object.entries(form))
  return Object.fromEntries(Object.entries(errors).filter(([field]) => (values.get(field) ?? '') !== ''))
}

const messages: ForkTestErrors = {
  run: 'Choose a run',
  rule: 'Name the rule',
  code: 'Name the error code',
  forks: 'A whole number from 1 to 1000',
  repeats: 'A whole number from 1 to 50',
  seed: 'A whole number from 0 on',
}

const numberOf = (text: string): number => (/^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN)

function targetOf({ kind, rule, domain, tool, code, withRule }: NewForkTestState) {
  if (kind === 'all') return { kind }
  if (kind === 'rule') return { kind, rule: rule.trim() }
  const where = { domain: domain.trim() || undefined, tool: tool.trim() || undefined }
  return { kind, ...where, code: code.trim(), withRule }
}

function setOf(text: string): ForkSetReference | null {
  if (text.startsWith('draft:')) return { draft: numberOf(text.slice('draft:'.length)) }
  const at = text.lastIndexOf('@')
  return at < 1 ? null : { name: text.slice(0, at), version: Number(text.slice(at + 1)) }
}
