import { CircleStop, Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { JobStatusName } from './job-status'

interface Asked {
  readonly isPending: boolean
  readonly mutate: (job: { readonly id: number }) => void
}

interface JobActionsProps {
  readonly id: number
  readonly status: JobStatusName
  readonly cancel: Asked
  readonly resume: Asked
}

/** Cancels what goes on, resumes what was left. */
export function JobActions({ id, status, cancel, resume }: JobActionsProps) {
  return (
    <>
      {(status === 'queued' || status === 'running') && (
        <Button look="danger" disabled={cancel.isPending} onClick={() => cancel.mutate({ id })}>
          <CircleStop aria-hidden />
          Cancel
        </Button>
      )}
      {(status === 'stopped' || status === 'failed') && (
        <Button look="primary" disabled={resume.isPending} onClick={() => resume.mutate({ id })}>
          <Play aria-hidden />
          Resume
        </Button>
      )}
    </>
  )
}
