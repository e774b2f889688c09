import type { RayJob } from './ray-job'

/** How a job stands, in our words; `backend_jobs.status`. */
export type JobStatus = 'pending' | 'running' | 'stopping' | 'stopped' | 'succeeded' | 'failed' | 'lost'

export interface JobState {
  readonly status: JobStatus
  /** Why it stands so, for people; null: nothing to say. */
  readonly reason: string | null
}

const longest = 600

/** What the exit status of a job's program means. @param said its last words */
export type ExitWords = (code: number | null, said: string) => JobState

/** Ray's status in our words. A job that the trainer itself did not end counts as lost: another attempt may go through. */
export function jobState(job: RayJob, stopAsked: boolean, exit: ExitWords = trainerExit): JobState {
  switch (job.status) {
    case 'PENDING':
      return { status: stopAsked ? 'stopping' : 'pending', reason: short(job.message) }
    case 'RUNNING':
      return { status: stopAsked ? 'stopping' : 'running', reason: null }
    case 'SUCCEEDED':
      return { status: 'succeeded', reason: null }
    case 'STOPPED':
      return { status: 'stopped', reason: stopAsked ? null : 'It was stopped on the cluster, not from here.' }
    case 'FAILED':
      return failed(job, exit)
    default:
      return { status: 'running', reason: `The cluster calls its state ${job.status}.` }
  }
}

export const hasEnded = ({ status }: JobState): boolean =>
  status === 'stopped' || status === 'succeeded' || status === 'failed' || status === 'lost'

/** What the trainer's exit status says (trainer/README.md). */
const wrongStage = 2
const unreachable = 3

function failed(job: RayJob, exit: ExitWords): JobState {
  const said = short(job.message) ?? 'no reason given'
  switch (job.error_type) {
    case 'RUNTIME_ENV_SETUP_FAILURE':
      return { status: 'failed', reason: `The cluster could not prepare the job's environment: ${said}` }
    case 'JOB_SUPERVISOR_ACTOR_UNSCHEDULABLE':
      return { status: 'failed', reason: `The cluster has no place for the job: ${said}` }
    case 'JOB_ENTRYPOINT_COMMAND_START_ERROR':
      return { status: 'failed', reason: `The job's program could not be started: ${said}` }
    case 'JOB_SUPERVISOR_ACTOR_START_TIMEOUT':
      return { status: 'lost', reason: `The job did not get what it asked for in time: ${said}` }
    case 'JOB_SUPERVISOR_ACTOR_DIED':
    case 'JOB_SUPERVISOR_ACTOR_START_FAILURE':
    case 'JOB_SUPERVISOR_ACTOR_UNKNOWN_FAILURE':
      return { status: 'lost', reason: `The job's node was lost or the job was preempted: ${said}` }
    default:
      return exit(job.driver_exit_code ?? null, said)
  }
}

function trainerExit(code: number | null, said: string): JobState {
  if (code === wrongStage) return { status: 'failed', reason: `The trainer refuses the stage: ${said}` }
  if (code === unreachable)
    return {
      status: 'lost',
      reason: `The trainer could not reach the environment server or the tracking server: ${said}`,
    }
  if (code === 137 || code === -9)
    return { status: 'lost', reason: `The trainer was killed, for example because memory ran out: ${said}` }
  return { status: 'lost', reason: `The trainer ended with status ${code ?? 'unknown'}: ${said}` }
}

/** The end of what it says: Python's last lines are the ones that tell. */
function short(text: string | null | undefined): string | null {
  const clean = text?.trim()
  if (!clean) return null
  return clean.length <= longest ? clean : `…${clean.slice(-longest)}`
}
