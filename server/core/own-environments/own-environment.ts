import { z } from 'zod'
import type { Domain } from '@/server/core/environments/domain'
import type { ReachableErrors } from '@/server/core/environments/reachable-error'

/** A domain with a way to each of its errors, which its checks play. */
export interface OwnDomain {
  readonly domain: Domain
  readonly reachableErrors: ReachableErrors
}

/** What the module of an environment of somebody else's makes. */
export interface OwnEnvironment {
  readonly domains: readonly OwnDomain[]
}

const run = z.custom((value) => typeof value === 'function', 'must be a function')
const identifier = z
  .string()
  .regex(/^[A-Za-z_]\w*$/, 'must be a name of letters, digits and _ that begins with a letter')

const toolSchema = z.looseObject({
  name: identifier,
  access: z.enum(['read', 'write']),
  parameters: z.array(z.looseObject({ name: identifier })),
  run,
})

const errorSchema = z.looseObject({
  summary: z.string().min(1, 'must say when the error occurs'),
  fields: z.array(identifier),
  message: run,
})

const code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be a code of lower-case letters, digits and _')

const domainSchema = z.looseObject({
  name: identifier,
  title: z.string().min(1, 'must not be empty'),
  tools: z.array(toolSchema).min(1, 'a domain needs at least one tool'),
  errors: z.record(code, errorSchema),
  ...{ load: run, clone: run, differences: run, encode: run },
})

const waySchema = z.strictObject({
  scenario: z.string().optional(),
  longContext: z.literal(true).optional(),
  calls: z.array(z.string()).min(1, 'needs at least one call'),
})

const environmentSchema = z.object({
  domains: z.array(z.object({ domain: domainSchema, reachableErrors: z.record(z.string(), waySchema) })).min(1),
})

/** Something that a module made and that is no environment: says where and what is due there. */
export class EnvironmentShapeError extends Error {}

/**
 * What a module made, looked at member by member: it may come from plain JavaScript. Throws EnvironmentShapeError at
 * the first member that is not what it has to be. What its functions do is for the contract to say.
 */
export function readOwnEnvironment(made: unknown): OwnEnvironment {
  const checked = environmentSchema.safeParse(made)
  if (checked.success) return made as OwnEnvironment
  const [issue] = checked.error.issues
  const place = issue && issue.path.length > 0 ? z.core.toDotPath(issue.path) : 'what the function returns'
  throw new EnvironmentShapeError(`${place}: ${issue?.message}`)
}
