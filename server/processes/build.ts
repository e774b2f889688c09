import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@/server/app-error'
import { childEnvironment } from '@/server/config'
import { hashBuildInputs } from './build-stamp'
import { explainFileFailure } from './file-failure'
import { withLockFile } from './lock-file'

const nextProgram = 'node_modules/next/dist/bin/next'
const patienceMs = 600_000

/** Whether the pages have to be built: their sources changed since the last build, or there is none. */
export function needsBuild(root: string): boolean {
  const stamp = stampOf(root)
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashBuildInputs(root)
}

/** Builds the pages; two starters build once. */
export async function buildPages(root: string): Promise<void> {
  try {
    const lockFolder = join(root, 'node_modules', '.cache')
    mkdirSync(lockFolder, { recursive: true })
    await withLockFile(join(lockFolder, 'envtune-build.lock'), patienceMs, async () => {
      if (!needsBuild(root)) return
      const stamp = hashBuildInputs(root)
      await runBuild(root)
      writeFileSync(stampOf(root), stamp)
    })
  } catch (error) {
    throw explainFileFailure(error, join(root, '.next'), 'Make the checkout writable for you.')
  }
}

const stampOf = (root: string) => join(root, '.next', 'envtune-sources')

function runBuild(root: string): Promise<void> {
  const child = spawn(process.execPath, [nextProgram, 'build'], {
    cwd: root,
    env: childEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-6_000)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else
        reject(
          new AppError('UNAVAILABLE', `The pages could not be built (${signal ?? `status ${code}`}):\n${said.trim()}`),
        )
    })
  })
}
