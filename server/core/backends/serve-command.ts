import { z } from 'zod'
import { shellWord } from './shell-word'

/** What can serve a model behind chat completions on a cluster. */
export const modelServers = ['vllm', 'sglang', 'transformers'] as const
export type ModelServer = (typeof modelServers)[number]

/** A model as a cluster is to serve it: everything that decides what it answers, and what it takes. */
export const servedModelSchema = z.object({
  server: z.enum(modelServers),
  /** The program that runs Python on the cluster; the servers' programs lie beside it. */
  python: z.string(),
  /** A name that the cluster can load, or a folder of Hugging Face weights on it. */
  model: z.string(),
  /** A checkpoint of verl, whose shards are merged into `model` before it is served; null: the weights are there. */
  shards: z.string().nullable(),
  dtype: z.enum(['bfloat16', 'float32']),
  /** Tokens of a whole conversation. */
  contextLength: z.number().int(),
  /** GPUs that share the model; 0: none. */
  gpus: z.number().int().min(0),
})
export type ServedModel = z.infer<typeof servedModelSchema>

export interface ServePlace {
  readonly port: number
  /** What requests call the model; unlike that of any other server of ours. */
  readonly name: string
}

/** The shell command of a job that serves the model. It holds no key: servers that know keys read them from their environment. */
export function serveCommand(served: ServedModel, place: ServePlace): string {
  const command = `exec ${words(commands[served.server](served, place))}`
  return served.shards === null ? command : `${mergeCommand(served, served.shards)} && ${command}`
}

/** Merged once: a mark says that the folder is whole. */
function mergeCommand({ python, model }: ServedModel, shards: string): string {
  const whole = shellWord(`${model}/.whole`)
  const merge = words([python, '-m', 'envtune_trainer', 'export', shards, model])
  return `{ test -e ${whole} || { rm -rf ${shellWord(model)} && ${merge} && touch ${whole}; }; }`
}

/** Neutral sampling: what a model's own configuration adds (repetition penalties) was not there in training either. */
const commands: Readonly<Record<ModelServer, (served: ServedModel, place: ServePlace) => string[]>> = {
  vllm: ({ python, model, dtype, contextLength, gpus }, { port, name }) => [
    ...[programBeside(python, 'vllm'), 'serve', model, '--host', '0.0.0.0', '--port', String(port)],
    ...['--served-model-name', name, '--dtype', dtype, '--max-model-len', String(contextLength)],
    ...['--generation-config', 'vllm', ...(gpus > 1 ? ['--tensor-parallel-size', String(gpus)] : [])],
  ],
  sglang: ({ python, model, dtype, contextLength, gpus }, { port, name }) => [
    ...[python, '-m', 'sglang.launch_server', '--model-path', model, '--host', '0.0.0.0', '--port', String(port)],
    ...['--served-model-name', name, '--dtype', dtype, '--context-length', String(contextLength)],
    ...['--sampling-defaults', 'openai', ...(gpus > 1 ? ['--tp-size', String(gpus)] : [])],
  ],
  transformers: ({ python, model, dtype, gpus }, { port }) => [
    ...[programBeside(python, 'transformers'), 'serve', model, '--host', '0.0.0.0', '--port', String(port)],
    ...['--dtype', dtype, '--device', gpus > 0 ? 'auto' : 'cpu'],
  ],
}

/** What requests have to call the model. `transformers serve` knows no other name than where the model lies. */
export const requestedModel = ({ server, model }: ServedModel, { name }: ServePlace): string =>
  server === 'transformers' ? model : name

/** Variables from which the servers read the key that they ask for. */
export const keyVariables = (key: string) => ({ VLLM_API_KEY: key, SGLANG_API_KEY: key })

/** Between what Ray's workers and what the system's own connections take. */
export const servePorts = { first: 21_000, last: 21_999 } as const

/** The job of an evaluation that serves its model; the nth of it has its own name and port. */
export const servePlace = (run: number, nth: number) => ({
  id: `envtune-run-${run}-serve-${nth}`,
  name: `envtune-${run}`,
  port: servePorts.first + ((run * 8 + nth - 1) % (servePorts.last - servePorts.first + 1)),
})

/** Programs of a virtual environment lie beside its Python; else they are found where Python is. */
function programBeside(python: string, program: string): string {
  const folder = python.slice(0, python.lastIndexOf('/') + 1)
  return `${folder}${program}`
}

const words = (parts: readonly string[]): string => parts.map(shellWord).join(' ')
