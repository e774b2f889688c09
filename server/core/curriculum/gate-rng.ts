import { Rng } from '@/server/core/rng'

/** The generator with which a run's gate is judged at a step of a stage: verdicts can be repeated with it. */
export const gateRng = (seed: number, stage: number, stageStep: number): Rng =>
  Rng.seeded(seed, 'gate', stage, stageStep)
