import { z } from 'zod'
import { modelServers } from './serve-command'

const address = (schemes: readonly string[]) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(/\/+$/, ''))
    .refine(
      (text) => hasScheme(text, schemes),
      `an address that begins with ${schemes.map((s) => `${s}//`).join(' or ')}`,
    )

function hasScheme(text: string, schemes: readonly string[]): boolean {
  try {
    const url = new URL(text)
    return schemes.includes(url.protocol) && url.hostname !== '' && url.username === '' && url.password === ''
  } catch {
    return false
  }
}

/** Where a Ray cluster is, and where its jobs find us and the checkpoints. Its token is kept apart, sealed. */
export const raySettingsSchema = z.strictObject({
  /** The dashboard, as our worker reaches it. */
  address: address(['http:', 'https:']),
  /** The environment server and the tracking server, as the cluster's nodes reach them. */
  environmentUrl: address(['ws:', 'wss:', 'http:', 'https:']),
  trackingUrl: address(['http:', 'https:']),
  /** A folder that every node sees: the checkpoints of a stage are read by the next one's job, wherever that runs. */
  checkpointFolder: z
    .string()
    .trim()
    .transform((text) => (text.length > 1 ? text.replace(/\/+$/, '') : text))
    .refine((text) => text.startsWith('/') && !text.split('/').includes('..'), 'an absolute path on the cluster'),
  /** The program that runs the trainer on the cluster; it needs TRL or verl. */
  python: z.string().trim().min(1, 'the name or path of a Python').max(300).default('python'),
  /** How long a job that is asked to stop may take to write its checkpoint, in seconds. */
  stopGraceSeconds: z.number().int().min(3).max(7200).default(600),
  /** What serves a checkpoint while it is evaluated. */
  server: z.enum(modelServers).default('vllm'),
  /** How long it may take from the start of its job to its first answer, in seconds. */
  serverStartSeconds: z.number().int().min(1).max(14_400).default(1800),
})
export type RaySettings = z.infer<typeof raySettingsSchema>
