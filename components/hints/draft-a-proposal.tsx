'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '@/components/data/trpc'
import { DraftWithEndpoint } from './draft-with-endpoint'
import type { HintsScope } from './hints-scope'

interface DraftAProposalProps {
  readonly error: { readonly domain: string; readonly tool: string; readonly code: string }
  readonly scope: HintsScope
}

/** Has a chat model draft a rule for an error; it waits among the proposals then. */
export function DraftAProposal({ error, scope }: DraftAProposalProps) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queryClient = useQueryClient()
  const [origin, setOrigin] = useState<string | null>(null)
  return (
    <div className="border-b border-line px-3 py-2">
      <DraftWithEndpoint
        about={`${error.tool} ${error.code}`}
        ask={async (endpoint, signal) => {
          const drafted = await client.hints.draftProposal.mutate({ ...error, ...scope, endpoint }, { signal })
          setOrigin(drafted.origin)
          await queryClient.invalidateQueries(trpc.hints.proposals.pathFilter())
        }}
      />
      {origin !== null && (
        <p role="status" className="mt-1 text-xs break-words text-ink-soft">
          The draft from {origin} waits for you under{' '}
          <a href="#proposed-rules" className="underline">
            Proposed rules
          </a>
          .
        </p>
      )}
    </div>
  )
}
