import type { Trajectory } from './trajectory-types'

interface Judged {
  readonly origin: Trajectory['origin']
  readonly syntax: number
  readonly turns: readonly Pick<Trajectory['turns'][number], 'reward' | 'stateOk' | 'execOk'>[]
}

/** Whether anybody judged the turns: of an import whose source says nothing of them, the record has only noes. */
export const isJudged = ({ origin, syntax, turns }: Judged): boolean =>
  origin !== 'import' || syntax !== 0 || turns.some(({ reward, stateOk, execOk }) => reward !== 0 || stateOk || execOk)
