import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { lookAtCluster } from '@/server/backends/ray/look'
import { RayClient } from '@/server/backends/ray/ray-client'
import type { RayConnection } from '@/server/backends/ray/ray-http'
import { childEnvironment, readConfig } from '@/server/config'
import { freePort } from '@/server/processes/free-port'

const patienceMs = 240_000

/** A real Ray head on loopback that asks for a token, in a folder and on ports of its own. */
export class RayHead {
  private child: ChildProcess | undefined
  private said = ''

  private constructor(
    private readonly python: string,
    private readonly folder: string,
    private readonly ports: readonly number[],
    readonly token: string,
  ) {}

  /** @param python of a virtual environment with `ray[default]` */
  static async start(python: string): Promise<RayHead> {
    // sockets lie below it, and their paths may not be long
    const folder = mkdtempSync(join(tmpdir(), 'ray-'))
    const ports: number[] = []
    while (ports.length < 6) ports.push(await freePort())
    const token = randomBytes(32).toString('hex')
    const head = new RayHead(python, folder, ports, token)
    writeFileSync(join(folder, 'token'), token, { mode: 0o600 })
    await head.up()
    return head
  }

  get connection(): RayConnection {
    return { address: `http://127.0.0.1:${this.ports[1]}`, token: this.token }
  }

  /** Starts the head; again on the same ports after it was killed. Ray gives up when its node is not there in 30 s. */
  async up(): Promise<void> {
    for (let failures = 0; ; failures++) {
      try {
        return await this.startOnce()
      } catch (error) {
        await this.kill()
        if (failures === 4) throw error
      }
    }
  }

  private async startOnce(): Promise<void> {
    const [port, dashboard, agent, grpc, environments, clients] = this.ports
    this.said = ''
    const session = join(this.folder, randomBytes(3).toString('hex'))
    mkdirSync(session)
    const options = [
      ...['--head', '--block', '--disable-usage-stats', '--include-dashboard=true', '--node-ip-address=127.0.0.1'],
      ...[`--port=${port}`, '--dashboard-host=127.0.0.1', `--dashboard-port=${dashboard}`],
      ...[`--dashboard-agent-listen-port=${agent}`, `--dashboard-agent-grpc-port=${grpc}`],
      // where their ports are not given, parts wait 30 s for the node, and Ray ends altogether when one waits in vain
      ...[`--runtime-env-agent-port=${environments}`, `--ray-client-server-port=${clients}`],
      ...['--num-cpus=2', '--num-gpus=0', '--object-store-memory=100000000', `--temp-dir=${session}`],
    ]
    this.child = spawn(join(dirname(this.python), 'ray'), ['start', ...options], {
      env: childEnvironment({
        ...{ RAY_AUTH_MODE: 'token', RAY_AUTH_TOKEN_PATH: join(this.folder, 'token') },
        // on a machine that does much else the dashboard's parts take longer than Ray waits for them
        ...{ RAY_DASHBOARD_SUBPROCESS_MODULE_WAIT_READY_TIMEOUT: '180', RAY_DASHBOARD_STARTUP_TIMEOUT_S: '180' },
        ...{ RAY_gcs_server_port_wait_time_s: '180', RAY_USAGE_STATS_ENABLED: '0' },
        PATH: `${dirname(this.python)}:/usr/local/bin:/usr/bin:/bin`,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.said = `${this.said}${chunk.toString()}`.slice(-4000)
      })
    await this.untilReady()
  }

  /** Ends every process of it at once, as a machine that fails. */
  async kill(): Promise<void> {
    for (let pids = this.processes(); pids.length > 0; pids = this.processes()) {
      for (const pid of pids) killAtOnce(pid)
      await delay(50)
    }
  }

  /** Ends what jobs of this head run under such a command, as the system does when memory runs out. */
  killJobs(command: string): number {
    const all = listProcesses('ppid=')
    const parents = new Map(all.map(({ pid, rest }) => [pid, Number.parseInt(rest, 10)]))
    const isOurs = (pid: number | undefined): boolean =>
      pid !== undefined && (pid === this.child?.pid || isOurs(parents.get(pid)))
    const found = all.filter(({ pid, rest }) => rest.includes(command) && isOurs(pid))
    for (const { pid } of found) killAtOnce(pid)
    return found.length
  }

  async end(): Promise<void> {
    await this.kill()
    // agents that end a moment later may still write their last lines
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }

  private async untilReady(): Promise<void> {
    const client = new RayClient(this.connection)
    const end = Date.now() + patienceMs
    for (;;) {
      const problem = await this.problem(client)
      if (problem === null) return
      if (Date.now() > end || this.child?.exitCode != null)
        throw new Error(`Ray does not come up: ${problem}\n${this.said}`)
      await delay(500)
    }
  }

  /** What is missing yet; the dashboard answers before the node is there that its jobs need. */
  private async problem(client: RayClient): Promise<string | null> {
    const { nodes, problem } = await lookAtCluster(client)
    if (problem !== null) return problem
    if (!this.said.includes('Ray runtime started')) return 'not started'
    return nodes.some(({ alive }) => alive) ? null : 'no node'
  }

  /** Every process of Ray names its folder. */
  private processes(): number[] {
    return listProcesses('stat=')
      .filter(({ rest }) => rest.includes(this.folder) || rest.includes(`:${this.ports[0]} `))
      .filter(({ pid, rest }) => !rest.startsWith('Z') && pid !== process.pid)
      .map(({ pid }) => pid)
  }
}

/** Every process of this machine: its number, and one more field with its command. */
function listProcesses(field: 'stat=' | 'ppid='): { readonly pid: number; readonly rest: string }[] {
  return execFileSync('ps', ['-eo', `pid=,${field},args=`], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .map((line) => ({ pid: Number.parseInt(line, 10), rest: line.trim().replace(/^\d+\s+/, '') }))
}

function killAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}

/** The Python with Ray that these tests are to use. */
export function rayPython(): string {
  const python = readConfig().rayPython
  if (!python) throw new Error('Set ENVTUNE_RAY_PYTHON to the Python of a virtual environment with ray[default].')
  return python
}
