import Link from 'next/link'
import { compareHref } from '@/components/trajectory/compare/compared-ids'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { testEpisodesHref } from './board-row'
import type { ComparedRows } from './row-tests-table'

type Suite = ComparedRows['suites'][number]
type Flip = Suite['lost'][number]

interface FlipTableProps extends Pick<ComparedRows, 'first' | 'second'> {
  readonly suite: Suite
}

/** The tasks of a suite that one row solved more often than the other; each opens its episodes. */
export function FlipTable({ first, second, suite }: FlipTableProps) {
  const groups = [
    { title: `From right in #${first.id} to wrong in #${second.id}`, mark: '−', tone: 'text-bad', flips: suite.lost },
    {
      title: `From wrong in #${first.id} to right in #${second.id}`,
      mark: '+',
      tone: 'text-good',
      flips: suite.gained,
    },
  ]
  return (
    <TableFrame label={`Task flips: ${suite.name}`} className="max-h-[32rem] overflow-y-auto">
      <Table>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            <Th>Task</Th>
            <Th>Split</Th>
            <Th numeric title={`${first.name}: solved of repeats`}>
              #{first.id}
            </Th>
            <Th numeric title={`${second.name}: solved of repeats`}>
              #{second.id}
            </Th>
            <Th>Read</Th>
          </tr>
        </thead>
        {groups.map(({ title, mark, tone, flips }) => (
          <tbody key={mark}>
            <tr>
              <th scope="rowgroup" colSpan={5} className="h-8 border-b border-line px-3 text-left text-xs font-medium">
                <span className={tone}>
                  {flips.length > 0 && mark}
                  {flips.length}
                </span>{' '}
                {title}
              </th>
            </tr>
            {flips.map((flip) => (
              <FlipRow key={flip.task} {...{ first, second, suite, flip }} />
            ))}
          </tbody>
        ))}
      </Table>
    </TableFrame>
  )
}

function FlipRow({ first, second, suite, flip }: FlipTableProps & { readonly flip: Flip }) {
  const side = (run: number, step: number, { solved, repeats }: Flip['first']) => (
    <Td numeric className="whitespace-nowrap">
      <Link
        href={testEpisodesHref(run, { suite: suite.name, step }, { task: flip.task })}
        prefetch={false}
        className="hover:underline"
      >
        {repeats === 1 ? (solved === 1 ? 'right' : 'wrong') : `${solved} of ${repeats}`}
        <span className="sr-only">
          : {flip.task}, run {run}
        </span>
      </Link>
    </Td>
  )
  return (
    <tr className="hover:bg-raised/60">
      <Td className="max-w-80 min-w-40">
        <span className="block truncate" title={flip.opening}>
          {flip.task}
        </span>
      </Td>
      <Td className="text-xs whitespace-nowrap text-ink-soft">{flip.split}</Td>
      {side(first.id, suite.first.step, flip.first)}
      {side(second.id, suite.second.step, flip.second)}
      <Td className="whitespace-nowrap">
        {flip.episodes.length === 2 && (
          <Link href={compareHref(flip.episodes)} prefetch={false} className="text-accent hover:underline">
            Side by side<span className="sr-only">: {flip.task}</span>
          </Link>
        )}
      </Td>
    </tr>
  )
}
