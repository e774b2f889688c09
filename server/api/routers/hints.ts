import { z } from 'zod'
import { changeDraft, changeDraftInput } from '@/server/services/hints/change-draft'
import { decideOnProposal, decideOnProposalInput } from '@/server/services/hints/decide-on-proposal'
import { discardDraft } from '@/server/services/hints/discard-draft'
import { draftNumber } from '@/server/services/hints/draft-number'
import { draftProposal } from '@/server/services/hints/draft-proposal'
import { draftRule, draftRuleInput } from '@/server/services/hints/draft-rule'
import { errorCatalogue } from '@/server/services/hints/error-catalogue'
import { exportSet, exportSetInput } from '@/server/services/hints/export-set'
import { failureExamples, failureExamplesInput } from '@/server/services/hints/failure-examples'
import { importSet } from '@/server/services/hints/import-set'
import { hintLedger, hintLedgerInput } from '@/server/services/hints/ledger'
import { ledgerChoices } from '@/server/services/hints/ledger-choices'
import { listProposals } from '@/server/services/hints/list-proposals'
import { listSets } from '@/server/services/hints/list-sets'
import { missingHints, missingHintsInput } from '@/server/services/hints/missing-hints'
import { previewRule, previewRuleInput } from '@/server/services/hints/preview-rule'
import { proposeRules, proposeRulesInput } from '@/server/services/hints/propose-rules'
import { ruleDetail, ruleDetailInput } from '@/server/services/hints/rule-detail'
import { saveDraft, saveDraftInput } from '@/server/services/hints/save-draft'
import { showDraft } from '@/server/services/hints/show-draft'
import { showSet, showSetInput } from '@/server/services/hints/show-set'
import { startDraft, startDraftInput } from '@/server/services/hints/start-draft'
import { writeRule, writeRuleInput } from '@/server/services/hints/write-rule'
import { procedure, router } from '../trpc'

const draftId = z.object({ draft: draftNumber })

/** A file that is larger is no set of rules. */
const file = z.object({ text: z.string().max(4_000_000) })

export const hintsRouter = router({
  ledger: procedure.input(hintLedgerInput).query(({ input }) => hintLedger(input)),
  choices: procedure.query(() => ledgerChoices()),
  rule: procedure.input(ruleDetailInput).query(({ input }) => ruleDetail(input)),
  missing: procedure.input(missingHintsInput).query(({ input }) => missingHints(input)),
  examples: procedure.input(failureExamplesInput).query(({ input }) => failureExamples(input)),
  catalogue: procedure.query(() => errorCatalogue()),
  sets: procedure.query(() => listSets()),
  set: procedure.input(showSetInput).query(({ input }) => showSet(input)),
  exportSet: procedure.input(exportSetInput).query(({ input }) => exportSet(input)),
  importSet: procedure.input(file).mutation(({ input }) => importSet(input.text)),
  draft: procedure.input(draftId).query(({ input }) => showDraft(input.draft)),
  startDraft: procedure.input(startDraftInput).mutation(async ({ input }) => ({ draft: (await startDraft(input)).id })),
  changeDraft: procedure.input(changeDraftInput).mutation(({ input }) => changeDraft(input)),
  saveDraft: procedure.input(saveDraftInput).mutation(({ input }) => saveDraft(input)),
  discardDraft: procedure.input(draftId).mutation(({ input }) => discardDraft(input.draft)),
  preview: procedure.input(previewRuleInput).query(({ input }) => previewRule(input)),
  writeRule: procedure.input(writeRuleInput).mutation(({ input }) => writeRule(input)),
  proposals: procedure.query(() => listProposals()),
  proposeRules: procedure.input(proposeRulesInput).mutation(({ input }) => proposeRules(input)),
  /** A chat model drafts a rule; whoever stops waiting stops it. */
  draftRule: procedure.input(draftRuleInput).mutation(({ input, signal }) => draftRule(input, new Date(), signal)),
  draftProposal: procedure
    .input(draftRuleInput)
    .mutation(({ input, signal }) => draftProposal(input, new Date(), signal)),
  decideOnProposal: procedure.input(decideOnProposalInput).mutation(({ input }) => decideOnProposal(input)),
})
