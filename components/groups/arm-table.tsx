import type { ApiOutput } from '@/components/data/api-types'
import { MeanCell } from '@/components/runs/mean-cell'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing, percent, points } from '@/components/ui/format'
import type { PaperArm } from '@/server/core/compare/paper-table'
import { paperMeasures, pText } from '@/server/core/compare/paper-table'

type Arm = ApiOutput['groups']['show']['arms'][number]

interface ArmTableProps {
  readonly arms: readonly Arm[]
  readonly told: readonly PaperArm[]
  readonly colors: readonly string[]
}

/** The arms with their means over seeds, and what they gain over the first. */
export function ArmTable({ arms, told, colors }: ArmTableProps) {
  return (
    <TableFrame label="Arms">
      <Table>
        <thead>
          <tr>
            <Th>Arm</Th>
            <Th numeric>Seeds</Th>
            {paperMeasures.map(({ name, title }) => (
              <Th key={name} numeric>
                {title}
              </Th>
            ))}
            <Th numeric title="Test turns, against the first arm on the same tasks, in points">
              Δ test turns
            </Th>
            <Th numeric title="Two-sided sign-flip test over dialogues, Holm-corrected">
              p
            </Th>
          </tr>
        </thead>
        <tbody>
          {arms.map((arm, index) => {
            const against = told[index]?.against
            return (
              <tr key={arm.key} className="hover:bg-raised/60">
                <Td className="min-w-40 font-medium break-words">
                  <svg aria-hidden width={14} height={6} className="mr-2 inline-block align-middle">
                    <rect width={14} height={6} rx={1} fill={colors[index]} />
                  </svg>
                  {arm.label}
                </Td>
                <Td
                  numeric
                  className="whitespace-nowrap"
                  title={`Seeds ${arm.seeds.join(', ')}; the means are of those whose final evaluation is in`}
                >
                  {arm.measured === arm.runs.length ? arm.measured : `${arm.measured} of ${arm.runs.length}`}
                </Td>
                {paperMeasures.map(({ name }) => (
                  <Td key={name} numeric className="whitespace-nowrap">
                    <MeanCell mean={arm.means[name]} format={name === 'gap' ? points : percent} />
                  </Td>
                ))}
                <Td numeric>{against ? points(against.difference) : missing}</Td>
                <Td numeric>{against ? pText(against.pValue) : missing}</Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </TableFrame>
  )
}
