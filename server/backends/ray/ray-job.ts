import { z } from 'zod'

const text = z.string().nullish()

/** A job as Ray describes it. Driver jobs, which nobody submitted, have no submission id. */
export const rayJobSchema = z.object({
  submission_id: text,
  type: text,
  status: z.string(),
  message: text,
  error_type: text,
  /** Milliseconds since the epoch; of the submission, not of the start. */
  start_time: z.number().nullish(),
  end_time: z.number().nullish(),
  driver_exit_code: z.number().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  /** Of Ray's agent on the node where the job's command runs: a command that is no driver of Ray has no other address. */
  driver_agent_http_address: text,
  driver_info: z.object({ node_ip_address: text }).nullish(),
})
export type RayJob = z.infer<typeof rayJobSchema>

export interface JobRequest {
  readonly submissionId: string
  readonly entrypoint: string
  /** `gcs://_ray_pkg_….zip`; null: it needs none. */
  readonly workingDirectory: string | null
  readonly variables: Readonly<Record<string, string>>
  readonly metadata: Readonly<Record<string, string>>
  readonly cpus: number
  readonly gpus: number
}

/** The body of a submission, as Ray's interface wants it. */
export const submissionBody = (job: JobRequest) => ({
  submission_id: job.submissionId,
  entrypoint: job.entrypoint,
  runtime_env: {
    ...(job.workingDirectory === null ? {} : { working_dir: job.workingDirectory }),
    env_vars: job.variables,
  },
  metadata: job.metadata,
  entrypoint_num_cpus: job.cpus,
  ...(job.gpus > 0 ? { entrypoint_num_gpus: job.gpus } : {}),
})

/** The address of the node where the job's command runs, as a part of a URL; null: not known (yet). */
export function nodeOf({ driver_info: driver, driver_agent_http_address: agent }: RayJob): string | null {
  if (driver?.node_ip_address) return hostPart(driver.node_ip_address)
  return agent && URL.canParse(agent) ? new URL(agent).hostname : null
}

const hostPart = (ip: string): string => (ip.includes(':') ? `[${ip}]` : ip)
