import { TriangleAlert } from 'lucide-react'
import type { ComparedRows } from './row-tests-table'

/** Says for which suites two rows were not measured in the same way. */
export function DiffersWarning({ suites }: Pick<ComparedRows, 'suites'>) {
  const differing = suites.filter(({ differs }) => differs !== null)
  if (differing.length === 0) return null
  return (
    <div role="note" className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div>
        <p className="font-medium">Not comparable as they stand</p>
        <ul>
          {differing.map(({ name, differs, first, second }) => (
            <li key={name}>
              {name}: measured{' '}
              {differs === 'suite' ? 'on another version of the suite' : 'with another environment or checker'}{' '}
              (evaluation hash {first.evaluationHash.slice(0, 8)} and {second.evaluationHash.slice(0, 8)}). Evaluate
              both again to compare them.
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
