import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { draws } from '@/server/core/tasks/partitions'
import { withDatabase } from '@/server/processes/with-database'
import { downloadBfcl } from '@/server/services/suites/download-bfcl'
import { importAcebench } from '@/server/services/suites/import-acebench'
import { importBfclMemory } from '@/server/services/suites/import-bfcl-memory'
import { type BfclDraw, importBfclFiles, importBfclSuite } from '@/server/services/suites/import-bfcl-suite'
import { importBfclWebSearch } from '@/server/services/suites/import-bfcl-web-search'
import { importOwnSuite } from '@/server/services/suites/import-own-suite'
import { importStarterSuites } from '@/server/services/suites/import-starter-suites'
import { type StoredSuite, suiteOverview } from '@/server/services/suites/suite-overview'

/** How it is called. */
export const usage = `Use:
  suites [list] [--json]                      what is stored
  suites import <folder>                      your own, from its folder or that of its environment
  suites import-bfcl <folder> [--draw <how>]  the benchmark, from a copy of its data folder
  suites import-bfcl --download               the same from its repository, at a pinned commit
  suites import-acebench <folder>             ACEBench agent, from a copy of its data_en folder
  suites import-bfcl-memory <folder>          the benchmark's memory questions, from a copy of its data folder
  suites import-bfcl-web-search <folder>      its web search questions, from a copy of its data folder
  suites import-starter                       the suites that come with Envtune
--draw: ${draws.map((draw) => JSON.stringify(draw)).join(' or ')}; --seed N for "our draw"`

/** Imports that need nothing but a folder. */
const folderImports: Readonly<Record<string, ((folder: string) => Promise<readonly StoredSuite[]>) | undefined>> = {
  import: async (folder) => [await importOwnSuite(resolve(folder))],
  'import-acebench': importAcebench,
  'import-bfcl-memory': importBfclMemory,
  'import-bfcl-web-search': importBfclWebSearch,
}

/** Lists and imports suites. */
export async function command(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args)
  const [action = 'list', folder, ...rest] = positionals
  const fromFolder = folderImports[action]
  if (rest.length > 0 || (folder !== undefined && action !== 'import-bfcl' && !fromFolder))
    throw new AppError('BAD_INPUT', usage)
  if (action === 'list') return withDatabase(() => list(values.json === true))
  if (action === 'import-starter') return imported(() => importStarterSuites())
  if (fromFolder) {
    if (folder === undefined) throw new AppError('BAD_INPUT', usage)
    return imported(() => fromFolder(folder))
  }
  if (action !== 'import-bfcl') throw new AppError('BAD_INPUT', `There is no "suites ${action}".\n${usage}`)
  const draw = drawOf(values)
  if (values.download === true && folder === undefined) {
    const files = await downloadBfcl()
    return imported(async () => [await importBfclFiles('the download', files, draw)])
  }
  if (folder === undefined || values.download === true) throw new AppError('BAD_INPUT', usage)
  return imported(async () => [await importBfclSuite(folder, draw)])
}

function parsed(args: string[]) {
  const options = {
    json: { type: 'boolean' },
    download: { type: 'boolean' },
    draw: { type: 'string' },
    seed: { type: 'string' },
  } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function drawOf({ draw: name = 'dialogue', seed = '0' }: { draw?: string; seed?: string }): BfclDraw {
  const draw = draws.find((candidate) => candidate === name)
  if (!draw) throw new AppError('BAD_INPUT', `--draw ${name}: there is no such draw.\n${usage}`)
  if (!/^\d{1,9}$/.test(seed)) throw new AppError('BAD_INPUT', `--seed ${seed}: write a whole number.\n${usage}`)
  return { draw, seed: Number(seed) }
}

function imported(work: () => Promise<readonly StoredSuite[]>): Promise<number> {
  return withDatabase(async () => {
    for (const { name, version, taskCount, created } of await work()) {
      const what = created ? 'imported' : 'is stored already'
      process.stdout.write(`${name} version ${version}, ${taskCount} tasks: ${what}\n`)
    }
    return 0
  })
}

async function list(json: boolean): Promise<number> {
  const suites = await suiteOverview()
  if (json) process.stdout.write(`${JSON.stringify({ suites })}\n`)
  else if (suites.length === 0) process.stdout.write(`No suite is stored.\n${usage}\n`)
  for (const { name, version, title, kind, tasks, partitions } of json ? [] : suites) {
    const parts = Object.entries(partitions).map(([partition, count]) => `${count} ${partition}`)
    process.stdout.write(`${name} version ${version}: ${title}, ${kind}, ${tasks} tasks (${parts.join(', ')})\n`)
  }
  return 0
}
