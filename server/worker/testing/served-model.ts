import type { Program, StandInJob } from '@/server/backends/ray/testing/ray-stand-in'
import type { Solutions } from '@/server/endpoints/testing/solutions'
import { type ChatServer, startChatServer } from '@/server/endpoints/testing/start-chat-server'

/** What of a job's command decides whom it serves where. */
export function servedBy({ request: { entrypoint, runtime_env } }: StandInJob) {
  const [, port = '', name = ''] = /--port (\d+) --served-model-name (\S+)/.exec(entrypoint) ?? []
  return { port: Number(port), name, key: runtime_env.env_vars.VLLM_API_KEY ?? '' }
}

interface Serving {
  readonly solutions: Solutions
  /** What the model does, of the scripted chat server. */
  readonly model: string
  /** Called once it serves; answers an exit status when the server is to die, else it serves until it is stopped. */
  readonly meanwhile?: (server: ChatServer, job: StandInJob) => Promise<number | null>
}

/** A job that serves: a server of chat completions in a process of its own, where the command says. */
export const servingProgram =
  ({ solutions, model, meanwhile = async () => null }: Serving): Program =>
  async (job) => {
    const { port, name, key } = servedBy(job)
    const server = await startChatServer(solutions, [], { port, key, models: { [name]: model } })
    try {
      job.print(`INFO:     Uvicorn running on http://0.0.0.0:${port} (Press CTRL+C to quit)`)
      const status = await meanwhile(server, job)
      if (status !== null) return status
      await job.stopAsked
      return 0
    } finally {
      server.stop()
    }
  }
