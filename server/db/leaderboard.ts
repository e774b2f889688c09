import { db, pool } from './client'

/** Final evaluations on test tasks of runs that are not archived, newest first, with what their rows say. */
export const listFinalEvaluations = () =>
  db().evaluation.findMany({
    where: { point: 'final', partition: 'test', run: { archivedAt: null } },
    orderBy: { id: 'desc' },
    take: 2000,
    include: {
      suite: { select: { name: true, title: true, kind: true, hash: true } },
      run: {
        select: {
          id: true,
          name: true,
          seed: true,
          model: true,
          tags: true,
          suite: { select: { name: true } },
          curriculum: { select: { title: true } },
          augmentationSet: { select: { name: true, version: true } },
          evaluationJob: { select: { repeats: true, endpoint: { select: { name: true, settings: true } } } },
        },
      },
    },
  })

export type FinalEvaluationRow = Awaited<ReturnType<typeof listFinalEvaluations>>[number]

export interface RunChoices {
  readonly id: number
  readonly reward: string
  readonly credit: string
  /** Whose checkpoint was evaluated, as it was launched. */
  readonly checkpoint: unknown
  /** Titles of the curriculum's stages. */
  readonly stages: readonly string[]
}

/** What the snapshots of these runs chose, without reading the rest of them into memory. */
export async function listRunChoices(runIds: readonly number[]): Promise<ReadonlyMap<number, RunChoices>> {
  const { rows } = await pool().query<RunChoices>(
    `select id, snapshot->>'reward' as reward, snapshot#>>'{settings,credit}' as credit,
            snapshot->'checkpoint' as checkpoint,
            array(select stage->>'title' from jsonb_array_elements(snapshot#>'{curriculum,stages}')
                    with ordinality as s(stage, place) order by place) as stages
       from runs where id = any($1)`,
    [runIds],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export const listPublishedScores = () => db().publishedScore.findMany({ orderBy: { id: 'asc' } })

export type PublishedScoreRow = Awaited<ReturnType<typeof listPublishedScores>>[number]
