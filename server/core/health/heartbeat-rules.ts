import type { HealthRule } from './health-rule'

/** Watched by the clock, not by steps. */
export const noHeartbeat: HealthRule = {
  id: 'no-heartbeat',
  name: 'No heartbeat',
  means: 'The worker that carries this run out has not been heard. The run may live on, above all on a cluster.',
  advice: 'See that Envtune is started: another worker takes the run over from its last checkpoint.',
  severity: 'critical',
  threshold: { usual: 30, least: 5, most: 86_400, unit: 'seconds', words: 'the age of the last heartbeat' },
}

/** Of runs elsewhere only logging is heard: a step may take long. */
export const noNews: HealthRule = {
  id: 'no-news',
  name: 'No news',
  means: 'The trainer elsewhere has logged nothing for a while and never said that it ended: it is busy, or gone.',
  advice: 'Look at the machine that trains.',
  severity: 'warning',
  threshold: { usual: 900, least: 30, most: 604_800, unit: 'seconds', words: 'the time since something was logged' },
}
