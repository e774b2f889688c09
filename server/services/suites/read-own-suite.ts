import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@/server/app-error'
import type { Registry } from '@/server/core/environments/registry'
import { type PreparedTask, prepareTask } from '@/server/core/tasks/prepare-task'
import { SuiteError } from '@/server/core/tasks/suite-error'
import { readSuiteFolder } from '@/server/core/tasks/suite-folder'
import type { Suite } from '@/server/core/tasks/task'
import { suiteFolder } from '@/server/environments/file-names'
import { sha256 } from '@/server/hashes/content-hash'
import { readJsonFiles } from './read-files'

/** Names of suites that come with Envtune or are made from a benchmark: nobody else's content is a version of one. */
const ours = /^(starter|starter-ood|bfcl|acebench)(-.*)?$/

export interface OwnSuite {
  readonly folder: string
  readonly suite: Suite
  /** Number of the line of tasks.jsonl that a task stands on, by its key. */
  readonly lines: ReadonlyMap<string, number>
}

/** The suite of a folder, which is a suite's own or that of an environment. Throws BAD_INPUT with file and line. */
export async function readOwnSuite(path: string): Promise<OwnSuite> {
  const folder = (await isFile(join(path, suiteFolder, 'suite.json'))) ? join(path, suiteFolder) : path
  const files = await readJsonFiles(folder)
  const suite = orBadInput(folder, () => readSuiteFolder(files, sha256))
  if (ours.test(suite.name))
    throw new AppError(
      'BAD_INPUT',
      `${join(folder, 'suite.json')}: suites called "${suite.name}" come with Envtune or from a benchmark: choose another name.`,
      'folder',
    )
  const texts = (files.get('tasks.jsonl') ?? '').split('\n')
  const numbers = texts.flatMap((text, index) => (text.trim() === '' ? [] : [index + 1]))
  return { folder, suite, lines: new Map(suite.tasks.map(({ key }, index) => [key, numbers[index] ?? 0])) }
}

/** Its tasks, ready to be played. Throws BAD_INPUT with file and line. */
export function prepareOwnSuite({ folder, suite, lines }: OwnSuite, registry: Registry): PreparedTask[] {
  return suite.tasks.map((task) =>
    orBadInput(join(folder, `tasks.jsonl:${lines.get(task.key)}`), () => prepareTask(task, suite, registry)),
  )
}

function orBadInput<Read>(place: string, read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    if (error instanceof SuiteError) throw new AppError('BAD_INPUT', `${place}: ${error.message}`, 'folder')
    throw error
  }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
