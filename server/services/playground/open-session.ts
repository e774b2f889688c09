import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { playSettingsSchema } from '@/server/core/playground/session'
import { listSuites } from '@/server/db/suites'
import { keepSession } from './keep-session'
import { playKept } from './play-kept'

export const openSessionInput = z.object({
  /** Name of a suite; its newest version is played. */
  suite: z.string().min(1, 'choose a suite'),
  /** Null: bare domains. */
  task: z.string().min(1).max(300).nullable(),
  domains: z.array(z.string().min(1).max(200)).max(32).default([]),
  ...playSettingsSchema.shape,
})

/** Begins a session and answers its id. Throws BAD_INPUT at the field at fault. */
export async function openSession({ suite: name, ...input }: z.infer<typeof openSessionInput>): Promise<string> {
  const suite = (await listSuites()).find((candidate) => candidate.name === name)
  if (!suite) throw new AppError('BAD_INPUT', `There is no suite "${name}".`, 'suite')
  const now = new Date()
  const session = {
    ...input,
    domains: input.task === null ? input.domains : [],
    suite: { name, hash: suite.hash },
    day: { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() },
    moves: [],
  }
  await playKept(session)
  return keepSession(session)
}
