import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { readConfig } from '@/server/config'

/** Writes a tiny language model with random weights and a tokenizer into a folder, and answers the folder. */
export function randomModel(python: string, folder: string): string {
  const program = join(readConfig().root, 'trainer', 'tests', 'random_model.py')
  execFileSync(python, [program, 'qwen3', folder], { stdio: 'pipe' })
  return folder
}
