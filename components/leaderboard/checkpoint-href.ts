import { episodesHref } from '@/components/episodes/episodes-view-state'

/** The test episodes that a run's checkpoint at this step played, on all suites. */
export const checkpointHref = (run: number, step: number): string =>
  episodesHref({ run, partition: 'test', fromStep: step, toStep: step, filter: 'valid = yes' })
