'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { Fragment } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { quantity } from '@/components/ui/format'
import { DraftAProposal } from './draft-a-proposal'
import { FailureExamples } from './failure-examples'
import { newForkTestHref } from './fork-tests/fork-tests-href'
import type { HintsScope } from './hints-scope'
import { ShareCell } from './share-cell'

export type Missing = ApiOutput['hints']['missing']['clusters'][number]

interface MissingHintsTableProps {
  readonly clusters: readonly Missing[]
  readonly scope: HintsScope
  /** Key of the cluster whose examples are shown. */
  readonly open: string | null
  readonly onOpen: (key: string | null) => void
  readonly onWrite: (cluster: Missing) => void
  readonly isWriting: boolean
}

export const keyOf = ({ domain, tool, code }: Pick<Missing, 'domain' | 'tool' | 'code'>) => `${domain}/${tool}/${code}`

/** Failures that no rule covers, those with the most failed turns first: where the environment still answers vaguely. */
export function MissingHintsTable(props: MissingHintsTableProps) {
  return (
    <TableFrame label="Failures without a hint">
      <Table>
        <thead>
          <tr>
            <Th>Tool</Th>
            <Th>Error code</Th>
            <Th numeric title="Turns in which this failure occurs and whose reward was not 1 in the end">
              Failed turns
            </Th>
            <Th numeric>of turns</Th>
            <Th numeric>Failures</Th>
            <Th numeric>Tasks</Th>
            <Th numeric title="The same tool, or one that the error names in its place, succeeded later in the turn">
              Recovered
            </Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {props.clusters.map((cluster) => (
            <ClusterRows key={keyOf(cluster)} cluster={cluster} {...props} />
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function ClusterRows({
  cluster,
  scope,
  open,
  onOpen,
  onWrite,
  isWriting,
}: MissingHintsTableProps & { cluster: Missing }) {
  const key = keyOf(cluster)
  const isOpen = open === key
  const { domain, tool, code, coveredBy, canHaveRule } = cluster
  return (
    <Fragment>
      <tr>
        <Td className="min-w-44">
          {tool} <span className="text-xs text-ink-faint">{domain}</span>
        </Td>
        <Td>
          <code>{code}</code>
          {coveredBy && (
            <span
              className="ml-2 text-xs whitespace-nowrap text-hint max-sm:ml-0 max-sm:block"
              title={`${coveredBy.rule} of the set's newest version`}
            >
              {coveredBy.always ? 'has a rule by now' : 'has a rule for some'}
            </span>
          )}
        </Td>
        <Td numeric className="font-medium">
          {quantity(cluster.failedTurns)}
        </Td>
        <Td numeric>{quantity(cluster.turns)}</Td>
        <Td numeric>{quantity(cluster.failures)}</Td>
        <Td numeric>{quantity(cluster.tasks)}</Td>
        <Td numeric>
          <ShareCell share={cluster.recovered} />
        </Td>
        <Td>
          <span className="flex justify-end gap-1">
            <Button size="small" look="quiet" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : key)}>
              {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
              Examples
            </Button>
            {canHaveRule ? (
              <Button size="small" disabled={isWriting} onClick={() => onWrite(cluster)}>
                Write a rule
              </Button>
            ) : (
              <span
                title="No domain that can be trained on has this error"
                className="self-center text-xs text-ink-faint"
              >
                no rule can be for it
              </span>
            )}
            {coveredBy && (
              <Button asChild size="small">
                <Link href={newForkTestHref({ run: scope.run, target: { kind: 'error', domain, tool, code } })}>
                  Test causally
                </Link>
              </Button>
            )}
          </span>
        </Td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={8} className="border-b border-line p-0">
            {canHaveRule && <DraftAProposal error={{ domain, tool, code }} scope={scope} />}
            <FailureExamples of={{ domain, tool, code }} scope={scope} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}
