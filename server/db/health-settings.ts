import { db } from './client'
import type { Sql } from './transaction'

/** What people changed about a rule. */
export interface HealthSettingRow {
  readonly rule: string
  readonly enabled: boolean
  /** Null: the rule's own. */
  readonly threshold: number | null
  readonly webhookUrl: string | null
}

export const listHealthSettings = (): Promise<HealthSettingRow[]> => db().healthSetting.findMany()

export async function saveHealthSetting(sql: Sql, setting: HealthSettingRow): Promise<void> {
  await sql.query(
    `insert into health_settings (rule, enabled, threshold, webhook_url) values ($1, $2, $3, $4)
     on conflict (rule) do update set enabled = excluded.enabled, threshold = excluded.threshold,
       webhook_url = excluded.webhook_url`,
    [setting.rule, setting.enabled, setting.threshold, setting.webhookUrl],
  )
}
