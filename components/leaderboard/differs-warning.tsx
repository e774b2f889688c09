import { TriangleAlert } from 'lucide-react'
import type { ComparedRows } from './row-tests-table'

/** Says for which suites two rows were not measured in the same way. */
export function DiffersWarning({ suites }: Pick<ComparedRows, 'suites'>) {
  const differing = suites.filter(({ differs }) => differs.environment || differs.suite)
  if (differing.length === 0) return null
  return (
    <div role="note" className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div>
        <p className="font-medium">Not comparable as they stand</p>
        <ul>
          {differing.map(({ name, differs, first, second }) => (
            <li key={name}>
              {name}:{' '}
              {differs.environment &&
                `measured with another environment or checker (${short(first.evaluationHash)} and ${short(second.evaluationHash)})`}
              {differs.environment && differs.suite && ', and '}
              {differs.suite && 'on another version of the suite'}. Evaluate both again to compare them.
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const short = (hash: string) => hash.slice(0, 8)
