import type { ApiOutput } from '@/components/data/api-types'
import type { PaperArm } from '@/server/core/compare/paper-table'

type Group = ApiOutput['groups']['show']

/** The arms as a paper's table tells them: each against the first, by the turns of the test tasks. */
export function paperArms({ arms, pairs }: Pick<Group, 'arms' | 'pairs'>): PaperArm[] {
  const [first] = arms
  return arms.map((arm) => {
    const pair = pairs.find(
      (other) =>
        other.first === first?.key &&
        other.second === arm.key &&
        other.measure === 'turns' &&
        other.tasksOf === 'in distribution',
    )
    return {
      label: arm.label,
      seeds: arm.measured,
      means: arm.means,
      // The test says first minus second.
      against: pair ? { difference: 0 - pair.difference, pValue: pair.adjusted } : null,
    }
  })
}
