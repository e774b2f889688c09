import { cn } from '@/components/ui/cn'
import { labelEnds } from './label-ends'
import type { LineInput } from './prepare-lines'

interface ChartLegendProps {
  readonly lines: readonly LineInput[]
  /** Index of the line that stands out; null: none. */
  readonly lit: number | null
  readonly onLight: (line: number | null) => void
}

/** More names than this need columns of their own. */
const mostInRow = 8

/** What the lines are. Pointing at a name, or coming to it by keyboard, makes its line stand out. */
export function ChartLegend({ lines, lit, onLight }: ChartLegendProps) {
  const isMany = lines.length > mostInRow
  return (
    <ul
      aria-label="Lines"
      className={cn(
        'min-w-0 flex-1 text-2xs text-ink-soft',
        isMany
          ? 'grid max-h-32 grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] overflow-y-auto'
          : 'flex flex-wrap gap-x-1.5',
      )}
    >
      {lines.map((line, index) => (
        <li key={line.label} className="min-w-0">
          <button
            type="button"
            title={line.label}
            onMouseEnter={() => onLight(index)}
            onMouseLeave={() => onLight(null)}
            onFocus={() => onLight(index)}
            onBlur={() => onLight(null)}
            className={cn(
              'flex min-h-6 max-w-full cursor-default items-center gap-1 rounded px-0.5 text-left hover:bg-raised',
              lit === index && 'text-ink',
            )}
          >
            <svg aria-hidden width="16" height="6" className="shrink-0">
              <line
                x1="0"
                x2="16"
                y1="3"
                y2="3"
                stroke={line.color}
                strokeWidth="2"
                strokeDasharray={line.dash?.join(' ')}
              />
            </svg>
            <span className="truncate">{labelEnds(line.label).head}</span>
            <span className="whitespace-pre">{labelEnds(line.label).tail}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
