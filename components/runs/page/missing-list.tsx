import { missingUntilEnd, type StageStanding } from '@/server/core/curriculum/missing-until-end'

interface MissingListProps extends StageStanding {
  /** False: only when somebody resumes the run. */
  readonly goesOn: boolean
}

/** What is missing until a stage that has begun ends, in words. */
export function MissingList({ goesOn, ...standing }: MissingListProps) {
  const clauses = missingUntilEnd(standing)
  return (
    <div className="mt-1.5 text-xs">
      <p className="font-medium">{goesOn ? 'Until this stage ends' : 'Once resumed, until this stage ends'}</p>
      <ul className="mt-0.5 list-disc space-y-0.5 pl-4 text-ink-soft">
        {clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
    </div>
  )
}
