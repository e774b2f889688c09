import type { HealthRule } from '@/server/core/health/health-rule'
import { healthRules } from '@/server/core/health/health-rules'
import { listHealthSettings } from '@/server/db/health-settings'

/** A rule as it stands: as it comes, or as people changed it. */
export interface RuleAsSet {
  readonly rule: HealthRule
  readonly enabled: boolean
  readonly threshold: number
  readonly webhookUrl: string | null
}

/** Every rule with what people changed about it. */
export async function rulesAsSet(): Promise<RuleAsSet[]> {
  const settings = new Map((await listHealthSettings()).map((setting) => [setting.rule, setting]))
  return healthRules.map((rule) => {
    const set = settings.get(rule.id)
    return {
      rule,
      enabled: set?.enabled ?? true,
      threshold: set?.threshold ?? rule.threshold.usual,
      webhookUrl: set?.webhookUrl ?? null,
    }
  })
}
