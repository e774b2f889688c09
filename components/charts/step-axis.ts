import { duration, quantity } from '@/components/ui/format'
import { clockTicks, niceTicks } from './nice-ticks'

export const stepAxisKinds = ['step', 'episodes', 'time'] as const
export type StepAxisKind = (typeof stepAxisKinds)[number]

/** Where training steps of a run lie: seconds since its start, or training episodes so far. Both lists ascend. */
export interface StepMarks {
  readonly steps: readonly number[]
  readonly places: readonly number[]
}

/** What runs from left to right: a training step has a place on it, and a place stands for a step. */
export interface StepAxis {
  readonly kind: StepAxisKind
  readonly at: (step: number) => number
  readonly stepAt: (x: number) => number
}

/** How an axis is labelled, the same for every run on it. */
export interface AxisWords {
  readonly label: string
  /** A place in a sentence. */
  readonly format: (x: number) => string
  /** A place beside a tick. */
  readonly tick: (x: number) => string
  readonly ticks: (low: number, high: number, most: number) => readonly number[]
}

const whole = { tick: quantity, ticks: wholeTicks }

export const axisWords: Readonly<Record<StepAxisKind, AxisWords>> = {
  step: { label: 'training step', ...whole, format: (x) => `step ${quantity(Math.round(x))}` },
  episodes: { label: 'training episodes', ...whole, format: (x) => `${quantity(Math.round(x))} episodes` },
  time: { label: 'time since the start', format: duration, tick: duration, ticks: clockTicks },
}

function wholeTicks(low: number, high: number, most: number): number[] {
  return niceTicks(low, high, most).filter(Number.isInteger)
}

export const trainingSteps: StepAxis = { kind: 'step', at: (step) => step, stepAt: (x) => x }

/** The axis of one run. Between marks it is interpolated; before the first and after the last it goes on as there. */
export function stepAxis(kind: StepAxisKind, { steps, places }: StepMarks): StepAxis {
  if (kind === 'step' || steps.length === 0) return trainingSteps
  return { kind, at: (step) => between(steps, places, step), stepAt: (x) => between(places, steps, x) }
}

/** Linear interpolation of ascending pairs; with a single pair everything lies at it. */
function between(from: readonly number[], to: readonly number[], value: number): number {
  let low = 0
  let high = from.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) <= value) low = middle
    else high = middle
  }
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [from[low], from[high], to[low], to[high]]
  return x1 === x0 ? y0 : y0 + ((value - x0) / (x1 - x0)) * (y1 - y0)
}
