import { type AugmentationSet, augmentationSetSchema, type HintRule } from '@/server/core/hints/rule'
import { contentHash } from '@/server/hashes/content-hash'
import { db } from './client'
import { inTransaction } from './transaction'

export interface StoredAugmentationSet {
  readonly id: number
  readonly set: AugmentationSet
}

/**
 * Stores the rules as a new version of the name, unless exactly these are stored under it; the version is ours.
 * `note` says what changed.
 */
export async function storeAugmentationSet(
  set: Omit<AugmentationSet, 'version'>,
  note = '',
): Promise<StoredAugmentationSet> {
  const hash = hashOf(set)
  const id = await inTransaction(async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(hashtext('augmentation set'), hashtext($1))`, [set.name])
    const known = await sql.query<{ id: number }>('select id from augmentation_sets where hash = $1', [hash])
    if (known.rows[0]) return known.rows[0].id
    const inserted = await sql.query<{ id: number }>(
      `insert into augmentation_sets (name, version, title, hash, note)
       values ($1, (select coalesce(max(version), 0) + 1 from augmentation_sets where name = $1), $2, $3, $4)
       returning id`,
      [set.name, set.title, hash, note],
    )
    const newId = inserted.rows[0]?.id ?? 0
    for (const [position, rule] of set.rules.entries())
      await sql.query(insertRuleSql, ruleValues(newId, position, rule))
    return newId
  })
  return loadAugmentationSet(id)
}

const insertRuleSql = `
  insert into hint_rules (set_id, position, rule, domain, tools, code, "all", template)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`

const ruleValues = (setId: number, position: number, { id, when, template }: HintRule): unknown[] => [
  ...[setId, position, id, when.domain ?? null, when.tools ?? [], when.code, JSON.stringify(when.all), template],
]

/** Newest version of a name, or the one asked for. Null: there is none. */
export async function findAugmentationSet(name: string, version?: number): Promise<StoredAugmentationSet | null> {
  const found = await db().augmentationSet.findFirst({
    where: { name, ...(version === undefined ? {} : { version }) },
    orderBy: { version: 'desc' },
    select: { id: true },
  })
  return found && loadAugmentationSet(found.id)
}

/** The version of a name that has exactly these rules. Null: none has. */
export async function findSetWithRules(set: Pick<AugmentationSet, 'name' | 'rules'>) {
  const found = await db().augmentationSet.findFirst({ where: { hash: hashOf(set) }, select: { id: true } })
  return found && loadAugmentationSet(found.id)
}

const hashOf = ({ name, rules }: Pick<AugmentationSet, 'name' | 'rules'>): string => contentHash({ name, rules })

async function loadAugmentationSet(id: number): Promise<StoredAugmentationSet> {
  const row = await db().augmentationSet.findUniqueOrThrow({
    where: { id },
    include: { rules: { orderBy: { position: 'asc' } } },
  })
  const rules = row.rules.map(({ rule, domain, tools, code, all, template }) => ({
    id: rule,
    when: { ...(domain === null ? {} : { domain }), ...(tools.length === 0 ? {} : { tools }), code, all },
    template,
  }))
  const set = augmentationSetSchema.parse({ name: row.name, version: row.version, title: row.title, rules })
  return { id, set }
}

/** Newest version of every set, by name. */
export const listAugmentationSets = () =>
  db().augmentationSet.findMany({
    distinct: ['name'],
    orderBy: [{ name: 'asc' }, { version: 'desc' }],
    include: { _count: { select: { rules: true } } },
  })
