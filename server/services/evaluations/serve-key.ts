import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { readConfig } from '@/server/config'
import { secretKey } from '@/server/secrets/secret-key'

/** The key of a served model: stored nowhere, the same for every worker of this data folder. @param job its submission */
export function serveKey(job: string): string {
  const secret = secretKey(join(readConfig().dataFolder, 'secrets.key'))
  return `envtune_${createHmac('sha256', secret).update(`serve:${job}`).digest('base64url')}`
}
