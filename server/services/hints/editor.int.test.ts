import { beforeAll, describe, expect, it } from 'vitest'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import { builtinAugmentationSet } from '@/server/core/hints/builtin'
import type { DraftRule } from '@/server/core/hints/draft-rule'
import { findAugmentationSet } from '@/server/db/augmentation-sets'
import type { Claim } from '@/server/db/claims'
import { deleteDraft } from '@/server/db/hint-drafts'
import { packEvents } from '@/server/recording/pack-events'
import { recordBatch } from '@/server/services/recording/record-batch'
import { trainerEpisodes } from '@/server/services/recording/testing/trainer-episodes'
import { claimSmallRun } from '@/server/services/runs/testing/small-claim'
import { importStarterSuites } from '@/server/services/suites/import-starter-suites'
import { changeDraft } from './change-draft'
import { checkSet } from './check-set'
import { decideOnProposal } from './decide-on-proposal'
import { discardDraft } from './discard-draft'
import { expectedSuites } from './expected-turns'
import { exportSet } from './export-set'
import { importSet } from './import-set'
import { listProposals } from './list-proposals'
import { listSets } from './list-sets'
import { previewRule } from './preview-rule'
import { proposeRules } from './propose-rules'
import { saveDraft } from './save-draft'
import { showDraft } from './show-draft'
import { showSet } from './show-set'
import { startDraft } from './start-draft'
import { writeRule } from './write-rule'

let claim: Claim
let episodes: EpisodeRecord[]

/** Real episodes in which no rule matched: what a run with an empty set records. */
const unhinted = (episode: EpisodeRecord): EpisodeRecord => ({
  ...episode,
  toolErrors: episode.toolErrors.map((error) => ({ ...error, rule: null, shown: false })),
  steps: episode.steps.map((step) => ({
    ...step,
    calls: step.calls.map((call) => ({ ...call, rule: null, hinted: null })),
  })),
})

beforeAll(async () => {
  claim = await claimSmallRun()
  episodes = (await trainerEpisodes(claim, 40)).map(unhinted)
  const events = await packEvents([{ type: 'episodes', episodes }])
  await recordBatch({ run: claim.runId, epoch: claim.epoch, source: 'test', sequence: 0, at: 0, events })
})

/** The error that fails most often. */
function commonError() {
  const errors = episodes.flatMap(({ toolErrors }) => toolErrors).filter(({ domain }) => domain !== '')
  const [first] = errors
  if (!first) throw new Error('no call failed in these episodes')
  const { domain, tool, code } = first
  return { domain, tool, code, count: errors.filter((error) => error.code === code && error.tool === tool).length }
}

const ruleFor = (template: string, id = 'test.rule'): DraftRule => {
  const { domain, tool, code } = commonError()
  return { id, when: { domain, tools: [tool], code, all: [] }, template }
}

async function draftWith(name: string, ...rules: DraftRule[]) {
  const draft = await startDraft({ from: null, name, title: name })
  let { revision } = draft
  for (const [index, rule] of rules.entries())
    ({ revision } = await changeDraft({ draft: draft.id, revision, change: { do: 'insert', index, rule } }))
  return { draft: draft.id, revision }
}

