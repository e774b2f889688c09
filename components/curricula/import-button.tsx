'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { type CurriculumDraft, type CurriculumProblem, readCurriculum } from '@/server/core/curriculum/read-curriculum'

const mostProblems = 12

/** Fills the form from a file that was exported here or elsewhere; what is wrong with it is said place by place. */
export function ImportButton({ onImport }: { onImport: (curriculum: CurriculumDraft) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<readonly CurriculumProblem[]>([])
  const read = async (file: File) => {
    const result = readCurriculum(await file.text())
    if (result.ok) onImport(result.curriculum)
    else setProblems(result.problems)
  }
  return (
    <>
      <Button size="small" onClick={() => input.current?.click()}>
        Import JSON
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="Curriculum file"
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) void read(file)
          target.value = ''
        }}
      />
      <Dialog
        open={problems.length > 0}
        onOpenChange={() => setProblems([])}
        title="This file is no curriculum"
        description="The form is as it was. What would have to change:"
      >
        <ul className="grid gap-1">
          {problems.slice(0, mostProblems).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path !== '' && <code className="text-ink-soft">{path}: </code>}
              {message}
            </li>
          ))}
          {problems.length > mostProblems && <li>and {problems.length - mostProblems} more</li>}
        </ul>
        <div className="mt-4 flex justify-end">
          <Button onClick={() => setProblems([])}>Close</Button>
        </div>
      </Dialog>
    </>
  )
}
