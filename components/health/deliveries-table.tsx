import Link from 'next/link'
import type { ApiOutput } from '@/components/data/api-types'
import { Age } from '@/components/ui/age'
import { Badge } from '@/components/ui/badge'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { findHealthRule } from '@/server/core/health/health-rules'

type Delivery = ApiOutput['health']['page']['deliveries'][number]

const tones = { delivered: 'good', failed: 'bad', waiting: 'neutral' } as const
const toneOf = (status: string) => (status === 'delivered' || status === 'failed' ? tones[status] : tones.waiting)

/** How the webhooks' calls went. */
export function DeliveriesTable({ deliveries }: { deliveries: readonly Delivery[] }) {
  return (
    <TableFrame label="Webhook calls">
      <Table>
        <thead>
          <tr>
            <Th>When</Th>
            <Th>Rule</Th>
            <Th>Event</Th>
            <Th>Run</Th>
            <Th>Host</Th>
            <Th>Status</Th>
            <Th numeric>Tries</Th>
            <Th>Last answer</Th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id}>
              <Td className="text-ink-soft">
                <Age at={delivery.createdAt} />
              </Td>
              <Td className="whitespace-nowrap">{findHealthRule(delivery.rule)?.name ?? delivery.rule}</Td>
              <Td>{delivery.event}</Td>
              <Td>
                {delivery.run ? (
                  <Link href={`/runs/${delivery.run.id}`} className="hover:underline">
                    {delivery.run.name} #{delivery.run.id}
                  </Link>
                ) : (
                  '–'
                )}
              </Td>
              <Td className="font-mono text-xs">{delivery.host}</Td>
              <Td>
                <Badge tone={toneOf(delivery.status)}>{delivery.status}</Badge>
              </Td>
              <Td numeric>{delivery.tries}</Td>
              <Td className="min-w-48 text-ink-soft">{delivery.answer ?? '–'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}
