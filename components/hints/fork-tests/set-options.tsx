import type { ApiOutput } from '@/components/data/api-types'
import { setText } from './fork-tests-href'

/** Sets that an arm can be told by: saved versions, and drafts before anybody has saved them. */
export function SetOptions({ sets, drafts }: Pick<ApiOutput['forkTests']['options'], 'sets' | 'drafts'>) {
  return (
    <>
      <optgroup label="Saved versions">
        {sets.map(({ name, version, title }) => (
          <option key={`${name}@${version}`} value={setText({ name, version })}>
            {title}, version {version}
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
