import { readFileSync, writeFileSync } from 'node:fs'
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

const note = () => join(testInstance().dataFolder, 'short-run')

/** Launches the short run, which all journeys look at, and waits for its end. */
export async function launchShortRun(): Promise<void> {
  const options = settings.flatMap((setting) => ['--set', setting])
  const result = await envtune('launch', '--name', shortRunName, '--watch', '--json', ...options)
  expect(result.status, result.stderr).toBe(0)
  const { run } = JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '') as { run: number }
  writeFileSync(note(), String(run))
}

/** The number of the short run, which has finished. */
export function shortRun(): number {
  return Number(readFileSync(note(), 'utf8'))
}
