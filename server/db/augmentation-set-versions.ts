import type { HintRule } from '@/server/core/hints/rule'
import { db, pool } from './client'

export interface SetVersion {
  readonly id: number
  readonly name: string
  readonly version: number
  readonly title: string
  readonly note: string
  readonly createdAt: Date
  readonly rules: number
  readonly runs: number
}

/** Every version of every set, or of one; by name, newest version first. */
export async function listSetVersions(name: string | null = null): Promise<SetVersion[]> {
  const { rows } = await pool().query<SetVersion>(
    `select s.id, s.name, s.version, s.title, s.note, s.created_at "createdAt",
            (select count(*)::int from hint_rules r where r.set_id = s.id) rules,
            (select count(*)::int from runs r where r.augmentation_set_id = s.id) runs
       from augmentation_sets s
      where $1::text is null or s.name = $1
      order by s.name, s.version desc`,
    [name],
  )
  return rows
}

/** The newest runs that used a version. */
export const listRunsOfSet = (setId: number, limit: number) =>
  db().run.findMany({
    where: { augmentationSetId: setId },
    orderBy: { id: 'desc' },
    take: limit,
    select: { id: true, name: true, status: true, createdAt: true },
  })

/** Of the rules those that no stored set has with the same conditions and text, in their order. */
export async function unsavedRules(rules: readonly HintRule[]): Promise<HintRule[]> {
  const { rows } = await pool().query<{ place: number }>(
    `select (n.place - 1)::int place
       from unnest($1::text[], $2::text[], $3::jsonb[], $4::jsonb[], $5::jsonb[])
            with ordinality as n (domain, code, tools, "all", template, place)
      where not exists (
        select from hint_rules r
         where r.code = n.code and coalesce(r.domain, '') = n.domain and to_jsonb(coalesce(r.tools, '{}')) = n.tools
           and r."all" = n."all" and to_jsonb(r.template) = n.template)`,
    [
      rules.map(({ when }) => when.domain ?? ''),
      rules.map(({ when }) => when.code),
      rules.map(({ when }) => JSON.stringify(when.tools ?? [])),
      rules.map(({ when }) => JSON.stringify(when.all)),
      rules.map(({ template }) => JSON.stringify(template)),
    ],
  )
  const places = new Set(rows.map(({ place }) => place))
  return rules.filter((_, index) => places.has(index))
}
