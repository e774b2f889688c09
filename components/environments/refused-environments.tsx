import { FolderX } from 'lucide-react'
import type { ApiOutput } from '@/components/data/api-types'

/** Above what an environment of the user's own would be chosen in: which could not be loaded, and what to mend. */
export function RefusedEnvironments({ refused }: { refused: ApiOutput['environments']['refused'] }) {
  if (refused.length === 0) return null
  return (
    <section
      aria-label="Environments that were not loaded"
      className="mb-4 flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-warn"
    >
      <FolderX aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p>
          {refused.length === 1
            ? 'An environment of your own was not loaded'
            : `${refused.length} environments of your own were not loaded`}
          : what plays in {refused.length === 1 ? 'it' : 'them'} cannot be launched or played.
        </p>
        <ul className="mt-1 grid gap-1">
          {refused.map(({ folder, reason }) => (
            <li key={folder} className="font-mono text-xs break-words">
              {reason}
            </li>
          ))}
        </ul>
        <p className="mt-1">
          <code>npm run -s envtune -- check-environment &lt;folder&gt;</code> says more. Start Envtune again once it is
          mended.
        </p>
      </div>
    </section>
  )
}
