import { type DraftRule, draftRuleSchema } from '@/server/core/hints/draft-rule'
import { pool } from './client'
import { jsonText } from './json-text'

export interface Proposal {
  readonly id: number
  /** documentation, or model <name>. */
  readonly origin: string
  readonly domain: string
  readonly tool: string
  readonly code: string
  readonly rule: DraftRule
  readonly evidence: Readonly<Record<string, unknown>>
  readonly createdAt: Date
}

export interface NewProposal {
  readonly origin: string
  readonly domain: string
  readonly tool: string
  readonly code: string
  readonly rule: DraftRule
  /** What it was made from, for the person who decides. */
  readonly evidence: Readonly<Record<string, unknown>>
}

/**
 * Stores proposals for errors; one that its origin made before is renewed as long as nobody has decided on it. Answers
 * how many wait for a decision because of this.
 */
export async function storeProposals(proposals: readonly NewProposal[]): Promise<number> {
  const column = <T>(of: (proposal: NewProposal) => T): T[] => proposals.map(of)
  const { rowCount } = await pool().query(
    `insert into hint_proposals as p (origin, domain, tool, code, rule, evidence)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[])
     on conflict (origin, domain, tool, code) do update set rule = excluded.rule, evidence = excluded.evidence
      where p.status = 'proposed'`,
    [
      column(({ origin }) => origin),
      column(({ domain }) => domain),
      column(({ tool }) => tool),
      column(({ code }) => code),
      column(({ rule }) => jsonText(rule)),
      column(({ evidence }) => jsonText(evidence)),
    ],
  )
  return rowCount ?? 0
}

const columns = 'id, origin, domain, tool, code, rule, evidence, created_at "createdAt"'
type Row = Omit<Proposal, 'rule'> & { readonly rule: unknown }

const proposalOf = (row: Row): Proposal => ({ ...row, rule: draftRuleSchema.parse(row.rule) })

/** Those that nobody has decided on; what a model drafted, which somebody asked for one by one, first. */
export async function listProposals(): Promise<Proposal[]> {
  const { rows } = await pool().query<Row>(
    `select ${columns} from hint_proposals where status = 'proposed' order by origin = 'documentation', id limit 500`,
  )
  return rows.map(proposalOf)
}

/** Decides on a proposal, once. Null: it does not wait for a decision. */
export async function decideProposal(id: number, status: 'taken' | 'dismissed'): Promise<Proposal | null> {
  const { rows } = await pool().query<Row>(
    `update hint_proposals set status = $2, decided_at = now() where id = $1 and status = 'proposed'
     returning ${columns}`,
    [id, status],
  )
  return rows[0] ? proposalOf(rows[0]) : null
}
