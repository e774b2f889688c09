import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { countOf } from '@/server/core/count-of'
import { withDatabase } from '@/server/processes/with-database'
import { checkSet } from '@/server/services/hints/check-set'
import { exportSet } from '@/server/services/hints/export-set'
import { checkFile, importSet } from '@/server/services/hints/import-set'
import { lookAgain } from '@/server/services/hints/look-again'

/** How it is called. */
export const usage = `Use:
  hints export <set>[@<version>] [--out <file>]  a version of a set as YAML, by default the newest on stdout
  hints import <file> [--json]                   stores a set from YAML as a new version; what is wrong by line
  hints lint <file or set[@version]> [--json]    checks without storing: what is unknown, never used, gives truth away
  hints look-again --run <number>                adds what agents did next to calls recorded before that was looked at
import and lint answer 1 when something is wrong.`

/** Sets of hint rules from the command line. */
export async function command(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args)
  const [action, name, ...more] = positionals
  if (action === 'look-again' && name === undefined) return again(values.run)
  if (name === undefined || more.length > 0) throw new AppError('BAD_INPUT', usage)
  if (action === 'export') return exported(name, values.out)
  if (action === 'import') return imported(name, values.json === true)
  if (action === 'lint') return linted(name, values.json === true)
  throw new AppError('BAD_INPUT', `There is no "hints ${action}".\n${usage}`)
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const options = { out: text, run: text, json: { type: 'boolean' } } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

/** `own-hints@3` is version 3; without a version it is the newest. */
function reference(text: string): { name: string; version?: number } {
  const [, name = '', version] = /^(.+?)(?:@([1-9]\d{0,8}))?$/.exec(text) ?? []
  return version === undefined ? { name } : { name, version: Number(version) }
}

function exported(name: string, out: string | undefined): Promise<number> {
  return withDatabase(async () => {
    const text = await exportSet(reference(name))
    if (out === undefined) process.stdout.write(text)
    else await writeFile(out, text)
    return 0
  })
}

async function imported(path: string, json: boolean): Promise<number> {
  const text = await contentOf(path)
  return withDatabase(async () => {
    const result = await importSet(text)
    if (json) process.stdout.write(`${JSON.stringify(result)}\n`)
    else if (result.saved) {
      const { name, version, created } = result.saved
      process.stdout.write(
        `${name} version ${version}, ${countOf(result.rules, 'rule')}: ${created ? 'imported' : 'is stored already'}\n`,
      )
    }
    for (const { line, message } of json ? [] : result.problems) process.stderr.write(`${path}:${line}: ${message}\n`)
    return result.saved === null ? 1 : 0
  })
}

async function linted(name: string, json: boolean): Promise<number> {
  const isFile = /\.(ya?ml|json)$/.test(name)
  const text = isFile ? await contentOf(name) : ''
  return withDatabase(async () => {
    const found = isFile
      ? (await checkFile(text)).problems.map(({ line, message }) => ({ place: `${name}:${line}`, message }))
      : (await checkSet(reference(name))).map(({ rule, field, message }) => ({ place: `${rule}, ${field}`, message }))
    if (json) process.stdout.write(`${JSON.stringify({ problems: found })}\n`)
    for (const { place, message } of json ? [] : found) process.stdout.write(`${place}: ${message}\n`)
    if (!json && found.length === 0) process.stdout.write(`${name}: nothing is wrong\n`)
    return found.length === 0 ? 0 : 1
  })
}

async function contentOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new AppError('BAD_INPUT', `${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  })
}

function again(run: string | undefined): Promise<number> {
  if (!/^[1-9]\d{0,8}$/.test(run ?? '')) throw new AppError('BAD_INPUT', `Say which run: --run <number>.\n${usage}`)
  return withDatabase(async () => {
    const isWatched = process.stderr.isTTY
    const { episodes, changed } = await lookAgain(Number(run), (done) => {
      if (isWatched) process.stderr.write(`\r  ${done} episodes `)
    })
    if (isWatched) process.stderr.write('\n')
    process.stdout.write(`Run #${run}: ${episodes} episodes looked at, ${changed} failing calls completed.\n`)
    return 0
  })
}