describe('a draft', () => {
  it('is stored change by change, in the revision in which each was made', async () => {
    const { draft, revision } = await draftWith('stored', ruleFor('Look again.'), ruleFor('Twice.', 'test.second'))
    const { problems } = await changeDraft({ draft, revision, change: { do: 'move', index: 1, to: 0 } })
    expect(problems.map(({ rule, field }) => [rule, field])).toEqual([['test.rule', 'code']])
    const shown = await showDraft(draft)
    expect(shown.rules.map(({ id }) => id)).toEqual(['test.second', 'test.rule'])
    const late = changeDraft({ draft, revision, change: { do: 'remove', index: 0 } })
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' })
  })
  it('stays where it was changed after it was looked at', async () => {
    const { draft, revision } = await draftWith('kept', ruleFor('Look again.'))
    await changeDraft({ draft, revision, change: { do: 'set', index: 0, rule: ruleFor('Look twice.') } })
    expect(await deleteDraft(draft, revision)).toBe(false)
    expect((await showDraft(draft)).rules[0]?.template).toBe('Look twice.')
    expect(await deleteDraft(draft, revision + 1)).toBe(true)
  })
  it('of a set is one, however often somebody begins', async () => {
    const first = await startDraft({ from: null, name: 'begun', title: 'Begun' })
    expect((await startDraft({ from: null, name: 'begun' })).id).toBe(first.id)
    await discardDraft(first.id)
    await expect(discardDraft(first.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  it('of what comes with Envtune is a copy under another name', async () => {
    const draft = await startDraft({ from: { name: 'built-in' } })
    expect(draft).toMatchObject({ name: 'own-hints', base: { name: 'built-in' } })
    expect(draft.rules).toHaveLength(builtinAugmentationSet.rules.length)
    expect((await showDraft(draft.id)).problems).toEqual([])
    await discardDraft(draft.id)
    await expect(startDraft({ from: null, name: 'built-in' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'name',
    })
  })
})

describe('saving a draft', () => {
  it('makes a version that later versions leave as it is, with what changed', async () => {
    const first = await saveDraft({ ...(await draftWith('saved', ruleFor('Look again.'))), note: 'begun' })
    expect(first).toEqual({ saved: { name: 'saved', version: 1 }, problems: [] })
    const next = await startDraft({ from: { name: 'saved' } })
    const rule = ruleFor('Look once more.')
    const { revision } = await changeDraft({
      draft: next.id,
      revision: next.revision,
      change: { do: 'set', index: 0, rule },
    })
    const second = await saveDraft({ draft: next.id, revision, note: 'clearer' })
    expect(second.saved).toEqual({ name: 'saved', version: 2 })
    expect((await findAugmentationSet('saved', 1))?.set.rules[0]?.template).toBe('Look again.')
    const shown = await showSet({ name: 'saved', version: 2 })
    expect(shown.diff).toMatchObject({ against: 1, same: 0, changed: [{ parts: ['template'] }] })
    expect(shown).toMatchObject({ note: 'clearer', runs: [] })
    const listed = (await listSets()).sets.find(({ name }) => name === 'saved')
    expect(listed?.versions.map(({ version, note }) => [version, note])).toEqual([
      [2, 'clearer'],
      [1, 'begun'],
    ])
  })
  it('is refused as long as a rule has problems', async () => {
    const place = await draftWith('unsound', ruleFor('Use {nothing}.'))
    const { saved, problems } = await saveDraft({ ...place, note: '' })
    expect(saved).toBeNull()
    expect(problems).toMatchObject([{ index: 0, field: 'template' }])
    expect(await findAugmentationSet('unsound')).toBeNull()
  })
  it('is refused when a rule gives ground truth away, with the example', async () => {
    const { domain } = commonError()
    await importStarterSuites()
    const suites = await expectedSuites()
    const secret = suites
      .flatMap(({ turns, docs }) =>
        turns
          .filter(({ domains }) => domains.includes(domain))
          .flatMap(({ values, messages }) =>
            values.map((value) => ({ value, known: `${messages.join(' ')} ${docs}` })),
          ),
      )
      .find(
        ({ value, known }) => /^[\w ]{5,}$/.test(value.text) && !known.toLowerCase().includes(value.text.toLowerCase()),
      )?.value
    if (!secret) throw new Error('every expected value is known')
    const place = await draftWith('leaking', ruleFor(`Use ${secret.argument}='${secret.text}'.`))
    const { saved, problems } = await saveDraft({ ...place, note: '' })
    expect(saved).toBeNull()
    expect(problems[0]).toMatchObject({ index: 0, field: 'template' })
    expect(problems[0]?.message).toMatch(`gives away ${secret.text}`)
    expect(problems[0]?.message).toMatch(/task .*, turn \d+/)
  })
  it('finds nothing that the built-in rules give away', async () => {
    expect(await checkSet({ name: 'built-in' })).toEqual([])
  })
})

describe('the preview of a rule', () => {
  it('says how many recorded failures would be hinted, with the text before and after', async () => {
    const { code, tool, count } = commonError()
    const { draft } = await draftWith('previewed')
    const rule = ruleFor('Look at {tool} again.')
    const preview = await previewRule({ draft, index: 0, rule, run: claim.runId })
    const sameCode = episodes.flatMap(({ toolErrors }) => toolErrors).filter((error) => error.code === code)
    expect(preview).toMatchObject({ lookedAt: sameCode.length, matched: count, used: count, takenBy: [], hintedNow: 0 })
    expect(preview?.examples[0]).toMatchObject({ tool, now: `Look at ${tool} again.`, recorded: null, leak: null })
    expect(preview?.examples[0]?.standard.length).toBeGreaterThan(5)
  })
  it('says which earlier rule speaks instead, and waits until the rule is complete', async () => {
    const { draft } = await draftWith('shadowed', ruleFor('First.', 'test.first'))
    const preview = await previewRule({ draft, index: 1, rule: ruleFor('Second.'), run: claim.runId })
    expect(preview).toMatchObject({ used: 0, takenBy: [{ rule: 'test.first', count: preview?.matched }] })
    expect(await previewRule({ draft, index: 0, rule: ruleFor('') })).toBeNull()
  })
})

describe('rules for failures without a hint', () => {
  it('are begun with what is known of the error', async () => {
    const { domain, tool, code } = commonError()
    const { draft, index } = await writeRule({ set: 'built-in', domain, tool, code })
    const shown = await showDraft(draft)
    expect(shown.name).toBe('own-hints')
    expect(shown.rules[index]).toMatchObject({ when: { domain, tools: [tool], code } })
    const again = await writeRule({ set: 'built-in', domain, tool, code })
    const ids = (await showDraft(again.draft)).rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    await discardDraft(draft)
    const unknown = writeRule({ set: 'built-in', domain, tool, code: 'no_such_error' })
    await expect(unknown).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
  it('are proposed without a model, and wait for a person', async () => {
    const { code, tool } = commonError()
    const before = await listSets()
    expect(await proposeRules({ run: claim.runId, limit: 100 })).toBeGreaterThan(0)
    const proposals = await listProposals()
    const own = proposals.find((proposal) => proposal.code === code && proposal.tool === tool)
    expect(own).toMatchObject({ origin: 'documentation', rule: { when: { code, tools: [tool] } } })
    expect(await listSets()).toEqual(before)
    await proposeRules({ run: claim.runId, limit: 100 })
    expect(await listProposals()).toHaveLength(proposals.length)
  })
  it('keep their origin in the draft that a person takes them into, and are decided on once', async () => {
    const [taken, dismissed] = await listProposals()
    if (!taken || !dismissed) throw new Error('too few proposals')
    const place = await decideOnProposal({ proposal: taken.id, decision: 'take', set: 'built-in' })
    const draft = await showDraft(place?.draft ?? 0)
    expect(draft.rules[place?.index ?? 0]).toMatchObject({ origin: 'documentation', template: taken.rule.template })
    const twice = decideOnProposal({ proposal: taken.id, decision: 'take', set: 'built-in' })
    await expect(twice).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await decideOnProposal({ proposal: dismissed.id, decision: 'dismiss', set: 'built-in' })).toBeNull()
    await proposeRules({ run: claim.runId, limit: 100 })
    const left = (await listProposals()).map(({ id }) => id)
    expect(left).not.toContain(taken.id)
    expect(left).not.toContain(dismissed.id)
  })
})

describe('a set as a file', () => {
  it('comes back as the same version, and under a new name as its first', async () => {
    const text = await exportSet({ name: 'saved', version: 1 })
    expect((await importSet(text)).saved).toEqual({ name: 'saved', version: 1, created: false })
    const renamed = await importSet(text.replace('name: saved', 'name: renamed'))
    expect(renamed).toMatchObject({ saved: { name: 'renamed', version: 1, created: true }, rules: 1 })
    await expect(importSet(text.replace('name: saved', 'name: built-in'))).rejects.toMatchObject({ field: 'name' })
    await expect(exportSet({ name: 'saved', version: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  it('is not stored with a mistake, which is named with its line', async () => {
    const text = await exportSet({ name: 'saved', version: 1 })
    const wrong = await importSet(text.replace('Look again.', 'Use {nothing}.').replace('name: saved', 'name: wrong'))
    expect(wrong.saved).toBeNull()
    const line = text.split('\n').findIndex((row) => row.includes('template:')) + 1
    expect(wrong.problems).toMatchObject([{ line }])
    expect(wrong.problems[0]?.message).toMatch('{nothing}')
  })
})
