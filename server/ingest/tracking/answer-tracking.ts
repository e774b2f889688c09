import { readConfig } from '@/server/config'
import { findRefusal } from '@/server/http/allow-list'
import { answerArtifactRequest } from './artifact-request'
import { authorize } from './authorize'
import type { Endpoint } from './endpoint'
import { experimentEndpoints } from './experiment-endpoints'
import { metricEndpoints } from './metric-endpoints'
import { errorAnswer, MlflowError } from './mlflow-error'
import { readValues } from './read-values'
import { runEndpoints } from './run-endpoints'
import { headerOf, jsonAnswer, type TrackingAnswer, type TrackingRequest } from './tracking-request'

const endpoints = new Map<string, Endpoint>(
  Object.entries({ ...experimentEndpoints, ...runEndpoints, ...metricEndpoints }),
)

/** Whether a request is for the MLflow-compatible routes. */
export const isTrackingPath = (path: string): boolean =>
  /^\/api\/(?:2\.0\/mlflow(?:-artifacts)?|3\.0\/mlflow)\//.test(path)

/** Answers a request to the MLflow-compatible routes, whole: who asks, from where, what for. */
export async function answerTracking(request: TrackingRequest): Promise<TrackingAnswer> {
  const refusal = findRefusal(
    { host: headerOf(request, 'host'), origin: headerOf(request, 'origin') },
    { hostNames: readConfig().allowedHosts, pagePorts: [] },
  )
  try {
    if (refusal) throw new MlflowError('PERMISSION_DENIED', refusal)
    return await answer(request)
  } catch (error) {
    return errorAnswer(error)
  }
}

async function answer(request: TrackingRequest): Promise<TrackingAnswer> {
  const url = addressOf(request.url)
  if (url.pathname === '/api/3.0/mlflow/server-info') return jsonAnswer(serverInfo)
  const access = await authorize(headerOf(request, 'authorization'))
  const artifacts = /^\/api\/2\.0\/mlflow-artifacts\/(.+)$/.exec(url.pathname)?.[1]
  if (artifacts !== undefined) return answerArtifactRequest(access, request, url, artifacts)
  const name = `${request.method} ${url.pathname.replace(/^\/api\/2\.0\/mlflow\//, '').replace(/^(preview\/)+/, '')}`
  const endpoint = endpoints.get(name)
  if (!endpoint) throw notHere(name)
  return jsonAnswer(await endpoint(access, await readValues(request, url)))
}

/** Its host is not looked at. */
function addressOf(path: string): URL {
  try {
    return new URL(`http://localhost${path}`)
  } catch {
    throw new MlflowError('INVALID_PARAMETER_VALUE', 'The address of this request is not valid.')
  }
}

const serverInfo = { store_type: 'SqlStore', workspaces_enabled: false, trace_archival_enabled: false }

/** What MLflow has and we have not is said so: a client must not believe that something was stored. */
function notHere(name: string): MlflowError {
  if (/ (?:logged-models|runs\/(?:log-model|outputs|log-inputs))/.test(name))
    return new MlflowError(
      'NOT_IMPLEMENTED',
      `${name}: models and data sets are not registered here. Store files with log_artifact, names with set_tag.`,
    )
  return new MlflowError('ENDPOINT_NOT_FOUND', `${name} is not part of the tracking routes (docs/tracking.md).`)
}
