import { z } from 'zod'
import { draftRuleSchema, finishRule } from '@/server/core/hints/draft-rule'
import { type HintableError, matchRule } from '@/server/core/hints/match-rule'
import { recordedError } from '@/server/core/hints/recorded-error'
import { renderHint } from '@/server/core/hints/render-hint'
import type { AugmentationSet, HintRule } from '@/server/core/hints/rule'
import { findStoredEpisodes } from '@/server/db/episode-records'
import { listFailures, type RecordedFailure } from '@/server/db/hint-failures'
import { finishedRules } from './check-rules'
import { draftNumber } from './draft-number'
import { leakIn, leakText } from './find-leaks'
import { ledgerScope, runsOfScope } from './ledger-scope'
import { openDraft } from './open-draft'

export const previewRuleInput = ledgerScope.extend({
  draft: draftNumber,
  index: z.number().int().min(0),
  /** As it stands in the editor, saved or not. */
  rule: draftRuleSchema,
})

/** Recorded failures that are looked at, and those that are shown with their texts. */
const mostLookedAt = 1000
const mostExamples = 5

/** What a rule at its place in a draft would do to recorded failures of its error; null: it is not finished. */
export async function previewRule({ draft: id, index, rule: edited, ...scope }: z.infer<typeof previewRuleInput>) {
  const finished = finishRule(edited)
  if (!('rule' in finished)) return null
  const [draft, runs] = await Promise.all([openDraft(id), runsOfScope(scope)])
  const { rule } = finished
  const failures = await listFailures({ code: rule.when.code, runs }, mostLookedAt)
  const before = setOf(finishedRules(draft.rules.slice(0, index)))
  const alone = setOf([rule])
  const judged = failures.map((failure) => {
    const error = errorOf(failure)
    const matches = matchRule(alone, error) !== null
    return { failure, matches, earlier: matches ? (matchRule(before, error)?.id ?? null) : null }
  })
  const matched = judged.filter(({ matches }) => matches)
  const used = matched.filter(({ earlier }) => earlier === null)
  return {
    lookedAt: failures.length,
    /** False: all that were recorded were looked at. */
    isCut: failures.length === mostLookedAt,
    matched: matched.length,
    used: used.length,
    takenBy: countedRules(matched.map(({ earlier }) => earlier)),
    hintedNow: used.filter(({ failure }) => failure.rule !== null).length,
    examples: await examplesOf(rule, variedFirst(used.map(({ failure }) => failure)).slice(0, mostExamples)),
  }
}

const setOf = (rules: readonly HintRule[]): AugmentationSet => ({ name: '', version: 1, title: '', rules: [...rules] })

const errorOf = ({ tool, domain, code, values }: RecordedFailure): HintableError =>
  recordedError(tool, { domain, code, values: JSON.parse(values) })

function countedRules(rules: readonly (string | null)[]): { rule: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const rule of rules) if (rule !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count)
}

/** The newest of each task first, so that a few examples show different situations. */
function variedFirst(failures: readonly RecordedFailure[]): RecordedFailure[] {
  const tasks = new Set<number>()
  const isFirst = failures.map(({ taskId }) => {
    const first = !tasks.has(taskId)
    tasks.add(taskId)
    return first
  })
  return [...failures.filter((_, at) => isFirst[at]), ...failures.filter((_, at) => !isFirst[at])]
}

async function examplesOf(rule: HintRule, failures: readonly RecordedFailure[]) {
  const episodes = await findStoredEpisodes([...new Set(failures.map(({ episode }) => BigInt(episode)))])
  const examples = failures.map(async (failure) => {
    const episode = episodes.find(({ id }) => String(id) === failure.episode)
    const call = episode?.record.steps.find(({ step }) => step === failure.step)?.calls[failure.call]
    if (!episode || !call?.error) return []
    const leak = await leakIn(rule, failure, episode)
    const { episode: id, run, step, turn, task, tool } = failure
    return [
      {
        ...{ episode: id, run, step, turn, task, tool },
        expression: call.expression,
        standard: call.standard,
        /** The hint that was recorded, whether or not the agent saw it. */
        recorded: call.rule === null || call.hinted === null ? null : { rule: call.rule, text: call.hinted },
        now: renderHint(rule.template, recordedError(call.name, call.error)),
        leak: leak && leakText(leak),
      },
    ]
  })
  return (await Promise.all(examples)).flat()
}
