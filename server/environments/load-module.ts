import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { readConfig } from '@/server/config'

const loader = z.object({ require: z.custom<(file: string, from: string) => unknown>() })

/**
 * Loads a TypeScript or JavaScript module of somebody else's when the process runs. The pages are bundled and run
 * without a loader for TypeScript, so the loader is looked up in the checkout instead of being imported.
 */
export function loadModule(file: string): unknown {
  const ours = join(/*turbopackIgnore: true*/ readConfig().root, 'package.json')
  const { require: load } = loader.parse(createRequire(/*turbopackIgnore: true*/ ours)('tsx/cjs/api'))
  return load(file, ours)
}
