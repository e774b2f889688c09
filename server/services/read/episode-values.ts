import type { z } from 'zod'
import { chosenValues } from '@/server/core/filter/choice-in-filter'
import { episodeFields } from '@/server/core/filter/episode-fields'
import { parseFilter } from '@/server/core/filter/parse-filter'
import { fieldsWithValues, listEpisodeValues, listStageValues, type StoredValue } from '@/server/db/episode-values'
import type { episodeValuesInput } from './episode-list-input'

const most = 20

/** Values that episodes have in a field and that contain what is typed, for the filter's suggestions. */
export async function episodeValues({
  field,
  typed,
  filter,
}: z.infer<typeof episodeValuesInput>): Promise<readonly StoredValue[]> {
  if (field === 'stage') {
    const stages = await listStageValues(runOf(filter))
    return stages.filter(({ text, detail }) => `${text} ${detail}`.toLowerCase().includes(typed.toLowerCase()))
  }
  const known = fieldsWithValues.find((name) => name === field)
  return known ? listEpisodeValues(known, typed, most) : []
}

/** The one run that a filter asks for; null: none, several, or it cannot be read. */
function runOf(filter: string): number | null {
  const chosen = chosenValues(parseFilter(filter, episodeFields).node, 'run')
  const [run] = chosen
  return chosen.length === 1 && /^\d{1,9}$/.test(run ?? '') ? Number(run) : null
}
