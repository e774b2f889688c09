import { Client } from 'pg'
import { expect, it } from 'vitest'
import { databaseUrl } from '@/server/config'
import { schemaSql } from '../testing/schema-sql'

/**
 * Every column, key, index and enumeration of a schema, as Postgres itself writes them. Columns that an index carries
 * along are left out: Prisma has no word for them.
 */
const catalogue = `
  SELECT 'column ' || table_name || '.' || column_name AS name,
         concat_ws(' ', data_type, udt_name, is_nullable, numeric_precision, numeric_scale, datetime_precision,
                   regexp_replace(column_default, '(\\w+\\.)?"?\\w+"?\\.', '')) AS what
    FROM information_schema.columns WHERE table_schema = $1 AND table_name <> '_prisma_migrations'
  UNION ALL
  SELECT 'constraint ' || conname, regexp_replace(replace(pg_get_constraintdef(oid), $1 || '.', ''), ' INCLUDE \\(.*?\\)', '')
    FROM pg_constraint WHERE connamespace = to_regnamespace($1) AND conrelid::regclass::text NOT LIKE '%_prisma_migrations'
  UNION ALL
  SELECT 'index ' || indexname, regexp_replace(replace(indexdef, $1 || '.', ''), ' INCLUDE \\(.*?\\)', '')
    FROM pg_indexes WHERE schemaname = $1 AND tablename <> '_prisma_migrations'
  UNION ALL
  SELECT 'enumeration ' || typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder)
    FROM pg_type JOIN pg_enum ON enumtypid = pg_type.oid WHERE typnamespace = to_regnamespace($1) GROUP BY typname
  ORDER BY 1`

it('the migrations make exactly what schema.prisma says', async () => {
  const sql = await schemaSql('prisma/schema.prisma', databaseUrl())
  const client = new Client({ connectionString: databaseUrl() })
  await client.connect()
  await client.query('CREATE SCHEMA declared; SET search_path TO declared')
  await client.query(sql.replace(/CREATE SCHEMA IF NOT EXISTS "public";/, ''))
  const [migrated, declared] = [await client.query(catalogue, ['public']), await client.query(catalogue, ['declared'])]
  await client.end()
  expect(declared.rows.length).toBeGreaterThan(100)
  expect(migrated.rows).toEqual(declared.rows)
})
