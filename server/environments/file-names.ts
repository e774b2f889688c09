/** Names of the module that makes the domains of an environment; the first that is there is taken. */
export const moduleNames = ['environment.ts', 'environment.mts', 'environment.js', 'environment.mjs'] as const

/** The suite of an environment and its hints, below its folder. */
export const suiteFolder = 'suite'
export const hintsFile = 'hints.yaml'
