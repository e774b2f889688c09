import Link from 'next/link'

interface CloneNoticeProps {
  readonly parent: number
  readonly differences: readonly string[]
}

/** Whose choices the form began with, and which of them cannot be the same. */
export function CloneNotice({ parent, differences }: CloneNoticeProps) {
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2">
      <p>
        A clone of{' '}
        <Link href={`/runs/${parent}`} className="underline">
          run #{parent}
        </Link>
        {differences.length === 0 ? ': its choices, seed included.' : ', but not everything can be the same:'}
      </p>
      {differences.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-warn">
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
