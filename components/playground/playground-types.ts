import type { ApiOutput } from '@/components/data/api-types'

export type ShownSession = ApiOutput['playground']['show']
export type ShownStep = ShownSession['steps'][number]
export type ShownTurn = ShownSession['turns'][number]
