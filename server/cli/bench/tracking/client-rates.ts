import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { runProgram } from '@/server/cli/checks/run-program'

export interface Load {
  /** Processes that log at the same time, each to a run of its own. */
  readonly clients: number
  /** Of a thousand points, each client. */
  readonly batches: number
  readonly singles: number
  /** Whether everything is read back afterwards. */
  readonly readBack: boolean
}

const ratesSchema = z.object({ batch: z.number(), single: z.number() })
/** Points per second. */
export type Rates = z.infer<typeof ratesSchema>

const program = 'server/cli/bench/tracking/client.py'
const quiet = { MLFLOW_DISABLE_TELEMETRY: 'true', MLFLOW_HTTP_REQUEST_MAX_RETRIES: '2' }

/** Lets the stock client log. Throws when it fails or anything that was read back is missing. */
export async function clientRates(python: string, url: string, load: Load): Promise<Rates> {
  const { clients, batches, singles, readBack } = load
  const counts = [clients, batches, singles].map(String)
  const args = [program, url, ...counts, ...(readBack ? [] : ['unread'])]
  const { status, output } = await runProgram(python, args, quiet)
  const last = output.trim().split('\n').at(-1) ?? ''
  if (status !== 0)
    throw new AppError('UNAVAILABLE', `The mlflow client failed against ${url}:\n${output.slice(-2_000)}`)
  return ratesSchema.parse(JSON.parse(last))
}
