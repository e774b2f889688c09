import { parseArgs } from 'node:util'
import { AppError } from '@/server/app-error'
import { withDatabase } from '@/server/processes/with-database'
import { createApiToken } from '@/server/services/tokens/create-api-token'
import { listApiTokens } from '@/server/services/tokens/list-api-tokens'
import { revokeApiToken } from '@/server/services/tokens/revoke-api-token'

/** How it is called. */
export const usage =
  'Use: tokens list [--json] | tokens create <name> [--role viewer|editor|admin] [--json] | tokens revoke <id>'

/** API tokens for scripts and trainers of one's own: `create` prints the text, which nobody can show again. */
export async function command(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args)
  const [what, subject, ...rest] = positionals
  if (rest.length > 0) throw new AppError('BAD_INPUT', usage)
  const json = values.json === true
  if (what === 'list' && subject === undefined) return withDatabase(() => list(json))
  if (what === 'create' && subject !== undefined)
    return withDatabase(() => create(subject, values.role ?? 'editor', json))
  if (what === 'revoke' && subject !== undefined && /^\d{1,9}$/.test(subject))
    return withDatabase(() => revoke(Number(subject)))
  throw new AppError('BAD_INPUT', usage)
}

function parsed(args: string[]) {
  const options = { json: { type: 'boolean' }, role: { type: 'string' } } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new AppError('BAD_INPUT', `${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

async function create(name: string, role: string, json: boolean): Promise<number> {
  const { id, text } = await createApiToken({ name, role })
  if (json) process.stdout.write(`${JSON.stringify({ id, token: text })}\n`)
  else {
    process.stderr.write(`API token ${id} (${name}, ${role}). Keep it: it is not shown again.\n`)
    process.stdout.write(`${text}\n`)
  }
  return 0
}

async function list(json: boolean): Promise<number> {
  const tokens = await listApiTokens()
  if (json) process.stdout.write(`${JSON.stringify({ tokens })}\n`)
  else if (tokens.length === 0) process.stdout.write(`There is no API token.\n${usage}\n`)
  for (const { id, name, role, createdAt, lastUsedAt, revokedAt } of json ? [] : tokens) {
    const used = lastUsedAt ? `last used ${lastUsedAt.toISOString()}` : 'never used'
    const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : used
    process.stdout.write(`${id}  ${name}  ${role}  made ${createdAt.toISOString()}  ${state}\n`)
  }
  return 0
}

async function revoke(id: number): Promise<number> {
  await revokeApiToken(id)
  process.stdout.write(`API token ${id} counts no more.\n`)
  return 0
}
