import type { PyDict, PyList, PyValue } from '../../../../server/core/own-environments/kit'

/** The public state: what a task's scenario sets, and what the reward compares. */
export type Workshop = {
  /** Names of the mechanics. */
  mechanics: PyList
  /** The mechanic who is signed in, or None. */
  mechanic: PyValue
  /** Part → `{price, count}`. */
  stock: PyDict
  /** Job id → `{owner, bike, parts, price}`; the price is None until the job is finished. */
  jobs: PyDict
  /** Number of the next job. */
  job_counter: PyValue
}

export const noWorkshop: Workshop = {
  mechanics: [],
  mechanic: null,
  stock: new Map(),
  jobs: new Map(),
  job_counter: 1,
}
