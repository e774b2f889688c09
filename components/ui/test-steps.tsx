import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { cn } from './cn'

interface TestStepsProps {
  readonly ok: boolean
  /** What the steps mean together. */
  readonly verdict: string
  readonly steps: readonly {
    readonly name: string
    readonly state: keyof typeof looks
    readonly detail: string
  }[]
  readonly className?: string
}

const looks = {
  ok: { icon: CircleCheck, label: 'worked', tone: 'text-good' },
  warn: { icon: TriangleAlert, label: 'warning', tone: 'text-warn' },
  failed: { icon: CircleX, label: 'failed', tone: 'text-bad' },
} as const

/** What exactly worked and what failed, step by step. */
export function TestSteps({ ok, verdict, steps, className }: TestStepsProps) {
  return (
    <div role="status" className={cn('min-w-0', className)}>
      <p className={ok ? 'text-good' : 'text-bad'}>{verdict}</p>
      <ul className="mt-1 grid gap-1">
        {steps.map(({ name, state, detail }) => {
          const { icon: Icon, label, tone } = looks[state]
          return (
            <li key={name} className="flex min-w-0 items-start gap-2">
              <Icon aria-label={label} className={cn('mt-[0.2em] size-[1.1em] shrink-0', tone)} />
              <span className="min-w-0 break-words">
                <span className="font-medium">{name}</span> <span className="text-ink-soft">{detail}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
