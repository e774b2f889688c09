import { z } from 'zod'
import { limits } from '@/server/core/tracking/limits'
import type { TrackingAccess } from '@/server/services/tracking/access'
import { logBatch, type TrackedBatch } from '@/server/services/tracking/log-batch'
import { metricHistory } from '@/server/services/tracking/metric-history'
import { type Endpoint, endpoint, runIdIn } from './endpoint'
import { nextPage } from './next-page'
import { pointOf, points } from './read-points'
import { keyValue, listOf, metric, optional, text, whole } from './request-values'
import { metricJson } from './run-json'

const nothing: TrackedBatch = { metrics: [], params: [], tags: [] }

/** One entry is a batch of one. */
async function log(access: TrackingAccess, values: unknown, batch: Partial<TrackedBatch>): Promise<object> {
  await logBatch(access, runIdIn(values), { ...nothing, ...batch })
  return {}
}

const history = endpoint(
  z.object({
    metric_key: text,
    max_results: optional(whole.pipe(z.number().min(1))),
    page_token: optional(text),
  }),
  async (access, { metric_key, max_results, page_token }, values) => {
    const found = await metricHistory(access, {
      trackingId: runIdIn(values),
      key: metric_key,
      maxResults: Math.min(max_results ?? limits.historyAtOnce, limits.historyAtOnce),
      pageToken: page_token ?? null,
    })
    const metrics = found.points.map(({ value, at, step }) => metricJson(metric_key, value, at, step))
    return { metrics, ...nextPage(found.nextPageToken) }
  },
)

export const metricEndpoints: Readonly<Record<string, Endpoint>> = {
  'POST runs/log-batch': endpoint(
    z.object({ metrics: points, params: listOf(keyValue), tags: listOf(keyValue) }),
    (access, { metrics, params, tags }, values) => log(access, values, { metrics, params, tags }),
  ),
  'POST runs/log-metric': endpoint(metric, (access, input, values) =>
    log(access, values, { metrics: [pointOf(input)] }),
  ),
  'POST runs/log-parameter': endpoint(keyValue, (access, param, values) => log(access, values, { params: [param] })),
  'POST runs/set-tag': endpoint(keyValue, (access, tag, values) => log(access, values, { tags: [tag] })),
  'GET metrics/get-history': history,
}
