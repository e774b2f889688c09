import { draftOf } from '@/server/core/hints/draft-rule'
import { listSetVersions } from '@/server/db/augmentation-set-versions'
import { storeAugmentationSet } from '@/server/db/augmentation-sets'
import { checkRules } from './check-rules'
import { checkSetName } from './set-name'
import { type FileProblem, readSetYaml } from './set-yaml'

export interface ImportedSet {
  /** Null: the problems keep it from being stored. */
  readonly saved: { readonly name: string; readonly version: number; readonly created: boolean } | null
  readonly rules: number
  readonly problems: readonly FileProblem[]
}

/** Stores a set from a file as a new version of its name, unless exactly its rules are stored already. */
export async function importSet(text: string): Promise<ImportedSet> {
  const { problems, rules, set } = await checkFile(text)
  if (set === null || problems.length > 0) return { saved: null, rules, problems }
  checkSetName(set.name)
  const newest = (await listSetVersions(set.name))[0]?.version ?? 0
  const stored = await storeAugmentationSet({ name: set.name, title: set.title, rules: set.rules }, 'Imported')
  const { name, version } = stored.set
  return { saved: { name, version, created: version > newest }, rules, problems: [] }
}

/** Everything that is wrong with a set in a file, by line. */
export async function checkFile(text: string) {
  const read = readSetYaml(text)
  if ('problems' in read) return { set: null, rules: 0, problems: read.problems }
  const { set, lineOf } = read
  const problems = (await checkRules(set.rules.map(draftOf))).map(({ message, ...problem }): FileProblem => {
    return { line: lineOf(problem), message: `rule ${problem.rule}, ${problem.field}: ${message}` }
  })
  return { set, rules: set.rules.length, problems }
}
