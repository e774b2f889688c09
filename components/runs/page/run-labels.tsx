'use client'

import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LabelsDialog } from '../labels-dialog'
import type { RunPageData } from './run-header'

/** Tags and notes of the run, and the dialog that changes them. */
export function RunLabels({ run }: { run: RunPageData }) {
  const [editing, setEditing] = useState(false)
  return (
    <div className="mt-1 grid gap-1">
      <div className="flex flex-wrap items-center gap-1">
        {run.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        <Button look="quiet" size="small" className="first:-ml-2" onClick={() => setEditing(true)}>
          <Pencil aria-hidden />
          {run.tags.length === 0 && run.notes === '' ? 'Add tags and notes' : 'Edit tags and notes'}
        </Button>
      </div>
      {run.notes !== '' && <p className="max-w-[90ch] break-words whitespace-pre-line text-ink-soft">{run.notes}</p>}
      <LabelsDialog run={editing ? run : null} onClose={() => setEditing(false)} />
    </div>
  )
}
