import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pool } from './client'

// Prisma's own comparison needs an engine that it downloads; this one needs nothing and compares what can drift:
// columns with type and nullability, keys, indexes and foreign keys.

interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly indexes: readonly string[]
  readonly foreignKeys: readonly string[]
}

const schema = readFileSync('prisma/schema.prisma', 'utf8')
const blocks = [...schema.matchAll(/^(model|enum) (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, kind, name = '', body = '']) => {
  const lines = body.split('\n').map((line) => line.replace(/\/\/.*$/, '').trim())
  return { kind, name, lines, table: argument(lines.find((line) => line.startsWith('@@map')) ?? '') ?? name }
})
const enums = new Map(blocks.filter(({ kind }) => kind === 'enum').map(({ name, table }) => [name, table]))
const models = blocks.filter(({ kind }) => kind === 'model')
const tableOf = new Map(models.map(({ name, table }) => [name, table]))

const types: Readonly<Record<string, string>> = {
  ...{ Int: 'int4', BigInt: 'int8', Float: 'float8', String: 'text', Boolean: 'bool', Json: 'jsonb', Bytes: 'bytea' },
  ...{ '@db.SmallInt': 'int2', '@db.Real': 'float4', '@db.Timestamptz': 'timestamptz' },
}

function argument(text: string): string | undefined {
  return /"([^"]*)"/.exec(text)?.[1]
}

function expectedTable({ lines, table }: (typeof models)[number]): Table {
  const fields = lines.flatMap((line) => {
    const [, field = '', type = '', suffix = '', rest = ''] = /^(\w+)\s+(\w+)(\[\]|\?)?\s*(.*)$/.exec(line) ?? []
    return field === ''
      ? []
      : [{ field, type, suffix, rest, column: argument(/@map\([^)]*\)/.exec(rest)?.[0] ?? '') ?? field }]
  })
  const columnOf = new Map(fields.map(({ field, column }) => [field, column]))
  const names = (list: string): string =>
    list
      .split(/,(?![^(]*\))/)
      .map((item) => {
        const [field = '', sort = ''] = item.trim().split('(')
        return `${columnOf.get(field) ?? field}${sort.includes('Desc') ? ' DESC' : ''}`
      })
      .join(', ')
  const columns = fields.flatMap(({ type, suffix, rest, column }) => {
    const native = Object.keys(types).find((key) => key.startsWith('@') && rest.includes(key))
    // a type of the database's own stands in parentheses
    const own = type === 'Unsupported' ? argument(rest) : undefined
    const base = own ?? types[native ?? ''] ?? types[type] ?? enums.get(type)
    if (base === undefined) return tableOf.has(type) ? [] : [`${column} ?`]
    return [suffix === '[]' ? `${column} _${base} null` : `${column} ${base} ${suffix === '?' ? 'null' : 'not null'}`]
  })
  const single = fields.flatMap(({ rest, column }) =>
    /@id\b/.test(rest) ? [`unique (${column})`] : /@unique\b/.test(rest) ? [`unique (${column})`] : [],
  )
  const several = lines.flatMap((line) => {
    const [, kind, list = ''] = /^@@(id|unique|index)\(\[(.*)\](?:,.*)?\)$/.exec(line) ?? []
    return kind ? [`${kind === 'index' ? '' : 'unique '}(${names(list)})`] : []
  })
  const foreignKeys = fields.flatMap(({ type, rest, suffix }) => {
    const from = /fields: \[([^\]]*)\]/.exec(rest)?.[1]
    if (from === undefined) return []
    const action = /onDelete: (\w+)/.exec(rest)?.[1] ?? (suffix === '?' ? 'SetNull' : 'Restrict')
    return [`(${names(from)}) -> ${tableOf.get(type)} ${action}`]
  })
  return {
    name: table,
    columns: columns.sort(),
    indexes: [...single, ...several].sort(),
    foreignKeys: foreignKeys.sort(),
  }
}

async function actualTable(name: string): Promise<Table> {
  const list = async (sql: string): Promise<string[]> =>
    (await pool().query<{ text: string }>(sql, [name])).rows.map(({ text }) => text).sort()
  return {
    name,
    columns: await list(
      `select column_name || ' ' || udt_name || case is_nullable when 'YES' then ' null' else ' not null' end as text
       from information_schema.columns where table_schema = 'public' and table_name = $1`,
    ),
    indexes: await list(
      `select case when i.indisunique then 'unique ' else '' end || '(' || (
         select string_agg(replace(pg_get_indexdef(i.indexrelid, k, true), '"', '')
             || case when i.indoption[k - 1] & 1 = 1 then ' DESC' else '' end, ', ' order by k)
         from generate_series(1, i.indnkeyatts) k) || ')' as text
       from pg_index i where i.indrelid = $1::regclass`,
    ),
    foreignKeys: await list(
      `select '(' || (select string_agg(a.attname, ', ') from pg_attribute a
           where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) || ') -> ' || c.confrelid::regclass || ' '
         || case c.confdeltype when 'c' then 'Cascade' when 'n' then 'SetNull' else 'Restrict' end as text
       from pg_constraint c where c.contype = 'f' and c.conrelid = $1::regclass`,
    ),
  }
}

describe('the migrated database', () => {
  it.each(models.map((model) => [model.table, model] as const))(
    'has %s as schema.prisma says',
    async (table, model) => {
      expect(await actualTable(table)).toEqual(expectedTable(model))
    },
  )

  it('has no table that schema.prisma does not know', async () => {
    const { rows } = await pool().query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    const unknown = rows.filter(({ name }) => name !== '_prisma_migrations' && ![...tableOf.values()].includes(name))
    expect(unknown).toEqual([])
  })
})
