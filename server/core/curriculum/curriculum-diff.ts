import { configDifferences } from '@/server/core/compare/config-differences'
import type { CurriculumDraft } from './read-curriculum'

export interface StageDiff {
  readonly name: string
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  /** Places in the two curricula, from 0; null: it is not in this one. */
  readonly before: number | null
  readonly after: number | null
  readonly changes: readonly FieldChange[]
}

export interface FieldChange {
  readonly path: string
  /** As text; null: not set. */
  readonly before: string | null
  readonly after: string | null
}

export interface CurriculumDiff {
  /** What differs outside the stages. */
  readonly changes: readonly FieldChange[]
  /** Stages of the later curriculum in its order, then those that it lost. */
  readonly stages: readonly StageDiff[]
}

/** What differs between two curricula, stage by stage; stages are the same ones when they have the same name. */
export function curriculumDiff(before: CurriculumDraft, after: CurriculumDraft): CurriculumDiff {
  const place = (curriculum: CurriculumDraft, name: string) => {
    const index = curriculum.stages.findIndex((stage) => stage.name === name)
    return index < 0 ? null : index
  }
  const names = [...new Set([...after.stages, ...before.stages].map(({ name }) => name))]
  const stages = names.map((name): StageDiff => {
    const places = { before: place(before, name), after: place(after, name) }
    const [was, is] = [before.stages[places.before ?? -1], after.stages[places.after ?? -1]]
    if (!was || !is) return { name, kind: was ? 'removed' : 'added', ...places, changes: [] }
    const changes = fieldChanges(was, is)
    return { name, kind: changes.length > 0 ? 'changed' : 'same', ...places, changes }
  })
  const head = ({ name, title }: CurriculumDraft) => ({ name, title })
  return { changes: fieldChanges(head(before), head(after)), stages }
}

const fieldChanges = (before: unknown, after: unknown): FieldChange[] =>
  configDifferences([before, after]).map(({ path, values: [was = null, is = null] }) => {
    return { path, before: was, after: is }
  })
