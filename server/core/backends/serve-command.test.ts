import { describe, expect, it } from 'vitest'
import { keyVariables, requestedModel, type ServedModel, serveCommand, servePlace } from './serve-command'

const served: ServedModel = {
  ...{ server: 'vllm', python: '/shared/venv/bin/python', model: '/shared/run-3/0-syntax/checkpoint-8', shards: null },
  ...{ dtype: 'bfloat16', contextLength: 32_768, gpus: 1 },
}
const place = servePlace(7, 1)

describe('the command that serves a model', () => {
  it('is vLLM’s, with the sampling of requests alone', () =>
    expect(serveCommand(served, place)).toBe(
      'exec /shared/venv/bin/vllm serve /shared/run-3/0-syntax/checkpoint-8 --host 0.0.0.0 --port 21056 ' +
        '--served-model-name envtune-7 --dtype bfloat16 --max-model-len 32768 --generation-config vllm',
    ))

  it('is SGLang’s, shared by GPUs', () =>
    expect(serveCommand({ ...served, server: 'sglang', python: 'python', gpus: 4 }, place)).toBe(
      'exec python -m sglang.launch_server --model-path /shared/run-3/0-syntax/checkpoint-8 --host 0.0.0.0 ' +
        '--port 21056 --served-model-name envtune-7 --dtype bfloat16 --context-length 32768 ' +
        '--sampling-defaults openai --tp-size 4',
    ))

  it('is that of Transformers, without a GPU', () => {
    const plain: ServedModel = { ...served, server: 'transformers', dtype: 'float32', gpus: 0 }
    expect(serveCommand(plain, place)).toBe(
      'exec /shared/venv/bin/transformers serve /shared/run-3/0-syntax/checkpoint-8 --host 0.0.0.0 --port 21056 ' +
        '--dtype float32 --device cpu',
    )
    expect(requestedModel(plain, place)).toBe(plain.model)
    expect(requestedModel(served, place)).toBe('envtune-7')
  })

  it('merges the shards of verl first, once', () => {
    const shards = '/shared/run-3/0-syntax/global_step_8'
    expect(serveCommand({ ...served, model: `${shards}/served`, shards }, place)).toBe(
      `{ test -e ${shards}/served/.whole || { rm -rf ${shards}/served && /shared/venv/bin/python -m envtune_trainer ` +
        `export ${shards} ${shards}/served && touch ${shards}/served/.whole; }; } && ` +
        `exec /shared/venv/bin/vllm serve ${shards}/served --host 0.0.0.0 --port 21056 ` +
        '--served-model-name envtune-7 --dtype bfloat16 --max-model-len 32768 --generation-config vllm',
    )
  })

  it('keeps what a name could do to the shell, and every key, out of it', () => {
    const command = serveCommand({ ...served, model: "/shared/a b'; rm -rf /" }, place)
    expect(command).toContain("serve '/shared/a b'\\''; rm -rf /' --host")
    expect(command).not.toMatch(/key/i)
    expect(keyVariables('k')).toEqual({ VLLM_API_KEY: 'k', SGLANG_API_KEY: 'k' })
  })
})

describe('the place of a served model', () => {
  it('is another one for every job, and stays the same when it is asked for again', () => {
    const places = [1, 2, 3, 40].flatMap((run) => [1, 2, 3].map((nth) => servePlace(run, nth)))
    expect(new Set(places.map(({ port }) => port)).size).toBe(places.length)
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
    expect(servePlace(40, 2)).toEqual({ id: 'envtune-run-40-serve-2', name: 'envtune-40', port: 21_321 })
    expect(servePlace(99_999_999, 8).port).toBeLessThanOrEqual(21_999)
  })
})
