import { Badge, type Tone } from '@/components/ui/badge'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import type { CurriculumDiff, FieldChange, StageDiff } from '@/server/core/curriculum/curriculum-diff'

interface DifferenceViewProps {
  readonly diff: CurriculumDiff
  /** What the two are called. */
  readonly before: string
  readonly after: string
}

const looks: Readonly<Record<StageDiff['kind'], readonly [Tone, string]>> = {
  same: ['neutral', 'the same'],
  changed: ['accent', 'changed'],
  added: ['good', 'added'],
  removed: ['bad', 'removed'],
}

/** What differs between two curricula, stage by stage and field by field. */
export function DifferenceView({ diff, before, after }: DifferenceViewProps) {
  const isSame = diff.changes.length === 0 && diff.stages.every((stage) => stage.kind === 'same' && !hasMoved(stage))
  return (
    <Panel flush id="difference" title={`From ${before} to ${after}`} note={isSame ? 'Nothing differs' : undefined}>
      <TableFrame label="Difference">
        <Table>
          <thead>
            <tr>
              <Th>Stage</Th>
              <Th>Field</Th>
              <Th>{before}</Th>
              <Th>{after}</Th>
            </tr>
          </thead>
          <tbody>
            {diff.changes.map((change) => (
              <ChangeRow key={change.path} name={<span className="text-ink-faint">the whole</span>} change={change} />
            ))}
            {diff.stages.map((stage) => (
              <StageRows key={stage.name} stage={stage} />
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </Panel>
  )
}

function StageRows({ stage }: { stage: StageDiff }) {
  const [tone, word] = looks[stage.kind]
  const place = hasMoved(stage) ? `moved from place ${place1(stage.before)} to ${place1(stage.after)}` : ''
  const name = (
    <span className="inline-flex items-center gap-2">
      <code>{stage.name}</code>
      <Badge tone={tone}>{word}</Badge>
    </span>
  )
  return (
    <>
      {(stage.changes.length === 0 || place !== '') && (
        <tr>
          <Td>{name}</Td>
          <Td colSpan={3} className="text-ink-faint">
            {place || missing}
          </Td>
        </tr>
      )}
      {stage.changes.map((change, index) => (
        <ChangeRow key={change.path} name={index === 0 && place === '' ? name : null} change={change} />
      ))}
    </>
  )
}

function ChangeRow({ name, change }: { name: React.ReactNode; change: FieldChange }) {
  return (
    <tr>
      <Td>{name}</Td>
      <Td className="font-mono text-xs">{change.path}</Td>
      <Td className="bg-bad-soft tabular-nums">
        <span className="sr-only">before: </span>
        {change.before ?? missing}
      </Td>
      <Td className="bg-good-soft tabular-nums">
        <span className="sr-only">after: </span>
        {change.after ?? missing}
      </Td>
    </tr>
  )
}

const hasMoved = ({ before, after }: StageDiff) => before !== null && after !== null && before !== after
const place1 = (place: number | null) => (place ?? 0) + 1
