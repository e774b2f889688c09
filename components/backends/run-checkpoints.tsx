'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pin, PinOff } from 'lucide-react'
import Link from 'next/link'
import { toast } from 'sonner'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { missing } from '@/components/ui/format'

type Checkpoint = ApiOutput['backends']['ofRun']['checkpoints'][number]

interface RunCheckpointsProps {
  readonly run: number
  readonly checkpoints: readonly Checkpoint[]
  readonly nameOf: (stage: number) => string
}

/** A run's checkpoints with their lineage: who wrote them, who began from them, where they lie. */
export function RunCheckpoints({ run, checkpoints, nameOf }: RunCheckpointsProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const pin = useMutation(
    trpc.backends.pin.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.backends.ofRun.queryFilter({ run })),
      onError: (error) => toast.error(error.message),
    }),
  )
  return (
    <TableFrame label="Checkpoints of this run" className="max-h-96 overflow-y-auto">
      <Table>
        <thead>
          <tr>
            <Th numeric>Step</Th>
            <Th>Stage</Th>
            <Th numeric>Attempt</Th>
            <Th>State</Th>
            <Th>Used by</Th>
            <Th numeric>Size</Th>
            <Th>Path on the cluster</Th>
            <Th>
              <span className="sr-only">Pin and evaluate</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {checkpoints.map((checkpoint) => (
            <tr key={checkpoint.id}>
              <Td numeric>{checkpoint.step}</Td>
              <Td className="whitespace-nowrap">{nameOf(checkpoint.stage)}</Td>
              <Td numeric>{checkpoint.epoch}</Td>
              <Td>
                <State checkpoint={checkpoint} />
              </Td>
              <Td className="whitespace-nowrap">
                {checkpoint.usedBy.length === 0 ? missing : `attempt ${checkpoint.usedBy.join(', ')}`}
              </Td>
              <Td numeric className="whitespace-nowrap">
                {size(checkpoint.bytes)}
              </Td>
              <Td className="break-all text-xs text-ink-soft">{checkpoint.location ?? 'in the database'}</Td>
              <Td>
                <span className="flex items-center gap-1">
                  <Button
                    look="quiet"
                    size="small"
                    disabled={pin.isPending || checkpoint.removedAt !== null}
                    aria-pressed={checkpoint.pinned}
                    aria-label={`${checkpoint.pinned ? 'Unpin' : 'Pin'} the checkpoint at step ${checkpoint.step}`}
                    onClick={() => pin.mutate({ run, checkpoint: checkpoint.id, pinned: !checkpoint.pinned })}
                  >
                    {checkpoint.pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
                  </Button>
                  {checkpoint.removedAt === null && !checkpoint.superseded && (
                    <Button asChild look="quiet" size="small">
                      <Link
                        href={`/evaluations/checkpoint?run=${run}&checkpoint=${checkpoint.id}`}
                        aria-label={`Evaluate the checkpoint at step ${checkpoint.step}`}
                      >
                        Evaluate
                      </Link>
                    </Button>
                  )}
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function State({ checkpoint }: { checkpoint: Checkpoint }) {
  return (
    <span className="flex flex-wrap gap-1">
      {checkpoint.removedAt ? <Badge>let go of</Badge> : <Badge tone="good">kept</Badge>}
      {checkpoint.pinned && <Badge tone="accent">pinned</Badge>}
      {checkpoint.superseded && <Badge tone="warn">superseded</Badge>}
    </span>
  )
}

function size(bytes: number | null): string {
  if (bytes === null) return missing
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
