import type { ApiOutput } from '@/components/data/api-types'

type Evaluation = ApiOutput['evaluations']['list']['evaluations'][number]

/** Whether a model behind a server plays, which takes tokens and time: an endpoint's, or a checkpoint that is served. */
export const asksAServer = ({ endpoint, checkpoint }: Pick<Evaluation, 'endpoint' | 'checkpoint'>): boolean =>
  endpoint !== null || (checkpoint?.served ?? null) !== null
