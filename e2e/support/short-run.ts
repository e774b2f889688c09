import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { envtune } from './envtune'
import { testInstance } from './instance'

/** Short stages: enough episodes to look at, hints that were shown, several pages. */
const settings = [
  ...['stages.syntax.gate.minSteps=0', 'stages.syntax.gate.maxSteps=2', 'stages.hints.gate.minSteps=0'],
  ...['stages.hints.gate.maxSteps=6', 'stages.hard-tasks.gate.minSteps=0', 'stages.hard-tasks.gate.maxSteps=1'],
  ...['stages.independent.gate.minSteps=0', 'stages.independent.gate.maxSteps=1', 'outOfDistribution=none'],
]

export const shortRunName = 'short run'

/** The number of a short run that has finished: launched by the first journey that asks, for all of them to look at. */
export async function shortRun(): Promise<number> {
  const note = join(testInstance().dataFolder, 'short-run')
  if (existsSync(note)) return Number(readFileSync(note, 'utf8'))
  const options = settings.flatMap((setting) => ['--set', setting])
  const result = await envtune('launch', '--name', shortRunName, '--watch', '--json', ...options)
  expect(result.status, result.stderr).toBe(0)
  const { run } = JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '') as { run: number }
  writeFileSync(note, String(run))
  return run
}
