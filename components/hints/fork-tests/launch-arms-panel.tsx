'use client'

import { useMutation } from '@tanstack/react-query'
import { Rocket } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { InputField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'

/** From a fork test to whole runs: does training with the hints end better? */
export function LaunchArmsPanel({ test: { id, arms } }: { test: ApiOutput['forkTests']['get'] }) {
  const trpc = useTRPC()
  const router = useRouter()
  const [seeds, setSeeds] = useState('3')
  const [key] = useState(() => globalThis.crypto?.randomUUID?.() ?? `arms-${Math.random().toString(36).slice(2)}`)
  const launch = useMutation(
    trpc.forkTests.launchArms.mutationOptions({
      onSuccess: ({ key: launched }) => router.push(`/groups?launch=${encodeURIComponent(launched)}`),
    }),
  )
  const count = /^\d{1,2}$/.test(seeds) ? Number(seeds) : 0
  const isRight = count >= 1 && count <= 20
  return (
    <Panel title="Whole runs" note="A fork test says what a hint does to the turn, not what training with it leads to">
      <div className="flex flex-wrap items-end gap-3">
        <InputField
          label="Seeds for each arm"
          inputMode="numeric"
          value={seeds}
          onChange={(event) => setSeeds(event.target.value)}
          error={isRight ? null : 'A whole number from 1 to 20'}
          className="w-40"
        />
        <Button disabled={!isRight || launch.isPending} onClick={() => launch.mutate({ id, key, seeds: count })}>
          <Rocket aria-hidden />
          {launch.isPending ? 'Launching…' : `Launch ${isRight ? count * arms.length : ''} runs`}
        </Button>
        <p className="min-w-0 flex-1 basis-64 text-xs text-ink-faint">
          The run’s settings with every stage to its maximum and the same seeds in each arm ({arms.join(', ')}); their
          page compares the arms with a paired test.
        </p>
      </div>
      {launch.error && (
        <p role="alert" className="mt-2 text-xs text-bad">
          {launch.error.message}
        </p>
      )}
    </Panel>
  )
}
