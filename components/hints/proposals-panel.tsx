'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { quantity } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import type { HintsScope } from './hints-scope'

/** Proposals shown before a person asks for all of them. */
const firstProposals = 10

type Proposal = ApiOutput['hints']['proposals'][number]

interface ProposalsPanelProps {
  readonly initial: ApiOutput['hints']['proposals']
  readonly set: string
  readonly scope: HintsScope
  readonly canPropose: boolean
}

/** Rules that nobody wrote, with where they come from. A person takes one into a draft, or dismisses it. */
export function ProposalsPanel({ initial, set, scope, canPropose }: ProposalsPanelProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const [search, changeSearch] = useSearchState()
  const { data } = useQuery(trpc.hints.proposals.queryOptions(undefined, { initialData: initial }))
  const onSuccess = () => queryClient.invalidateQueries(trpc.hints.proposals.pathFilter())
  const propose = useMutation(trpc.hints.proposeRules.mutationOptions({ onSuccess }))
  const decide = useMutation(
    trpc.hints.decideOnProposal.mutationOptions({
      onSuccess: async (place) => {
        await onSuccess()
        if (place) router.push(`/hints/drafts/${place.draft}?rule=${place.index + 1}`)
      },
    }),
  )
  const error = propose.error ?? decide.error
  const shown = search.get('proposals') === 'all' ? data : data.slice(0, firstProposals)
  return (
    <Panel
      flush
      title="Proposed rules"
      note="From the tools’ documentation, without a model; or drafted by one, beside an error’s examples. In no set until somebody takes them into a draft and saves it."
      actions={
        <Button disabled={!canPropose || propose.isPending} onClick={() => propose.mutate({ ...scope })}>
          {propose.isPending ? 'Proposing…' : 'Propose from documentation'}
        </Button>
      }
    >
      {error && (
        <p role="alert" className="px-3 py-2 text-bad">
          {error.message}
        </p>
      )}
      {data.length === 0 && (
        <EmptyState title="No proposal waits for a decision" className="py-6">
          {canPropose
            ? 'Have one made for each of the most costly failures above.'
            : 'One can be made once a failing call without a rule is recorded.'}
        </EmptyState>
      )}
      <ul>
        {shown.map((proposal) => (
          <ProposalItem
            key={proposal.id}
            proposal={proposal}
            isBusy={decide.isPending}
            onDecide={(decision) => decide.mutate({ proposal: proposal.id, decision, set })}
          />
        ))}
      </ul>
      {shown.length < data.length && (
        <div className="border-t border-line p-2 text-center">
          <Button onClick={() => changeSearch({ proposals: 'all' })}>Show all {quantity(data.length)} proposals</Button>
        </div>
      )}
    </Panel>
  )
}

interface ProposalItemProps {
  readonly proposal: Proposal
  readonly isBusy: boolean
  readonly onDecide: (decision: 'take' | 'dismiss') => void
}

function ProposalItem({ proposal, isBusy, onDecide }: ProposalItemProps) {
  const { domain, tool, code, rule, origin } = proposal
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line px-3 py-2 last:border-b-0">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{tool}</span>
          <code>{code}</code>
          <span className="text-xs text-ink-faint">{domain}</span>
          <Badge>from {origin}</Badge>
        </p>
        <p className="mt-1 break-words text-ink-soft">{rule.template}</p>
      </div>
      <span className="flex gap-1">
        <Button size="small" disabled={isBusy} onClick={() => onDecide('take')}>
          Take into a draft
        </Button>
        <Button size="small" look="quiet" disabled={isBusy} onClick={() => onDecide('dismiss')}>
          Dismiss
        </Button>
      </span>
    </li>
  )
}
