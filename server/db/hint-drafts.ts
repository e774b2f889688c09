import { type DraftRule, draftRulesSchema } from '@/server/core/hints/draft-rule'
import { db, pool } from './client'
import type { HintDraft } from './generated/client'

export interface StoredDraft {
  readonly id: number
  readonly name: string
  readonly title: string
  /** The version that it was made from; null: from nothing, or that is gone. */
  readonly base: { readonly id: number; readonly name: string; readonly version: number } | null
  readonly rules: readonly DraftRule[]
  readonly revision: number
  readonly updatedAt: Date
}

const withBase = { base: { select: { id: true, name: true, version: true } } }

const draftOf = ({
  baseId: _,
  createdAt: __,
  rules,
  ...draft
}: HintDraft & { base: StoredDraft['base'] }): StoredDraft => ({
  ...draft,
  rules: draftRulesSchema.parse(rules),
})

export async function createDraft(draft: {
  readonly name: string
  readonly title: string
  readonly baseId: number | null
  readonly rules: readonly DraftRule[]
}): Promise<StoredDraft> {
  return draftOf(await db().hintDraft.create({ data: { ...draft, rules: [...draft.rules] }, include: withBase }))
}

export async function findDraft(id: number): Promise<StoredDraft | null> {
  const row = await db().hintDraft.findUnique({ where: { id }, include: withBase })
  return row && draftOf(row)
}

/** The draft of a set that was changed last; null: nobody works on it. */
export async function findDraftOfSet(name: string): Promise<StoredDraft | null> {
  const row = await db().hintDraft.findFirst({
    where: { name },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    include: withBase,
  })
  return row && draftOf(row)
}

/** Without their rules, the last changed first. */
export async function listDrafts() {
  const { rows } = await pool().query<Omit<StoredDraft, 'base' | 'rules'> & { readonly rules: number }>(
    `select id, name, title, revision, updated_at "updatedAt", jsonb_array_length(rules) rules
       from hint_drafts order by updated_at desc, id desc limit 100`,
  )
  return rows
}

/** Stores a change that was made in the named revision. Null: somebody else changed the draft meanwhile. */
export async function updateDraft(
  { id, revision }: { readonly id: number; readonly revision: number },
  change: { readonly name?: string; readonly title?: string; readonly rules?: readonly DraftRule[] },
): Promise<number | null> {
  const { rules, ...names } = change
  const { count } = await db().hintDraft.updateMany({
    where: { id, revision },
    data: {
      ...names,
      ...(rules === undefined ? {} : { rules: [...rules] }),
      revision: revision + 1,
      updatedAt: new Date(),
    },
  })
  return count === 1 ? revision + 1 : null
}

/** @param revision only in this one. Answers false when there was none. */
export async function deleteDraft(id: number, revision?: number): Promise<boolean> {
  const { count } = await db().hintDraft.deleteMany({ where: { id, ...(revision === undefined ? {} : { revision }) } })
  return count === 1
}
