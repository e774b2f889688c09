import type { Kit, PyDict, PyList, PyValue } from '../../../../server/core/own-environments/kit'
import type { Workshop } from './state'
import { partOf } from './stock-tools'

/** Paid for every job besides its parts. */
const labour = 20

/** Repair jobs. */
export function jobTools(kit: Kit) {
  const { add, argument, closestName, compare, defineTool, dict, fail, float, getItem, isDict, subtract } = kit

  const openJob = defineTool<Workshop>('open_job', 'write', ['owner', 'bike'], (state, args) => {
    if (state.mechanic === null) return fail('not_signed_in', { action: 'open a job' })
    const jobId = `J${kit.str(state.job_counter)}`
    state.job_counter = add(state.job_counter, 1)
    state.jobs.set(jobId, dict({ owner: argument(args, 0), bike: argument(args, 1), parts: [], price: null }))
    return dict({ job_id: jobId })
  })

  const listJobs = defineTool<Workshop>('list_jobs', 'read', [], (state) =>
    dict({ jobs: [...state.jobs].map(([id, job]) => dict({ job_id: id as PyValue, ...shown(job) })) }),
  )

  const fitPart = defineTool<Workshop>('fit_part', 'write', ['job_id', 'part'], (state, args) => {
    const [jobId, part] = [argument(args, 0), argument(args, 1)]
    if (state.mechanic === null) return fail('not_signed_in', { action: 'fit a part' })
    const job = jobOf(state, jobId)
    if (job === null) return unknown(state, jobId)
    if (getItem(job, 'price') !== null) return fail('job_finished', { job_id: jobId })
    const entry = partOf(kit, state, part)
    if (entry === null) return fail('part_unknown', { part, suggestion: closestName(part, state.stock.keys()) })
    if (compare('<', getItem(entry, 'count'), 1)) return fail('part_out_of_stock', { part })
    entry.set('count', subtract(getItem(entry, 'count'), 1))
    partsOf(job).push(part)
    return dict({ job_id: jobId, parts: partsOf(job) })
  })

  const finishJob = defineTool<Workshop>('finish_job', 'write', ['job_id'], (state, args) => {
    const jobId = argument(args, 0)
    if (state.mechanic === null) return fail('not_signed_in', { action: 'finish a job' })
    const job = jobOf(state, jobId)
    if (job === null) return unknown(state, jobId)
    if (getItem(job, 'price') !== null) return fail('job_finished', { job_id: jobId })
    if (partsOf(job).length === 0) return fail('nothing_fitted', { job_id: jobId })
    const price = partsOf(job).reduce<PyValue>((sum, part) => add(sum, priceOf(state, part)), float(labour))
    job.set('price', price)
    return dict({ job_id: jobId, price })
  })

  const jobOf = ({ jobs }: Workshop, id: PyValue): PyDict | null => {
    const job = kit.lookUp(jobs, kit.toKey(id))
    return isDict(job) ? job : null
  }
  const partsOf = (job: PyDict): PyList => kit.requireList(getItem(job, 'parts'), 'append')
  const priceOf = (state: Workshop, part: PyValue): PyValue => getItem(getItem(state.stock, part), 'price')
  const shown = (job: PyValue) => ({ owner: getItem(job, 'owner'), bike: getItem(job, 'bike') })

  /** Customers are known by name: whoever passes one is told which job is theirs. */
  const unknown = ({ jobs }: Workshop, jobId: PyValue) => {
    const ids = [...jobs.keys()] as PyList
    const meant = ids.find((id) => Object.values(shown(getItem(jobs, id))).some((value) => kit.equal(value, jobId)))
    return fail('job_unknown', { job_id: jobId, job_ids: ids, suggestion: meant ?? closestName(jobId, ids) })
  }

  return [openJob, listJobs, fitPart, finishJob]
}
