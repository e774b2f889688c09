import { type EpisodesLink, episodesHref } from '@/components/episodes/episodes-href'
import type { DescribedMetric } from '@/server/core/metrics/describe-metric'
import { splits } from '@/server/core/tasks/splits'

/** Which episodes the points of a line were measured on. */
export interface LineSource {
  readonly partition: 'train' | 'validation' | 'test'
  readonly split?: string
  readonly suite?: string
  /** Index of the turn. */
  readonly turn?: number
  /** Of validation: whether it was played with hints. */
  readonly hinted?: boolean
}

export interface StageStart {
  readonly position: number
  readonly startStep: number | null
}

/** Where the points of a metric come from. */
export function sourceOf({ validation, part, chart }: DescribedMetric, name: string): LineSource {
  const split = splits.find((one) => one === part)
  return {
    partition: validation ? 'validation' : 'train',
    ...(split ? { split } : {}),
    ...(chart === 'turns' && part !== null ? { turn: Number(part) } : {}),
    ...(validation ? { hinted: name.startsWith('validation_augmented/') } : {}),
  }
}

interface Behind {
  readonly run: number
  readonly source: LineSource
  readonly fromStep: number
  readonly toStep: number
  readonly stages: readonly StageStart[]
}

/** The list of exactly the episodes that a point stands for. */
export function episodesBehind({ run, source, fromStep, toStep, stages }: Behind): string {
  const { hinted, partition, ...where } = source
  // Where a stage ends the next one begins, and both validate: the later one's is what is drawn.
  const stage = partition === 'validation' && fromStep === toStep ? stageAt(stages, toStep) : null
  const link: EpisodesLink = {
    ...{ run, fromStep, toStep, partition, ...where },
    ...(stage === null ? {} : { stage }),
    ...(hinted === undefined ? {} : { filter: `feedback = ${hinted ? 'augmented' : 'standard'}` }),
  }
  return episodesHref(link)
}

function stageAt(stages: readonly StageStart[], step: number): number | null {
  const begun = stages.filter(({ startStep }) => startStep !== null && startStep <= step)
  return begun.length > 0 ? Math.max(...begun.map(({ position }) => position)) : null
}
