import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { plainAnswer } from '@/server/core/chat/plain-answer'
import type { ChatMessage } from '@/server/core/episodes/chat'
import { readDraftAnswer } from '@/server/core/hints/draft-answer'
import { draftAgain, draftPrompt, type SeenFailure } from '@/server/core/hints/draft-prompt'
import { type DraftRule, draftOf } from '@/server/core/hints/draft-rule'
import { lintRule } from '@/server/core/hints/lint'
import { ruleId, type UnhintedError } from '@/server/core/hints/propose-rule'
import { type HintRule, hintRuleSchema } from '@/server/core/hints/rule'
import { findEndpoint } from '@/server/db/endpoints'
import { listFailures } from '@/server/db/hint-failures'
import type { OpenEndpoint } from '@/server/endpoints/open-endpoint'
import { trainableDomains } from '@/server/environments/environments'
import { completeOrUnavailable } from '@/server/services/endpoints/complete-or-unavailable'
import { openStoredEndpoint } from '@/server/services/endpoints/open-stored-endpoint'
import { withTexts } from './failure-examples'
import { findLeak, leakText } from './find-leaks'
import { ledgerScope, runsOfScope } from './ledger-scope'
import { definitionOf } from './propose-rules'
import { toolDocsByDomain } from './tool-docs'

export const draftRuleInput = ledgerScope.extend({
  endpoint: z.int32('choose an endpoint').positive(),
  /** Empty: any, or the call reached none. */
  domain: z.string().max(200),
  /** Empty: any. */
  tool: z.string().max(200),
  code: z.string().min(1, 'choose the error that the rule is for').max(200),
})

export interface DraftedRule {
  readonly rule: DraftRule
  /** What it was made from, for the person who decides. */
  readonly evidence: {
    readonly endpoint: string
    readonly model: string
    /** ISO 8601, UTC. */
    readonly at: string
    readonly failures: number
  }
}

/** Failing calls that the model sees, and how often it may mend an answer that cannot be used. */
const mostFailures = 6
const mostAnswers = 2

/**
 * Has a chat model draft a rule for an error, from the tools' documentation, the error's fields and a few recorded
 * failures; it sees nothing of what tasks expect. Nothing is stored. Throws UNAVAILABLE, at the endpoint, when it gives
 * no answer, one that is no sound rule, or one that gives ground truth away.
 */
export async function draftRule(
  { endpoint: id, domain, tool, code, ...scope }: z.infer<typeof draftRuleInput>,
  now: Date,
  signal: AbortSignal = new AbortController().signal,
): Promise<DraftedRule> {
  const definition = definitionOf({ domain, code })
  if (!definition) throw new AppError('BAD_INPUT', `No domain here has the error ${code}.`, 'code')
  const [docs, failures, endpoint, stored] = await Promise.all([
    toolDocsByDomain(),
    seenFailures({ domain, tool, code }, scope),
    openStoredEndpoint(id),
    findEndpoint(id),
  ])
  const error = { domain, tool, code, definition, docs: docs.get(domain) ?? [] }
  const rule = await soundRule(error, endpoint, draftPrompt(error, failures), signal)
  const leak = await findLeak(rule)
  // the model is not asked again: to say what is wrong would tell it what tasks expect
  if (leak) throw unusable(endpoint, `its rule ${leakText(leak)}`)
  const { model } = endpoint.settings
  const evidence = { endpoint: stored?.name ?? model, model, at: now.toISOString(), failures: failures.length }
  return { rule: { ...draftOf(rule), origin: originOf(evidence) }, evidence }
}

/** What a person reads beside the rule; to the second, so that each asking is a proposal of its own. */
function originOf({ endpoint, model, at }: DraftedRule['evidence']): string {
  const who = endpoint.includes(model) ? endpoint : `${model} (${endpoint})`
  return `model ${who}, ${at.slice(0, 19).replace('T', ' ')} UTC`.slice(0, 200)
}

async function seenFailures(
  { domain, tool, code }: { domain: string; tool: string; code: string },
  scope: z.infer<typeof ledgerScope>,
): Promise<SeenFailure[]> {
  const whose = { domain: domain || undefined, tools: tool === '' ? undefined : [tool] }
  const found = await listFailures({ code, ...whose, runs: await runsOfScope(scope) }, mostFailures)
  const texts = await withTexts(found)
  return texts.flatMap(({ expression, standard }, index) =>
    expression === '' ? [] : [{ call: expression, standard, values: found[index]?.values ?? '{}' }],
  )
}

async function soundRule(
  error: UnhintedError,
  endpoint: OpenEndpoint,
  asked: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<HintRule> {
  const model = endpoint.model(0)
  let messages = asked
  let problem = ''
  for (let answer = 0; answer < mostAnswers; answer++) {
    const reply = await completeOrUnavailable(model, { messages, tools: [] }, signal)
    const text = plainAnswer(reply)
    const read = readRule(error, text)
    if ('rule' in read) return read.rule
    problem = read.problem
    messages = draftAgain(asked, text, problem)
  }
  throw unusable(endpoint, `${problem}; it was asked ${mostAnswers} times`)
}

function readRule(error: UnhintedError, text: string): { rule: HintRule } | { problem: string } {
  const { domain, tool, code, docs } = error
  const answer = readDraftAnswer(text)
  if ('problem' in answer) return answer
  const isDocumented = docs.some(({ name }) => name === tool)
  const rule = hintRuleSchema.safeParse({
    id: ruleId(domain, tool, code, isDocumented),
    when: {
      ...(domain === '' ? {} : { domain }),
      ...(isDocumented ? { tools: [tool] } : {}),
      ...{ code, all: answer.conditions },
    },
    template: answer.template,
  })
  if (!rule.success) return { problem: rule.error.issues[0]?.message ?? 'it is no rule' }
  const [lint] = lintRule(rule.data, trainableDomains())
  return lint ? { problem: lint.message } : { rule: rule.data }
}

const unusable = (endpoint: OpenEndpoint, problem: string): AppError =>
  new AppError('UNAVAILABLE', `${endpoint.settings.model} drafted no rule that can be used: ${problem}.`, 'endpoint')
