import { z } from 'zod'
import { healthPage } from '@/server/services/health/health-page'
import { openedFindings, openedFindingsInput } from '@/server/services/health/opened-findings'
import { ruleId, saveRule, saveRuleInput } from '@/server/services/health/save-rule'
import { testWebhook } from '@/server/services/health/test-webhook'
import { procedure, router } from '../trpc'

export const healthRouter = router({
  /** Rules as they are set, and how their webhooks' calls went. */
  page: procedure.query(() => healthPage()),
  save: procedure.input(saveRuleInput).mutation(({ input }) => saveRule(input)),
  test: procedure.input(z.object({ rule: ruleId })).mutation(({ input }) => testWebhook(input.rule)),
  /** What opened after a finding: for notifications. */
  opened: procedure.input(openedFindingsInput).query(({ input }) => openedFindings(input)),
})
