import type { HealthRule, SeriesRule } from './health-rule'
import { noHeartbeat, noNews } from './heartbeat-rules'
import { flatGroups } from './rules/flat-groups'
import { klWithoutReward } from './rules/kl-without-reward'
import { progressWithoutSuccess } from './rules/progress-without-success'
import { rewardCollapse } from './rules/reward-collapse'
import { toolDiversity } from './rules/tool-diversity'
import { truncation } from './rules/truncation'
import { withoutCalls } from './rules/without-calls'

/** Rules over series, judged step by step. */
export const seriesRules: readonly SeriesRule[] = [
  ...[rewardCollapse, flatGroups, klWithoutReward, truncation],
  ...[progressWithoutSuccess, toolDiversity, withoutCalls],
]

export const seriesRuleIds: readonly string[] = seriesRules.map(({ id }) => id)

/** Every health rule, in the order in which people see them. */
export const healthRules: readonly HealthRule[] = [...seriesRules, noHeartbeat, noNews]

export const healthRuleIds: readonly string[] = healthRules.map(({ id }) => id)

/** The rule with this id. */
export const findHealthRule = (id: string): HealthRule | undefined => healthRules.find((rule) => rule.id === id)
