'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { type AblationAxis, ablationArms, ablationAxes } from '@/server/core/groups/ablation'
import type { LaunchRequest } from '@/server/core/runs/launch-input'

const axisWords: Readonly<Record<AblationAxis, string>> = {
  curriculum: 'Curriculum: the last stage alone',
  augmentation: 'Hints: standard feedback everywhere',
  reward: 'Graded reward: all turns right or nothing',
}

/** The launch above several times, each time without one part of the method (or every combination), as one group. */
export function AblationPanel({ request }: { request: LaunchRequest | null }) {
  const trpc = useTRPC()
  const router = useRouter()
  const [key] = useState(() => crypto.randomUUID())
  const [design, setDesign] = useState<'one-at-a-time' | 'full'>('one-at-a-time')
  const [axes, setAxes] = useState<readonly AblationAxis[]>(ablationAxes)
  const launch = useMutation(
    trpc.groups.launchAblation.mutationOptions({
      onSuccess: ({ runs }) => {
        toast.success(`${runs.length} runs are queued`)
        router.push(`/groups?launch=${key}`)
      },
    }),
  )
  const credit = request?.settings?.credit ?? 'tree'
  const tree = (request?.backend ?? 'local') === 'local' && credit === 'tree'
  const arms = axes.length > 0 ? ablationArms({ design, axes: [...axes] }, tree) : []
  const count = arms.length * (request?.seeds.length ?? 0)
  const toggle = (axis: AblationAxis) =>
    setAxes(axes.includes(axis) ? axes.filter((other) => other !== axis) : [...axes, axis])
  return (
    <Panel
      title="Ablation"
      note="The same launch with parts of the method taken away; every arm trains for the same number of steps"
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <fieldset className="grid content-start gap-1">
          <legend className="mb-1 text-xs font-medium text-ink-soft">Take away</legend>
          {ablationAxes.map((axis) => (
            <label key={axis} className="flex items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={axes.includes(axis)}
                onChange={() => toggle(axis)}
              />
              {axisWords[axis]}
            </label>
          ))}
        </fieldset>
        <SelectField
          label="Arms"
          value={design}
          onChange={(event) => setDesign(event.target.value === 'full' ? 'full' : 'one-at-a-time')}
          help={arms.map(({ name }) => name).join('; ') || 'Choose what to take away.'}
        >
          <option value="one-at-a-time">The whole method, and each part taken away alone</option>
          <option value="full">Every combination</option>
        </SelectField>
      </div>
      {launch.error && (
        <p role="alert" className="mt-2 text-xs text-bad">
          {launch.error.message}
        </p>
      )}
      <Button
        className="mt-3"
        disabled={count === 0 || launch.isPending}
        onClick={() =>
          request && launch.mutate({ request: { ...request, key }, ablation: { design, axes: [...axes] } })
        }
      >
        {launch.isPending ? 'Queueing…' : count === 0 ? 'Queue the ablation' : `Queue the ablation: ${count} runs`}
      </Button>
    </Panel>
  )
}
