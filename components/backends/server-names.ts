import type { ModelServer } from '@/server/core/backends/serve-command'

/** The servers of models as people know them. */
export const serverNames: Readonly<Record<ModelServer, string>> = {
  vllm: 'vLLM',
  sglang: 'SGLang',
  transformers: 'transformers serve',
}
