import { percent } from '@/components/ui/format'

interface ScoreBarProps {
  readonly score: { readonly value: number; readonly low: number; readonly high: number }
  readonly label: string
}

const width = 56

/** A share with its 95 % interval as a whisker on a scale from 0 to 1. */
export function ScoreBar({ score, label }: ScoreBarProps) {
  const { value, low, high } = score
  const words = `${percent(value)}, 95 % interval ${percent(low, 0)} to ${percent(high, 0)}`
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap" title={words}>
      <svg role="img" aria-label={`${label}: ${words}`} width={width} height={12} className="text-accent">
        <rect x={0} y={3} width={width} height={6} rx={1} fill="var(--raised)" />
        <rect x={0} y={3} width={Math.max(1, value * width)} height={6} rx={1} fill="currentColor" opacity={0.55} />
        <path
          d={`M${low * width} 6H${high * width}M${low * width} 3V9M${high * width} 3V9`}
          stroke="var(--ink)"
          strokeWidth={1}
        />
      </svg>
      <span className="w-13 text-right tabular-nums">{percent(value)}</span>
    </span>
  )
}
