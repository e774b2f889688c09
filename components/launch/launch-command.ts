import type { LaunchRequest } from '@/server/core/runs/launch-input'
import { defaultSettings } from './form-state'
import { defaultTrainer } from './trainer-text'

/** The same launch as a command line: only what differs from the defaults is written. */
export function launchCommand(request: LaunchRequest): string {
  const sets: string[] = []
  if (request.augmentation !== 'built-in') sets.push(`augmentation=${request.augmentation ?? 'off'}`)
  if (request.reward && request.reward !== 'stage') sets.push(`reward=${request.reward}`)
  sets.push(`curriculum=${request.curriculum}`)
  if (request.curriculumVersion !== undefined) sets.push(`curriculumVersion=${request.curriculumVersion}`)
  if (request.outOfDistribution) sets.push(`outOfDistribution=${request.outOfDistribution.join(',') || 'none'}`)
  if (request.backend && request.backend !== 'local') sets.push(...clusterSettings(request))
  for (const [name, value] of Object.entries(request.settings ?? {})) {
    if (value !== defaultSettings[name as keyof typeof defaultSettings]) sets.push(`settings.${name}=${value}`)
  }
  for (const [stage, edit] of Object.entries(request.stages ?? {})) {
    const { gate = {}, ...numbers } = edit
    for (const [name, value] of Object.entries(numbers)) sets.push(`stages.${stage}.${name}=${value}`)
    for (const [name, value] of Object.entries(gate)) sets.push(`stages.${stage}.gate.${name}=${value}`)
  }
  const options = sets.map((set) => `--set ${set}`)
  const name = request.name ? [`--name ${JSON.stringify(request.name)}`] : []
  const common = ['npm run -s envtune -- launch', `--suite ${request.suite}`, ...name, ...options]
  return request.seeds.map((seed) => [...common, `--seed ${seed}`, '--watch'].join(' ')).join('\n')
}

function clusterSettings({ backend, model, engine, trainer }: LaunchRequest): string[] {
  const sets = [`backend=${word(backend ?? '')}`, `model=${word(model ?? '')}`, `engine=${engine ?? 'trl'}`]
  for (const [name, value] of Object.entries(trainer ?? {})) {
    const usual = defaultTrainer[name as keyof typeof defaultTrainer]
    if (JSON.stringify(value) === JSON.stringify(usual)) continue
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) sets.push(`trainer.${name}=${word(String(one))}`)
  }
  return sets
}

/** One word of a shell's command line. */
const word = (text: string): string => (/^[\w./:=+~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
