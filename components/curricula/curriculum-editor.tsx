'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { InputField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { countOf } from '@/server/core/count-of'
import type { Curriculum } from '@/server/core/curriculum/curriculum'
import type { CurriculumDraft } from '@/server/core/curriculum/read-curriculum'
import { curriculumHref } from './curriculum-href'
import { checkDraft, type Draft, type DraftErrors, draftOf, moved, type StageDraft, withCopy } from './draft'
import { ImportButton } from './import-button'
import { LeaveGuard } from './leave-guard'
import type { TaskCounts } from './matching-tasks'
import { StageEditor } from './stage-editor'

interface CurriculumEditorProps {
  /** What the form begins with. */
  readonly start: Draft
  /** The version that it is a copy of. */
  readonly origin: Pick<Curriculum, 'name' | 'version' | 'title'>
  readonly counts: TaskCounts
}

/** A form that ends in a new, immutable version of a curriculum. */
export function CurriculumEditor({ start, origin, counts: first }: CurriculumEditorProps) {
  const trpc = useTRPC()
  const router = useRouter()
  const [draft, setDraft] = useState(start)
  const { data: counts } = useQuery(
    trpc.curricula.taskCounts.queryOptions(undefined, { initialData: first, refetchInterval: 15_000 }),
  )
  const checked = useMemo(() => checkDraft(draft), [draft])
  const save = useMutation(trpc.curricula.save.mutationOptions())
  const errors: DraftErrors = checked.ok ? (save.error?.data?.fields ?? {}) : checked.errors
  const setStages = (stages: readonly StageDraft[]) => change({ stages })
  const change = (part: Partial<Draft>) => {
    save.reset()
    setDraft((before) => ({ ...before, ...part }))
  }
  const submit = async (curriculum: CurriculumDraft) => {
    const { name, version, created } = await save.mutateAsync(curriculum)
    toast.success(
      created ? `Saved as version ${version} of ${name}` : `These stages are version ${version} of ${name} already`,
    )
    router.push(curriculumHref(name, version))
    router.refresh()
  }
  const problems = Object.keys(errors).length
  const isUnsaved = !save.isSuccess && JSON.stringify(draft) !== JSON.stringify(start)
  return (
    <form
      noValidate
      className="grid min-w-0 gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (checked.ok) void submit(checked.curriculum).catch(() => undefined)
      }}
    >
      <LeaveGuard isUnsaved={isUnsaved} />
      <Panel
        title={`A copy of ${origin.title}`}
        note={`${origin.name} version ${origin.version}, which stays as it is`}
        actions={<ImportButton onImport={(curriculum) => change(draftOf(curriculum))} />}
      >
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <InputField
            label="Title"
            value={draft.title}
            error={errors.title}
            onChange={(event) => change({ title: event.target.value })}
          />
          <InputField
            label="Name"
            help="A name that exists gets a new version; small letters, digits and hyphens"
            value={draft.name}
            error={errors.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </div>
      </Panel>
      <ol aria-label="Stages" className="grid min-w-0 gap-3">
        {draft.stages.map((stage, index) => (
          <StageEditor
            key={stage.key}
            stage={stage}
            position={index}
            count={draft.stages.length}
            counts={counts}
            errorAt={(field) => errors[`stages.${index}.${field}`]}
            onChange={(changed) => setStages(draft.stages.with(index, changed))}
            onMove={(by) => setStages(moved(draft.stages, index, by))}
            onCopy={() => setStages(withCopy(draft.stages, index))}
            onRemove={() => setStages(draft.stages.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-3 border-t border-line bg-ground py-2">
        <Button type="submit" look="primary" disabled={!checked.ok || save.isPending}>
          Save as a new version
        </Button>
        <Button onClick={() => setStages(withCopy(draft.stages, draft.stages.length - 1))}>Add a stage</Button>
        <p role="status" className="text-ink-soft">
          {problems > 0
            ? `${countOf(problems, 'field needs', 'fields need')} another value before this can be saved.`
            : save.error
              ? save.error.message
              : ''}
        </p>
      </div>
    </form>
  )
}
