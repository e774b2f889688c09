import { type AceMeasures, aceMeasures } from '@/server/core/evaluation/acebench/ace-measures'
import { Rng } from '@/server/core/rng'
import { listMeasuredPlays } from '@/server/db/evaluation-measures'

/** A benchmark's own scores, by evaluation. */
export type SuiteMeasures = ReadonlyMap<number, AceMeasures>

/** A stored evaluation never changes: one that is made again has another id. */
const known = new Map<number, AceMeasures>()

interface Measured {
  readonly id: number
  readonly measures: unknown
}

/** The benchmark's own scores of these evaluations, with intervals; of those that have none: nothing. */
export async function suiteMeasures(evaluations: readonly Measured[]): Promise<SuiteMeasures> {
  const wanted = evaluations.filter(({ measures }) => measures !== null).map(({ id }) => id)
  const plays = await listMeasuredPlays(wanted.filter((id) => !known.has(id)))
  const shown = new Map<number, AceMeasures>()
  for (const id of wanted) {
    const own = plays.filter(({ evaluation }) => evaluation === id)
    const measured = known.get(id) ?? (own.length > 0 ? aceMeasures(own, Rng.seeded(0, 'measures', id)) : null)
    if (measured !== null) shown.set(id, measured)
  }
  known.clear()
  for (const [id, measured] of shown) known.set(id, measured)
  return shown
}
