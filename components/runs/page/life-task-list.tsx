'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { episodesHref } from '@/components/episodes/episodes-href'
import { Button } from '@/components/ui/button'
import { Table, TableFrame, Td, Th } from '@/components/ui/data-table'
import { percent } from '@/components/ui/format'
import type { StageLife } from '@/server/core/curriculum/task-life'
import { lifeLook } from './life-look'
import type { LifeView } from './life-view'

interface LifeTaskListProps {
  readonly run: number
  readonly partition: LifeView['partition']
  readonly chosen: NonNullable<LifeView['chosen']>
  /** Of the chosen stage. */
  readonly title: string
  readonly lives: ApiOutput['runs']['taskLife']
  readonly stages: readonly number[]
}

const mostAtFirst = 20

/** Tasks with how they fared in every stage; each cell opens the task's episodes of that stage. */
export function LifeTaskList({ run, partition, chosen, title, lives, stages }: LifeTaskListProps) {
  const [all, setAll] = useState(false)
  const shown = all ? lives : lives.slice(0, mostAtFirst)
  return (
    <div className="border-t border-line">
      <p className="px-3 pt-2 text-xs text-ink-soft">
        {lives.length === 1 ? 'One task' : `${lives.length} tasks`} {lifeLook[chosen.state].label} in stage{' '}
        {chosen.stage + 1}, {title}. A cell opens the task’s episodes of that stage.
      </p>
      <TableFrame label="Tasks of the life cycle" className="max-h-96 overflow-y-auto">
        <Table>
          <thead className="sticky top-0 bg-surface">
            <tr>
              <Th>Task</Th>
              <Th>Split</Th>
              {stages.map((stage) => (
                <Th key={stage}>Stage {stage + 1}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((task) => (
              <tr key={task.key} className="hover:bg-raised/60">
                <Td className="max-w-80 min-w-40">
                  <span className="block truncate font-mono text-xs" title={task.opening}>
                    {task.key}
                  </span>
                </Td>
                <Td className="text-xs whitespace-nowrap text-ink-soft">{task.split}</Td>
                {stages.map((stage) => (
                  <Td key={stage} className="whitespace-nowrap">
                    <LifeCell
                      life={task.stages.find((life) => life.stage === stage)}
                      href={episodesHref({ run, partition, stage, task: task.key })}
                    />
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      {!all && lives.length > shown.length && (
        <div className="p-2">
          <Button size="small" onClick={() => setAll(true)}>
            Show all {lives.length}
          </Button>
        </div>
      )}
    </div>
  )
}

function LifeCell({ life, href }: { life: StageLife | undefined; href: string }) {
  if (!life) return <span className="text-xs text-ink-faint">not played</span>
  const { icon: Icon, label, text } = lifeLook[life.state]
  return (
    <Link href={href} className="inline-flex min-h-6 items-center gap-1.5 hover:underline" title={label}>
      <Icon role="img" aria-label={label} className={`size-3.5 shrink-0 ${text}`} />
      <span className="text-xs tabular-nums">
        {percent(life.solved / life.episodes, 0)} of {life.episodes}
      </span>
    </Link>
  )
}
