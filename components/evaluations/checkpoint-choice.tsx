'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'

/** The way to an evaluation of what was trained here; nothing while no run keeps a checkpoint. */
export function CheckpointChoice({ runs }: { runs: ApiOutput['evaluations']['options']['runs'] }) {
  const [run, setRun] = useState(runs[0]?.id)
  if (run === undefined) return null
  return (
    <Panel
      title="Or a checkpoint of a run"
      note="Needs no endpoint: this machine plays, or the run’s cluster serves it"
      className="mt-4 lg:mr-[23rem]"
    >
      <div className="flex flex-wrap items-end gap-3">
        <SelectField label="Run" value={run} onChange={(event) => setRun(Number(event.target.value))}>
          {runs.map(({ id, name }) => (
            <option key={id} value={id}>
              {name} #{id}
            </option>
          ))}
        </SelectField>
        <Button asChild>
          <Link href={`/evaluations/checkpoint?run=${run}`}>Choose its checkpoint</Link>
        </Button>
      </div>
    </Panel>
  )
}
