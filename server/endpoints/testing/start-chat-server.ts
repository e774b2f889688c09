import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { childEnvironment } from '@/server/config'
import type { Solutions } from './solutions'

const seenSchema = z.object({
  requests: z.number(),
  mostOpen: z.number(),
  byModel: z.record(z.string(), z.number()),
  /** The newest requests. */
  asked: z.array(z.looseObject({ model: z.string(), messages: z.array(z.looseObject({ role: z.string() })) })),
})

export interface ChatServer {
  /** Up to and including /v1. */
  readonly url: string
  readonly key: string
  readonly seen: () => Promise<z.infer<typeof seenSchema>>
  /** Lets the model `ailing` answer again. */
  readonly heal: () => Promise<unknown>
  readonly stop: () => void
}

/** What the server says where all of these words stand in the request: texts and calls, one after the other. */
export interface Script {
  readonly when: readonly string[]
  readonly says: readonly (string | { readonly name: string; readonly arguments: string })[]
}

/** Where and as what the server stands, when somebody else says so. */
interface ServerPlace {
  readonly port: number
  readonly key: string
  /** Name of a model → what it does, in place of the usual ones. */
  readonly models: Readonly<Record<string, string>>
}

/** Starts the scripted chat server in a process of its own; it ends with ours. */
export async function startChatServer(
  solutions: Solutions = {},
  scripts: readonly Script[] = [],
  { port: wished, key, models }: Partial<ServerPlace> & Pick<ServerPlace, 'key'> = { key: 'right-key' },
): Promise<ChatServer> {
  const folder = mkdtempSync(join(tmpdir(), 'envtune-chat-'))
  const file = join(folder, 'solutions.json')
  writeFileSync(file, JSON.stringify({ solutions, scripts, port: wished, models }))
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/endpoints/testing/chat-server.ts', file, key], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: childEnvironment({ NODE_OPTIONS: undefined, VITEST: undefined }),
  })
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (status) => reject(new Error(`the chat server ended with ${status}`)))
  })
  const origin = `http://127.0.0.1:${port}`
  return {
    url: `${origin}/v1`,
    key,
    seen: async () => seenSchema.parse(await (await fetch(`${origin}/seen`)).json()),
    heal: () => fetch(`${origin}/heal`),
    stop: () => {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
