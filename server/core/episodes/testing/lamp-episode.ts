import type { ToolCall } from '@/server/core/environments/shared/call'
import { parseCall } from '@/server/core/environments/shared/call-parser'
import { type AgentStep, answerStep, callsStep, malformedStep } from '@/server/core/episodes/agent-step'
import { Episode } from '@/server/core/episodes/episode'
import type { EpisodeOptions } from '@/server/core/episodes/episode-options'
import { malformation } from '@/server/core/episodes/malformations'
import type { EpisodeIdentity, EpisodeRecord } from '@/server/core/episodes/record'
import type { AugmentationSet } from '@/server/core/hints/rule'
import type { PreparedTask } from '@/server/core/tasks/prepare-task'
import { lampContext, lampTask } from './lamp-room'

const identity: EpisodeIdentity = {
  id: 'e1',
  kind: 'episode',
  partition: 'train',
  stage: 0,
  trainingStep: 0,
  suite: 'lamps',
  task: 'lamps-1',
  group: 'g',
  rollout: 0,
  prefix: null,
}

export const branchIdentity = (startTurn: number): EpisodeIdentity => ({
  ...identity,
  id: `e1-${startTurn}`,
  kind: 'branch',
  prefix: { episode: 'e1', startTurn, stateReset: false },
})

const hints: AugmentationSet = {
  name: 'test',
  version: 1,
  title: 'Test',
  rules: [
    { id: 'power-first', when: { domain: 'LampRoom', code: 'no_power', all: [] }, template: 'Call power first.' },
  ],
}

/** An episode in the lamp room, from its start. */
export const start = (task: PreparedTask, more: Partial<EpisodeOptions> = {}): Episode =>
  Episode.start({
    task,
    identity,
    profile: 'training',
    feedback: 'standard',
    augmentation: hints,
    rewardName: 'progress',
    context: lampContext,
    ...more,
  })

export const call = (...texts: string[]): AgentStep => callsStep(texts.map((text): ToolCall => parseCall(text)))
export const answer = answerStep('Done.')
export const broken = malformedStep(malformation('think_missing'), 'hello')

export const powerOn = 'power(on=True)'
export const twoTurns = lampTask([{ expected: [powerOn, "light('a')"] }, { expected: ["light('b', level=50)"] }])

/** Takes the steps until the episode is over. */
export const play = (episode: Episode, steps: readonly AgentStep[]): EpisodeRecord => {
  for (const step of steps) if (!episode.isOver) episode.step(step)
  return episode.finish()
}
