import { outlineRun } from '@/server/services/compare/outline-run'
import { Chore } from './chore'

const everyMs = 10_000

/** Outlines the series of runs that have ended, one run after the other. */
export const outlineChore = (report: (message: string) => void): Chore =>
  new Chore({ report, everyMs, work: outlineRun })
