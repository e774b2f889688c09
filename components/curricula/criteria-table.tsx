'use client'

import { Check, Minus } from 'lucide-react'
import { useState } from 'react'
import { describeCriterion } from '@/components/runs/page/describe-criterion'
import { cn } from '@/components/ui/cn'
import { TableFrame } from '@/components/ui/data-table'
import type { GateVerdict } from '@/server/core/curriculum/curriculum'

interface CriteriaTableProps {
  readonly verdicts: readonly GateVerdict[]
  /** Place of the verdict that ends the stage; null: none does. */
  readonly end: number | null
}

/** Every criterion at every validation; one validation is shown with its numbers. */
export function CriteriaTable({ verdicts, end }: CriteriaTableProps) {
  const [chosen, setChosen] = useState<number | null>(null)
  const last = end ?? verdicts.length - 1
  const at = chosen !== null && chosen < verdicts.length ? chosen : last
  const shown = verdicts[at]
  if (!shown) return null
  return (
    <div className="grid min-w-0 gap-2">
      <TableFrame label="Criteria by step">
        <table className="border-collapse text-xs">
          <thead>
            <tr>
              <th scope="col" className="pr-3 text-left font-medium text-ink-faint">
                Step of the stage
              </th>
              {verdicts.map(({ step }, index) => (
                <th
                  key={step}
                  scope="col"
                  className={cn('p-0', index === at && 'bg-accent-soft', index > last && 'text-ink-faint')}
                >
                  <button
                    type="button"
                    aria-pressed={index === at}
                    aria-label={`Show step ${step}`}
                    onClick={() => setChosen(index)}
                    className="min-h-6 w-full min-w-8 px-1 font-medium tabular-nums hover:underline"
                  >
                    {step}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.criteria.map(({ name }, row) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="py-0.5 pr-3 text-left font-normal whitespace-nowrap">
                  {describeCriterion(shown.criteria[row] ?? shown.criteria[0] ?? noCriterion).label}
                </th>
                {verdicts.map(({ step, criteria }, index) => (
                  <td
                    key={step}
                    className={cn(
                      'px-1 text-center',
                      index === at && 'bg-accent-soft',
                      index > last && 'text-ink-faint',
                    )}
                  >
                    <Met criterion={criteria[row]} />
                  </td>
                ))}
              </tr>
            ))}
            <tr className="border-t border-line-strong">
              <th scope="row" className="py-0.5 pr-3 text-left font-medium">
                Verdict
              </th>
              {verdicts.map(({ step, verdict }, index) => (
                <td
                  key={step}
                  className={cn(
                    'px-1 text-center text-2xs',
                    index === at && 'bg-accent-soft',
                    index === end && 'font-semibold',
                    index > last && 'text-ink-faint',
                  )}
                >
                  {verdict}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </TableFrame>
      <div className="rounded-md border border-line bg-raised px-2.5 py-2 text-xs">
        <p className="font-medium">
          Step {shown.step}: {shown.verdict}
          {at > last && ' (after the stage would have ended)'}
        </p>
        <ul className="mt-1 grid gap-0.5 text-ink-soft">
          {shown.criteria.map((criterion) => (
            <li key={criterion.name} className="flex items-baseline gap-1.5">
              <Met criterion={criterion} />
              <span>
                {describeCriterion(criterion).label}: {criterion.detail}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const noCriterion = { name: 'min_steps', met: false, value: null, threshold: null, detail: '' } as const

function Met({ criterion }: { criterion: GateVerdict['criteria'][number] | undefined }) {
  if (!criterion) return null
  const { good, text } = describeCriterion(criterion)
  return good ? (
    <Check aria-label={`met: ${text}`} className="inline size-3 shrink-0 text-good" />
  ) : (
    <Minus aria-label={`not met: ${text}`} className="inline size-3 shrink-0 text-ink-faint" />
  )
}
