import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { AppError } from '@/server/app-error'
import { GoldenReplayer } from '@/server/cli/golden-replayer'
import type { FileReport } from '@/server/core/conformance/file-report'

/** How it is called. */
export const usage = 'Use: conformance <folder or file> [--data <folder>] [--details]'

/** Differences shown per file with `--details`. */
const shownFailures = 20

/**
 * Replays golden recordings of any benchmark and prints one JSON line per file and a total `{file, cases, passed, failed}`;
 * with `--details` the first differences of each file before its line. Answers 1 when a case failed.
 */
export async function command(args: string[]): Promise<number> {
  const { folder, data, details } = optionsOf(args)
  const files = await goldenFiles(folder)
  const replayer = new GoldenReplayer(data)
  const total = { cases: 0, failed: 0 }
  for (const path of files) {
    const report = await replayer.replay(await textOf(path))
    if (details) printFailures(basename(path), report)
    printCounts(basename(path), report.cases, report.failures.length)
    total.cases += report.cases
    total.failed += report.failures.length
  }
  printCounts('total', total.cases, total.failed)
  return total.failed > 0 ? 1 : 0
}

function optionsOf(args: string[]): { folder: string; data: string; details: boolean } {
  const { values, positionals } = parsed(args)
  const folder = positionals[0]
  if (folder === undefined || positionals.length > 1) throw new AppError('BAD_INPUT', usage)
  const data = values.data ?? join(dirname(resolve(folder)), 'data')
  return { folder, data, details: values.details === true }
}

function parsed(args: string[]) {
  try {
    const options = { data: { type: 'string' }, details: { type: 'boolean' } } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

const isGolden = (name: string): boolean => /\.jsonl?(\.gz)?$/.test(name)

async function goldenFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new AppError('BAD_INPUT', `There is no ${path}.\n${usage}`)
  if (found.isFile()) return [path]
  const names = (await readdir(path)).filter(isGolden).sort()
  if (names.length === 0) throw new AppError('BAD_INPUT', `${path} has no .jsonl, .json or gzipped recordings.`)
  return names.map((name) => join(path, name))
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function printCounts(file: string, cases: number, failed: number): void {
  print({ file, cases, passed: cases - failed, failed })
}

function printFailures(file: string, report: FileReport): void {
  for (const { id, at, expected, actual } of report.failures.slice(0, shownFailures)) {
    print({ file, id, at, expected: shortened(expected), actual: shortened(actual) })
  }
}

/** Long values are cut, so that a difference stays readable. */
function shortened(value: unknown): unknown {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'absent')
  return text.length > 600 ? `${text.slice(0, 600)}… (${text.length} characters)` : text
}
