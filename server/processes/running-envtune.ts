import { type ChildProcess, spawn } from 'node:child_process'
import { childEnvironment } from '@/server/config'
import { freePort } from './free-port'

export interface RunningEnvtune {
  readonly url: string
  readonly envUrl: string
  /** As Ctrl-C does; settles when everything has ended. */
  stop(): Promise<void>
}

const patienceMs = 300_000

/** Starts a whole Envtune as a newcomer does, on free ports. Throws with what it said when it does not come up. */
export async function startRunningEnvtune(settings: {
  readonly dataFolder: string
  /** Absent: an embedded database in the data folder. */
  readonly databaseUrl?: string
  /** Folders of environments of the user's own. */
  readonly environmentFolders?: readonly string[]
}): Promise<RunningEnvtune> {
  const port = await freePort()
  const envPort = await freePort()
  const child = spawn(process.execPath, ['server/cli/start.mjs', '--no-starter'], {
    env: childEnvironment({
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      ENVTUNE_ENV_PORT: String(envPort),
      ENVTUNE_DATA: settings.dataFolder,
      DATABASE_URL: settings.databaseUrl,
      ENVTUNE_ENVIRONMENTS: settings.environmentFolders?.join(','),
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await untilRunning(child)
  return { url: `http://127.0.0.1:${port}`, envUrl: `http://127.0.0.1:${envPort}`, stop: () => stop(child) }
}

function untilRunning(child: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => reject(new Error(`Envtune does not come up:\n${said}`)), patienceMs)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes('Envtune runs at')) return
      clearTimeout(impatience)
      resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (status) => reject(new Error(`Envtune ended with status ${status}:\n${said}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await ended
}
