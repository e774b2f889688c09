import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { readConfig } from '@/server/config'
import { findHealthRule, healthRuleIds } from '@/server/core/health/health-rules'
import { writeAudit } from '@/server/db/audit'
import { closeFindingsOf } from '@/server/db/health-findings'
import { storeOpenRules } from '@/server/db/health-runs'
import { saveHealthSetting } from '@/server/db/health-settings'
import { inTransaction } from '@/server/db/transaction'
import { announceNow } from '@/server/services/recording/announce-run'
import { refusalOfUrl } from './webhook-address'

export const ruleId = z.string().refine((id) => healthRuleIds.includes(id), 'there is no such health rule')

export const saveRuleInput = z.object({
  rule: ruleId,
  enabled: z.boolean(),
  /** Null: as the rule comes. */
  threshold: z.number().nullable(),
  webhookUrl: z.string().trim().max(2000, 'a URL has at most 2,000 characters').nullable(),
})

/** Switches a rule on or off and sets its threshold and webhook. Findings keep the threshold that fired them. */
export async function saveRule(input: z.infer<typeof saveRuleInput>, actor = 'local'): Promise<void> {
  const webhookUrl = input.webhookUrl || null
  checkThreshold(input)
  const refusal = webhookUrl === null ? null : refusalOfUrl(webhookUrl, readConfig().webhookHosts)
  if (refusal) throw new AppError('BAD_INPUT', refusal, 'webhookUrl')
  await inTransaction(async (sql) => {
    await saveHealthSetting(sql, { ...input, webhookUrl })
    const detail = { enabled: String(input.enabled), threshold: input.threshold ?? 'as it comes' }
    await writeAudit(sql, { actor, action: 'health-rule', subject: `health-rule:${input.rule}`, detail })
    if (input.enabled) return
    for (const run of new Set(await closeFindingsOf(sql, input.rule)))
      await announceNow(run, Number(await storeOpenRules(sql, run)), sql)
  })
}

function checkThreshold({ rule: id, threshold }: z.infer<typeof saveRuleInput>): void {
  const rule = findHealthRule(id)
  if (threshold === null || !rule) return
  const { least, most } = rule.threshold
  if (threshold < least || threshold > most)
    throw new AppError('BAD_INPUT', `The threshold of “${rule.name}” lies between ${least} and ${most}.`, 'threshold')
}
