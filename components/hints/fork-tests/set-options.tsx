import type { ApiOutput } from '@/components/data/api-types'
import { titleAmong } from '@/components/ui/title-among'
import { setText } from './fork-tests-href'

/** Sets that an arm can be told by: saved versions, and drafts before anybody has saved them. */
export function SetOptions({ sets, drafts }: Pick<ApiOutput['forkTests']['options'], 'sets' | 'drafts'>) {
  return (
    <>
      <optgroup label="Saved versions">
        {sets.map((set) => (
          <option key={`${set.name}@${set.version}`} value={setText(set)}>
            {titleAmong(set, sets)}, version {set.version}
          </option>
        ))}
      </optgroup>
      {drafts.length > 0 && (
        <optgroup label="Drafts as they stand">
          {drafts.map(({ id, title, name }) => (
            <option key={id} value={setText({ draft: id })}>
              {title} ({name}, draft {id})
            </option>
          ))}
        </optgroup>
      )}
    </>
  )
}
