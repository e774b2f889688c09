import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@/server/app-error'
import { type HintSubject, hintContract } from '@/server/core/environment-contract/hint-contract'
import type { AugmentationSet } from '@/server/core/hints/rule'
import { expectedSuite } from '@/server/core/hints/word-leak'
import type { Suite } from '@/server/core/tasks/task'
import { hintsFile } from '@/server/environments/file-names'
import { checkSetName } from '@/server/services/hints/set-name'
import { readSetYaml } from '@/server/services/hints/set-yaml'
import { type CheckLine, lineOf } from './check-line'

/** Checks the hints of an environment: their file, and what they say. */
export async function checkHints(
  folder: string,
  about: Pick<HintSubject, 'domains' | 'registry'>,
  suite: Suite | null,
): Promise<CheckLine[]> {
  const file = join(folder, hintsFile)
  const check = 'The hints are read'
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return [{ check, problems: [`${file}: the file is missing`] }]
  const read = readSetYaml(text)
  if ('problems' in read)
    return [{ check, problems: read.problems.map(({ line, message }) => `${file}:${line}: ${message}`) }]
  const { set, lineOf: lineIn } = read
  const place = (rule: string | null) => {
    const index = set.rules.findIndex(({ id }) => id === rule)
    return index < 0 ? file : `${file}:${lineIn({ index, field: 'id' })}: ${rule}`
  }
  const subject = { ...about, set, suites: suite ? [expectedSuite(suite)] : [] }
  const lines = hintContract.map((hints) => lineOf(hints, subject, `The hints ${hints.title}`, place))
  return [{ check, problems: nameProblems(set, file) }, ...lines]
}

function nameProblems({ name }: AugmentationSet, file: string): string[] {
  try {
    checkSetName(name)
    return []
  } catch (error) {
    if (error instanceof AppError) return [`${file}: ${error.message}`]
    throw error
  }
}
