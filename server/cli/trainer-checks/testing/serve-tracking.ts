import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { db } from '@/server/db/client'
import { trackOverHttp } from '@/server/ingest/tracking/over-http'

/** The tracking routes as a server of their own; `/episodes` tells what has been recorded of a run. */
export async function serveTracking(run: number): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    answer(request, response, run).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

async function answer(request: IncomingMessage, response: ServerResponse, run: number): Promise<void> {
  if (request.url !== '/episodes') return trackOverHttp(request, response)
  response.end(JSON.stringify(await recorded(run)))
}

async function recorded(run: number) {
  const episodes = await db().episode.findMany({ where: { runId: run }, orderBy: { id: 'asc' } })
  return episodes.map((episode) => ({
    ...{
      key: episode.key,
      suite: episode.suite,
      partition: episode.partition,
      stage: episode.stage,
      trainingStep: episode.trainingStep,
    },
    ...{ feedback: episode.feedback, profile: episode.profile, rollout: episode.rollout, group: episode.groupKey },
    ...{ reward: episode.reward, invalid: episode.invalid, truncated: episode.truncated, steps: episode.stepCount },
    ...{ policyFrom: episode.policyFrom, policyTo: episode.policyTo },
  }))
}
