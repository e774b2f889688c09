import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { unzip } from './unzip'

const requestSchema = z.object({
  submission_id: z.string(),
  entrypoint: z.string(),
  runtime_env: z.object({ working_dir: z.string().optional(), env_vars: z.record(z.string(), z.string()) }),
  metadata: z.record(z.string(), z.string()),
  entrypoint_num_cpus: z.number(),
  entrypoint_num_gpus: z.number().optional(),
})

/** A job of the stand-in; its program is a function of the test. */
export class StandInJob {
  status = 'PENDING'
  exitCode: number | null = null
  log = ''
  endedAt: number | null = null
  /** Address of the node on which it runs, as the cluster tells it. */
  node = '127.0.0.1'
  readonly tails = new Set<WebSocket>()
  private ask: () => void = () => {}
  private isAsked = false
  readonly stopAsked = new Promise<void>((resolve) => {
    this.ask = resolve
  })

  constructor(
    readonly request: z.infer<typeof requestSchema>,
    readonly files: ReadonlyMap<string, Buffer>,
  ) {}

  get isToStop(): boolean {
    return this.isAsked
  }

  print(line: string): void {
    this.log += `${line}\n`
    for (const tail of this.tails) tail.send(`${line}\n`)
  }

  stop(): void {
    this.isAsked = true
    this.ask()
  }

  end(status: string, exitCode: number | null): void {
    if (this.endedAt !== null) return
    this.status = status
    this.exitCode = exitCode
    this.endedAt = Date.now()
    for (const tail of this.tails) tail.close()
  }

  describe(): object {
    return {
      ...{ type: 'SUBMISSION', submission_id: this.request.submission_id, status: this.status },
      message:
        this.status === 'PENDING' ? 'It may be waiting for resources.' : this.log.split('\n').slice(-4).join('\n'),
      error_type: this.status === 'FAILED' ? 'JOB_ENTRYPOINT_COMMAND_ERROR' : null,
      ...{ start_time: 1, end_time: this.endedAt, driver_exit_code: this.exitCode },
      metadata: this.request.metadata,
      driver_agent_http_address: this.status === 'PENDING' ? null : `http://${this.node}:52365`,
    }
  }
}

export type Program = (job: StandInJob) => Promise<number>

/** The HTTP side of Ray's job interface, without Ray: what answers which request, and how a tail behaves. */
export class RayStandIn {
  readonly jobs = new Map<string, StandInJob>()
  readonly packages = new Map<string, Buffer>()
  readonly uploads: string[] = []
  program: Program = async () => 0
  /** What jobs wait for before they begin, or are stopped. */
  room: Promise<void> = Promise.resolve()
  private readonly server = createServer((request, response) => void this.answer(request, response))
  private readonly sockets = new WebSocketServer({ noServer: true })

  private constructor(readonly token: string) {
    this.server.on('upgrade', (request, socket, head) => {
      const job = this.jobs.get(/^\/api\/jobs\/([^/]+)\/logs\/tail$/.exec(request.url ?? '')?.[1] ?? '')
      if (!job || this.refusal(request)) return socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
      this.sockets.handleUpgrade(request, socket, head, (tail) => {
        if (job.log) tail.send(job.log)
        if (job.endedAt !== null) return tail.close()
        job.tails.add(tail)
        tail.on('close', () => job.tails.delete(tail))
      })
    })
  }

  static async start(token: string): Promise<RayStandIn> {
    const standIn = new RayStandIn(token)
    standIn.server.listen(0, '127.0.0.1')
    await once(standIn.server, 'listening')
    return standIn
  }

  get address(): string {
    const { port } = this.server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  /** Breaks every tail, as a proxy does that lost patience. */
  breakTails(): void {
    for (const job of this.jobs.values()) for (const tail of job.tails) tail.terminate()
  }

  /** A head that is started anew knows no job. */
  forget(): void {
    for (const job of this.jobs.values()) for (const tail of job.tails) tail.terminate()
    this.jobs.clear()
  }

  async end(): Promise<void> {
    this.breakTails()
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  private refusal({ headers }: IncomingMessage): number | null {
    if (headers['sec-fetch-mode'] || headers.origin || headers.referer) return 405
    if (!headers.authorization) return 401
    return headers.authorization === `Bearer ${this.token}` ? null : 403
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request)
    const reply = (status: number, value: object | string) =>
      response.writeHead(status).end(typeof value === 'string' ? value : JSON.stringify(value))
    const refused = this.refusal(request)
    if (refused) return void reply(refused, 'refused')
    const { method, url = '' } = request
    if (url === '/api/version')
      return void reply(200, { version: '4', ray_version: '2.58.0', ray_commit: 'x', session_name: 'session_1' })
    if (url.startsWith('/api/packages/gcs/')) return void reply(...this.package(method, url.slice(18), body))
    if (url === '/api/jobs/' && method === 'POST') return void reply(...this.submit(JSON.parse(body.toString())))
    if (url === '/api/jobs/')
      return void reply(
        200,
        [...this.jobs.values()].map((job) => job.describe()),
      )
    const [, id = '', action] = /^\/api\/jobs\/([^/]+)(?:\/(.+))?$/.exec(url) ?? []
    const job = this.jobs.get(id)
    if (!job) return void reply(404, `Job ${id} does not exist`)
    if (action === 'logs') return void reply(200, { logs: job.log })
    if (action === 'stop') job.stop()
    reply(200, action === 'stop' ? { stopped: true } : job.describe())
  }

  private package(method: string | undefined, name: string, body: Buffer): [number, string] {
    if (method === 'PUT') {
      this.packages.set(name, body)
      this.uploads.push(name)
      return [200, '']
    }
    return this.packages.has(name) ? [200, ''] : [404, `Package gcs://${name} does not exist`]
  }

  private submit(value: unknown): [number, object | string] {
    const request = requestSchema.parse(value)
    const id = request.submission_id
    if (this.jobs.has(id)) return [500, `Traceback\nValueError: Job with submission_id ${id} already exists.\n.\n`]
    const { working_dir: directory } = request.runtime_env
    const archive = directory === undefined ? null : this.packages.get(directory.replace('gcs://', ''))
    if (archive === undefined) return [500, 'RuntimeError: the package does not exist']
    const job = new StandInJob(request, archive === null ? new Map() : unzip(archive))
    this.jobs.set(id, job)
    void this.run(job)
    return [200, { job_id: id, submission_id: id }]
  }

  private async run(job: StandInJob): Promise<void> {
    await Promise.race([this.room, job.stopAsked])
    if (job.isToStop) return job.end('STOPPED', null)
    job.status = 'RUNNING'
    try {
      const code = await this.program(job)
      if (job.isToStop) job.end('STOPPED', null)
      else job.end(code === 0 ? 'SUCCEEDED' : 'FAILED', code)
    } catch (error) {
      job.print(String(error))
      job.end('FAILED', 1)
    }
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
