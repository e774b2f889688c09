import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { countOf } from '@/server/core/count-of'
import { withDatabase } from '@/server/processes/with-database'
import { exportEpisodes, exportFormat, exportInput } from '@/server/services/episodes/export-episodes'
import { importEpisodes } from '@/server/services/episodes/import-episodes'
import { type ImportFormat, importFormatNames } from '@/server/services/episodes/import-formats'
import { runName } from '@/server/services/read/run-name'

/** How it is called. */
export const usage = `Use:
  episodes export --run <number> [--format jsonl|openai|atif] [--filter <text>] [--out <file>]
  episodes import <file> --format ${importFormatNames.join('|')} [--name <text>] [--all-or-nothing] [--json]
A filter is what the page's filter field takes: split = base and not code = not_logged_in. Several hold together.
A bad line is named with its number and the rest goes in; with --all-or-nothing nothing does, and it answers 1.`

/** Exports and imports episodes. */
export async function command(args: string[]): Promise<number> {
  const [action, ...rest] = args
  if (action === 'export') return exportTo(rest)
  if (action === 'import') return importFrom(rest)
  throw new AppError('BAD_INPUT', usage)
}

async function exportTo(args: string[]): Promise<number> {
  const { values } = parsed(args, {
    ...{ run: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
    filter: { type: 'string', multiple: true },
  } as const)
  const format = exportFormat.safeParse(values.format ?? 'jsonl')
  if (!format.success) throw new AppError('BAD_INPUT', `--format ${values.format}: there is no such format.\n${usage}`)
  if (!/^[1-9]\d{0,8}$/.test(values.run ?? ''))
    throw new AppError('BAD_INPUT', `Say which run: --run <number>.\n${usage}`)
  const filter = [`run = ${values.run}`, ...(values.filter ?? []).map((text) => `(${text})`)].join(' and ')
  const list = exportInput.parse({ filter })
  return withDatabase(async () => {
    // an empty file would say that the run has no such episode
    await runName(Number(values.run))
    const lines = Readable.from(withNewlines(exportEpisodes(list, format.data)))
    await pipeline(lines, values.out === undefined ? process.stdout : createWriteStream(values.out), {
      end: values.out !== undefined,
    })
    return 0
  })
}

async function* withNewlines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

async function importFrom(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args, {
    ...{ format: { type: 'string' }, name: { type: 'string' }, json: { type: 'boolean' } },
    'all-or-nothing': { type: 'boolean' },
  } as const)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new AppError('BAD_INPUT', usage)
  const format = formatOf(values.format)
  const onProblem = values['all-or-nothing'] === true ? 'keep-nothing' : 'keep-rest'
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new AppError('BAD_INPUT', `${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  })
  return withDatabase(async () => {
    const result = await importEpisodes({ bytes, format, file: basename(path), name: values.name, onProblem })
    for (const { line, message } of result.problems) process.stderr.write(`line ${line}: ${message}\n`)
    if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
    else if (result.run === null) process.stdout.write('Nothing was imported.\n')
    else process.stdout.write(`${countOf(result.episodes, 'episode')} imported as run ${result.run}.\n`)
    return result.run === null ? 1 : 0
  })
}

function formatOf(name: string | undefined): ImportFormat {
  const format = importFormatNames.find((known) => known === name)
  if (!format)
    throw new AppError('BAD_INPUT', `--format ${name ?? ''}: choose one of ${importFormatNames.join(', ')}.\n${usage}`)
  return format
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

function parsed<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
