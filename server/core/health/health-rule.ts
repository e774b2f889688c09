import type { HealthInput } from './health-input'

/** A value of an input at a training step; always finite. */
export interface Reading {
  readonly step: number
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly value: number
}

export type Readings = Readonly<Record<HealthInput, readonly Reading[]>>

export type HealthUnit = 'share' | 'nats' | 'value' | 'seconds'

/** A figure that a rule looked at, with the values and steps that it was made of. */
export interface Evidence {
  readonly input: HealthInput | 'heartbeat'
  /** What the figure is: `Flat groups, mean of 5`. */
  readonly label: string
  readonly unit: HealthUnit
  readonly value: number
  readonly points: readonly (readonly [step: number, value: number])[]
}

/** What a rule made of its inputs: one number to hold against the threshold, and where it comes from. */
export interface Measured {
  readonly value: number
  readonly evidence: readonly Evidence[]
}

export interface HealthThreshold {
  /** As the rule comes. */
  readonly usual: number
  readonly least: number
  readonly most: number
  readonly unit: HealthUnit
  /** What is held against it; completes "Warns when … reaches". */
  readonly words: string
}

/** A rule as people see it. */
export interface HealthRule {
  /** As it is written in filters and stored with findings. */
  readonly id: string
  readonly name: string
  /** What it means when it fires. */
  readonly means: string
  /** What a person can do. */
  readonly advice: string
  readonly severity: 'warning' | 'critical'
  readonly threshold: HealthThreshold
}

/**
 * A rule over series: it fires where `measure` reaches the threshold, and calms down where it falls below nine tenths
 * of it. It never looks back beyond its stage, because rewards of two stages are not the same thing.
 */
export interface SeriesRule extends HealthRule {
  readonly inputs: readonly HealthInput[]
  /** So many readings make one figure. */
  readonly window: number
  /** So many newest readings of each input are looked at, at most. */
  readonly lookback: number
  /** Null: too little is known. `readings` ascend and hold at most `lookback` each. */
  readonly measure: (readings: Readings) => Measured | null
}
