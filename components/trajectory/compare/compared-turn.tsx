import { Check, Split, TriangleAlert, X } from 'lucide-react'
import Link from 'next/link'
import { Fragment } from 'react'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { countOf } from '@/server/core/count-of'
import { FoldedText } from '../folded-text'
import { stepAnchor, turnAnchor } from '../outline'
import type { Comparison } from './compare-view'

type Turn = Comparison['turns'][number]
type Row = Turn['rows'][number]
type Cell = NonNullable<Row['cells'][number]>

interface ComparedTurnProps {
  readonly turn: Turn
  readonly columns: Comparison['columns']
  /** The episodes part in this turn first. */
  readonly isFirst: boolean
  readonly onlyDifferent: boolean
}

/** One turn over all columns: scores, then the moves row by row. */
export function ComparedTurnSection({ turn, columns, isFirst, onlyDifferent }: ComparedTurnProps) {
  const same = turn.rows.filter(({ look }) => look === 'same').length
  const isFolded = (row: Row) => onlyDifferent && row.look === 'same'
  return (
    <>
      <div className="col-span-full border-b border-line bg-raised px-3 py-1.5">
        <h2 className="sticky left-3 inline-block max-w-[min(60rem,80vw)] truncate">
          Turn {turn.index + 1} <span className="font-normal text-ink-soft">{turn.userMessage}</span>
        </h2>
      </div>
      {turn.scores.map((score, column) => (
        <div
          key={columns[column]?.id}
          className={cn('min-w-0 border-b border-line px-3 py-1 text-xs', column > 0 && 'border-l')}
        >
          <Score score={score} href={`/episodes/${columns[column]?.id}#${turnAnchor(turn.index)}`} />
        </div>
      ))}
      {turn.rows.map((row, index) => {
        if (isFolded(row)) return null
        const isDivergence = columns.length > 1 && index === turn.divergence
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
          <Fragment key={index}>
            {isDivergence && <Divergence isFirst={isFirst} look={row.look} />}
            {row.cells.map((cell, column) => (
              <div
                key={columns[column]?.id}
                className={cn(
                  'min-w-0 border-b border-line px-3 py-2',
                  column > 0 && 'border-l',
                  columns.length > 1 && row.look === 'differs' && (cell ? 'bg-warn-soft/40' : 'bg-raised'),
                )}
              >
                {cell ? (
                  <MoveCell
                    cell={cell}
                    episode={columns[column]?.id ?? ''}
                    showsResult={row.look !== 'same' || column === 0}
                  />
                ) : (
                  <span className="text-xs text-ink-faint">–</span>
                )}
              </div>
            ))}
          </Fragment>
        )
      })}
      {onlyDifferent && same > 0 && (
        <p className="col-span-full border-b border-line px-3 py-1 text-xs text-ink-faint">
          {countOf(same, 'row is', 'rows are')} the same everywhere
        </p>
      )}
    </>
  )
}

function Divergence({ isFirst, look }: { isFirst: boolean; look: Row['look'] }) {
  return (
    <p
      id={isFirst ? 'first-divergence' : undefined}
      className={cn(
        'col-span-full flex scroll-mt-24 items-center gap-1.5 border-b border-line px-3 py-1 text-xs font-medium',
        isFirst ? 'bg-warn-soft text-warn' : 'text-ink-soft',
      )}
    >
      <Split aria-hidden className="size-3.5" />
      <span className="sticky left-3">
        {isFirst ? 'First divergence: ' : 'They part in this turn: '}
        {look === 'told' ? 'the same move, told something else' : 'another move'}
      </span>
    </p>
  )
}

function Score({ score, href }: { score: Turn['scores'][number]; href: string }) {
  if (score === null) return <span className="text-ink-faint">not played</span>
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center gap-1.5 hover:underline">
      <Badge tone={score.reward > 0 ? 'good' : 'bad'}>reward {score.reward}</Badge>
      <Mark ok={score.stateOk} name="state" />
      <Mark ok={score.execOk} name="results" />
    </Link>
  )
}

function Mark({ ok, name }: { ok: boolean; name: string }) {
  const Icon = ok ? Check : X
  return (
    <span className={cn('inline-flex items-center gap-0.5', ok ? 'text-good' : 'text-bad')}>
      <Icon aria-hidden className="size-3" />
      {name}
      <span className="sr-only">{ok ? ' right' : ' wrong'}</span>
    </span>
  )
}

/** A result that is the same everywhere is shown once, in the first column. */
function MoveCell({ cell, episode, showsResult }: { cell: Cell; episode: string; showsResult: boolean }) {
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex min-w-0 items-start gap-1.5">
        <Link
          href={`/episodes/${episode}#${stepAnchor(cell.step)}`}
          prefetch={false}
          aria-label={`Step ${cell.step + 1} of episode ${episode}`}
          className="-my-0.5 grid min-h-6 min-w-6 shrink-0 place-items-center rounded text-2xs text-ink-faint tabular-nums hover:bg-raised"
        >
          {cell.step + 1}
        </Link>
        {cell.kind === 'call' ? (
          <code className="min-w-0 break-words font-medium">{cell.text}</code>
        ) : (
          <span className="min-w-0 break-words">
            <span className="text-xs text-ink-faint">{cell.kind} </span>
            {cell.text}
          </span>
        )}
        {cell.failed && (
          <span className="ml-auto text-warn">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5" />
            <span className="sr-only">failed</span>
          </span>
        )}
      </div>
      {showsResult && cell.told !== null && (
        <FoldedText text={cell.told} name="result" className="pl-4 text-ink-soft [&_pre]:text-xs" />
      )}
    </div>
  )
}
