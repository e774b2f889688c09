import type { ReachableErrors } from '../../../../server/core/own-environments/kit'

const scenario = JSON.stringify({
  mechanics: ['Ines', 'Bo'],
  stock: { 'brake pads': { price: 9.5, count: 2 }, 'gear cable': { price: 4.25, count: 0 } },
  jobs: {
    J7: { owner: 'Mr Lund', bike: 'blue tandem', parts: [], price: null },
    J8: { owner: 'Ms Roy', bike: 'racer', parts: ['brake pads'], price: 29.5 },
  },
  job_counter: 9,
})

const ines = "sign_in(mechanic='Ines')"
const ending = (...calls: [string, ...string[]]) => ({ scenario, calls })

/** For every error calls that end in it; the last one fails, those before it work. */
export const reachableErrors: ReachableErrors = {
  not_signed_in: ending("finish_job(job_id='J7')"),
  mechanic_unknown: ending("sign_in(mechanic='ines')"),
  part_unknown: ending(ines, "fit_part(job_id='J7', part='brake pad')"),
  part_out_of_stock: ending(ines, "fit_part(job_id='J7', part='gear cable')"),
  order_out_of_range: ending(ines, "order_part(part='brake pads', count=100)"),
  job_unknown: ending(ines, "fit_part(job_id='Mr Lund', part='brake pads')"),
  job_finished: ending(ines, "finish_job(job_id='J8')"),
  nothing_fitted: ending(ines, "finish_job(job_id='J7')"),
}
