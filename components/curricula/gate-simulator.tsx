'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useRunChanges } from '@/components/data/live'
import { renderedFirst } from '@/components/data/rendered-first'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { titleAmong } from '@/components/ui/title-among'
import type { Curriculum } from '@/server/core/curriculum/curriculum'
import { gateAsText } from './gate-text'
import { editOf, editsInUrl, type GateEdits, readEdits } from './simulator-edits'
import { StageSimulation } from './stage-simulation'

interface GateSimulatorProps {
  readonly series: ApiOutput['curricula']['gateSeries']
  /** Curricula whose gates can be filled in. */
  readonly curricula: readonly Curriculum[]
  readonly renderedAt: Date
}

/** A run's recorded series under gates that are typed: where each stage would have ended, and why not earlier. */
export function GateSimulator({ series: first, curricula, renderedAt }: GateSimulatorProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const run = first.run.id
  const { data: series } = useQuery(trpc.curricula.gateSeries.queryOptions({ run }, renderedFirst(first, renderedAt)))
  useRunChanges(run, () => void queryClient.invalidateQueries(trpc.curricula.gateSeries.queryFilter({ run })), 2000)
  const [query, changeQuery] = useSearchState()
  const [edits, setEdits] = useState<GateEdits>(() => readEdits(query.get('gates')))
  // Browsers allow few address changes a second.
  useEffect(() => {
    const timer = setTimeout(() => changeQuery({ gates: editsInUrl(edits) }), 300)
    return () => clearTimeout(timer)
  }, [edits, changeQuery])
  const fill = (curriculum: Curriculum | undefined) => {
    if (!curriculum) return
    const filled = series.stages.map(({ name, position, gate }) => {
      const stage = curriculum.stages.find((other) => other.name === name) ?? curriculum.stages[position]
      return [name, stage ? editOf(gate, gateAsText(stage.gate)) : {}]
    })
    setEdits(Object.fromEntries(filled))
  }
  return (
    <div className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label="Fill in the gates of"
          className="w-72"
          value=""
          onChange={(event) => fill(curricula[Number(event.target.value)])}
        >
          <option value="" disabled>
            choose a curriculum
          </option>
          {curricula.map((choice, index) => (
            <option key={`${choice.name}/${choice.version}`} value={index}>
              {titleAmong(choice, curricula)} (version {choice.version})
            </option>
          ))}
        </SelectField>
        <Button disabled={editsInUrl(edits) === null} onClick={() => setEdits({})}>
          All as they were
        </Button>
      </div>
      {series.stages.map((stage) => (
        <StageSimulation
          key={stage.name}
          stage={stage}
          seed={series.run.seed}
          edit={edits[stage.name] ?? {}}
          onEdit={(edit) => setEdits((before) => ({ ...before, [stage.name]: edit }))}
        />
      ))}
      <p className="max-w-[90ch] text-xs text-ink-faint">
        Each stage is judged on what was recorded in it. Had an earlier stage ended elsewhere, the later ones would have
        begun from another policy: their series would be others.
      </p>
    </div>
  )
}
