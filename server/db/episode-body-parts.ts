import type { StepRecord, TurnRecord } from '@/server/core/episodes/record'
import { type CompactOutline, compactOutline } from '@/server/core/trajectory/compact-outline'
import { openBlock } from '@/server/recording/body-block'
import { ChunkedBody, type ReadSlice } from '@/server/recording/chunked-body'
import { pool } from './client'

/** A body that is read part by part. */
export interface EpisodeParts {
  readonly turns: () => Promise<readonly TurnRecord[]>
  readonly outline: () => Promise<CompactOutline>
  readonly steps: (from: number, count: number) => Promise<readonly StepRecord[]>
}

/** Read with the first question: the header of a block is seldom longer. */
const prefixBytes = 64 * 1024

/** Opens a body without reading it, where it is kept in parts; else all of it is read. */
export const openEpisodeParts = async (bodyId: bigint, line: number): Promise<EpisodeParts> =>
  (await openBodies(bodyId))(line)

/** Opens a block once for all of its bodies. */
export async function openBodies(bodyId: bigint): Promise<(line: number) => Promise<EpisodeParts>> {
  const { rows } = await pool().query<{ encoding: string; prefix: Buffer }>(
    'select encoding, substring(body from 1 for $2) prefix from episode_bodies where id = $1',
    [bodyId, prefixBytes],
  )
  const [row] = rows
  if (!row) throw new Error(`there is no body ${bodyId}`)
  if (row.encoding === 'deflate-chunks') {
    const read = sliceReader(bodyId, row.prefix)
    return (line) => ChunkedBody.open(read, line)
  }
  const body = await pool().query<{ body: Buffer }>('select body from episode_bodies where id = $1', [bodyId])
  const block = openBlock(row.encoding, body.rows[0]?.body ?? Buffer.alloc(0))
  return async (line) => {
    const { turns, steps } = block(line)
    return {
      turns: async () => turns,
      outline: async () => compactOutline(steps),
      steps: async (from, count) => steps.slice(from, from + count),
    }
  }
}

const sliceReader =
  (bodyId: bigint, prefix: Buffer): ReadSlice =>
  async (offset, length) => {
    if (offset + length <= prefix.length) return prefix.subarray(offset, offset + length)
    const { rows } = await pool().query<{ slice: Buffer }>(
      'select substring(body from $2 for $3) slice from episode_bodies where id = $1',
      [bodyId, offset + 1, length],
    )
    return rows[0]?.slice ?? Buffer.alloc(0)
  }
