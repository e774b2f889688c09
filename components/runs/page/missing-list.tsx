import { missingUntilEnd, type StageStanding } from '@/server/core/curriculum/missing-until-end'

/** What is missing until a running stage ends, in words. */
export function MissingList(standing: StageStanding) {
  const clauses = missingUntilEnd(standing)
  return (
    <div className="mt-1.5 text-xs">
      <p className="font-medium">Until this stage ends</p>
      <ul className="mt-0.5 list-disc space-y-0.5 pl-4 text-ink-soft">
        {clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
    </div>
  )
}
