import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { childEnvironment } from '@/server/config'
import { answersHttp } from '@/server/processes/answers-http'
import { freePort } from '@/server/processes/free-port'

export interface ServedModel {
  /** Up to and including /v1. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Serves the weights of a folder by `transformers serve`, the chat-completions server of Transformers itself. */
export async function serveModel(python: string, folder: string, cache: string): Promise<ServedModel> {
  const port = await freePort()
  const options = ['--host', '127.0.0.1', '--port', String(port), '--device', 'cpu', '--dtype', 'float32']
  // it lists what lies there, and fails where there is no such folder
  mkdirSync(join(cache, 'hub'), { recursive: true })
  const child = spawn(join(dirname(python), 'transformers'), ['serve', folder, ...options], {
    env: childEnvironment({ HF_HOME: cache, HF_HUB_OFFLINE: '1' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4000)
    })
  const origin = `http://127.0.0.1:${port}`
  while (!(await answersHttp(`${origin}/health`))) {
    if (child.exitCode !== null) throw new Error(`transformers serve has ended:\n${said}`)
    await delay(250)
  }
  return {
    url: `${origin}/v1`,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
