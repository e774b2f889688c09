import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@/server/app-error'
import { runProgram } from '@/server/cli/checks/run-program'
import { readConfig } from '@/server/config'
import { sha256 } from '@/server/hashes/content-hash'

/** Where packages come from cannot be reached, or there is no Python: nothing is wrong with the project. */
export class PythonUnavailable extends Error {}

const commands = ['python3.11', 'python3.12', 'python3.13', 'python3']
/** Everything that is installed, with its version; nothing else is (no rollout engines, no CUDA builds). */
const list = join('trainer', 'constraints.txt')

/**
 * The Python of a virtual environment with everything that the trainer's checks use, exactly pinned. It is kept in
 * the cache under the hash of the pins; one that is half made is made anew. Throws PythonUnavailable.
 */
export async function pythonEnvironment(): Promise<string> {
  const base = await findPython()
  const key = sha256(JSON.stringify([base.version, await readFile(list, 'utf8')])).slice(0, 16)
  const folder = join(readConfig().cacheFolder, `trainer-${key}`)
  const python = join(folder, 'bin', 'python')
  const mark = join(folder, 'complete')
  if (existsSync(mark)) return python
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await demand(base.command, ['-m', 'venv', folder])
  await checkReachable(python)
  // nothing to resolve, and what is never imported need not be compiled
  await demand(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--no-compile', '-r', list])
  writeFileSync(mark, '')
  return python
}

async function findPython(): Promise<{ readonly command: string; readonly version: string }> {
  const tell = 'import sys; print(sys.version_info >= (3, 11), sys.version)'
  for (const command of commands) {
    const { status, output } = await runProgram(command, ['-c', tell])
    if (status === 0 && output.startsWith('True')) return { command, version: output.trim() }
  }
  throw new PythonUnavailable('There is no Python 3.11 or newer.')
}

/**
 * One small file decides, so that nobody waits for all the retries of a machine without a network; of a package that
 * hardly a machine has lying about.
 */
async function checkReachable(python: string): Promise<void> {
  const folder = join(readConfig().cacheFolder, 'trainer-probe')
  const quick = ['--no-deps', '--no-cache-dir', '--retries', '1', '--timeout', '15', '--dest', folder]
  const { status, output } = await runProgram(python, ['-m', 'pip', 'download', ...quick, '-c', list, 'codetiming'])
  rmSync(folder, { recursive: true, force: true })
  if (status === 0) return
  throw new PythonUnavailable(`Python packages cannot be reached, and none are cached.\n${output.slice(-1_000)}`)
}

async function demand(command: string, args: readonly string[]): Promise<void> {
  const { status, output } = await runProgram(command, args)
  if (status === 0) return
  throw new AppError('UNAVAILABLE', `${[command, ...args].join(' ')} failed:\n${output.slice(-3_000)}`)
}
