import { suiteDomains } from '@/server/db/suite-domains'
import { evaluationHash, ownEnvironmentHash, trainingHash, withOwnEnvironment } from '@/server/hashes/source-hashes'
import type { RecordedSuite, ReplaySource } from './replay-source'

export interface EnvironmentChange {
  readonly recorded: string
  readonly present: string
}

/**
 * How the environment's source differs from what it was when the run was launched: tools, rules, message format and
 * checker, or else hints and rewards. Null: it is the same, or not known of the run.
 */
export async function environmentChange(source: ReplaySource): Promise<EnvironmentChange | null> {
  const { hashes, augmentation, recordedSuites } = source
  const evaluation = await changed(hashes.evaluation, 'evaluation', evaluationHash)
  if (evaluation) return evaluation
  for (const suite of recordedSuites) {
    const own = await ownChange(suite)
    if (own) return own
  }
  const environment = recordedSuites[0]?.environment
  const rules = `training ${augmentation?.name} ${augmentation?.version} ${environment}`
  return changed(hashes.training, rules, async () => withOwnEnvironment(await trainingHash(augmentation), environment))
}

/** How the user's own environment of a suite differs; null: it is the same, or the suite has none. */
async function ownChange({ hash, environment: recorded }: RecordedSuite): Promise<EnvironmentChange | null> {
  if (recorded === undefined) return null
  const present = ownEnvironmentHash(await suiteDomains(hash)) ?? 'not loaded'
  return present === recorded ? null : { recorded, present }
}

/** The source of a running process does not change: it is read once. */
const known = new Map<string, Promise<string>>()

async function changed(
  recorded: string | null,
  name: string,
  read: () => Promise<string>,
): Promise<EnvironmentChange | null> {
  if (recorded === null) return null
  const reading = known.get(name) ?? read()
  known.set(name, reading)
  const present = await reading
  return present === recorded ? null : { recorded, present }
}
