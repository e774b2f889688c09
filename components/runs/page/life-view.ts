import { type LifeState, lifeStates, type StageLife } from '@/server/core/curriculum/task-life'

/** Which tasks of the life cycle are listed, as the URL says it: `?life=2-forgotten&lifeOf=validation`. */
export interface LifeView {
  /** Index from 0, and state; null: nothing is listed. */
  readonly chosen: { readonly stage: number; readonly state: LifeState } | null
  readonly partition: 'train' | 'validation'
}

export function readLifeView(query: { get(name: string): string | null }): LifeView {
  const [, stage, word] = /^(\d{1,4})-(\w+)$/.exec(query.get('life') ?? '') ?? []
  const state = lifeStates.find((one) => one === word)
  return {
    chosen: stage && Number(stage) > 0 && state ? { stage: Number(stage) - 1, state } : null,
    partition: query.get('lifeOf') === 'validation' ? 'validation' : 'train',
  }
}

export const lifeInUrl = (chosen: LifeView['chosen']): string | null => chosen && `${chosen.stage + 1}-${chosen.state}`

interface Life {
  readonly stages: readonly StageLife[]
}

export interface StageCounts {
  readonly stage: number
  readonly tasks: number
  readonly counts: Readonly<Record<LifeState, number>>
}

/** How many tasks fared how in each stage that was played, ascending. */
export function lifeCounts(lives: readonly Life[]): StageCounts[] {
  const all = lives.flatMap(({ stages }) => stages)
  const played = [...new Set(all.map(({ stage }) => stage))].sort((a, b) => a - b)
  return played.map((stage) => {
    const own = all.filter((life) => life.stage === stage)
    const count = (state: LifeState) => own.filter((life) => life.state === state).length
    const counts = {
      ...{ never: count('never'), sometimes: count('sometimes') },
      ...{ always: count('always'), forgotten: count('forgotten') },
    }
    return { stage, tasks: own.length, counts }
  })
}

/** The tasks that fared so in the stage. */
export const chosenLives = <L extends Life>(lives: readonly L[], chosen: LifeView['chosen']): L[] =>
  lives.filter(({ stages }) => stages.some(({ stage, state }) => stage === chosen?.stage && state === chosen.state))
