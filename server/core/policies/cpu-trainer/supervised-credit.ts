import { answerStep, callsStep } from '@/server/core/episodes/agent-step'
import { Episode } from '@/server/core/episodes/episode'
import type { StepResult } from '@/server/core/episodes/step-result'
import type { Taken } from '@/server/core/policies/cpu/act'
import { formatDecision, stepForms } from '@/server/core/policies/cpu/format-head'
import { type ChosenArgument, holdDecision } from '@/server/core/policies/cpu/hold-decision'
import { retake } from '@/server/core/policies/cpu/retake'
import type { DecidedCall, Situation } from '@/server/core/policies/cpu/situation'
import type { WeightTable } from '@/server/core/policies/cpu/weight-table'
import type { PreparedTurn } from '@/server/core/tasks/prepare-task'
import type { Batch } from './batch'
import { firstSituation, type Player, viewOf } from './play-turn'
import { referenceCall } from './reference-call'
import { episodeOptions, type RolloutPlan, trainingIdentity } from './rollout-plan'
import type { BookedTask } from './task-book'

/**
 * Supervised credit, the baseline that the paper compares with: no rollouts and no rewards. The reference calls are
 * played, and every decision that leads to them is made likelier where the policy would have stood. This alone shows
 * the trainer's policy ground truth; nothing of it is recorded as an episode of the agent's.
 */
export function teachReference(
  booked: BookedTask,
  name: string,
  plan: RolloutPlan,
  player: Player,
  batch: Batch,
): void {
  const identity = { ...trainingIdentity(booked, plan, name), kind: 'episode' as const, prefix: null }
  const episode = Episode.start(episodeOptions(booked, plan, identity))
  let situation = firstSituation(episode, player)
  const taken: Taken[] = []
  for (const turn of booked.prepared.turns) {
    const played = teachTurn(episode, turn, situation, player.weights, taken)
    if (played.next === null) break
    situation = played.situation.afterTurn(viewOf(played.next))
  }
  batch.addLikelihood(taken, player.weights)
  batch.credit(taken, plan.groupSize)
}

/** Plays one turn's reference calls and the answer; collects what leads to them. */
function teachTurn(
  episode: Episode,
  turn: PreparedTurn,
  start: Situation,
  weights: WeightTable,
  taken: Taken[],
): { readonly situation: Situation; readonly next: StepResult['next'] } {
  let situation = start
  for (const call of turn.expected) {
    const decided = referenceCall(call, situation, weights)
    if (decided) taken.push(...followed(situation, decided, weights))
    const result = episode.step(callsStep([call]))
    if (decided) situation = situation.afterCall(decided, result.calls[0]?.text ?? '')
    if (result.turn) return { situation, next: result.next }
  }
  taken.push(...followed(situation, null, weights))
  return { situation, next: episode.step(answerStep('Done.')).next }
}

/** Everything that is decided on the way to a call: its form, the tool, its arguments, and not to hold it back. */
function followed(situation: Situation, call: DecidedCall | null, weights: WeightTable): Taken[] {
  const choices: ChosenArgument[] = []
  const form = { decision: formatDecision(situation), option: stepForms.indexOf('well-formed') }
  const taken = [form, ...retake(situation, call, choices)]
  if (call === null) return taken
  const tool = situation.toolbox.tools.findIndex(({ name }) => name === call.tool)
  return [...taken, { decision: holdDecision(situation, tool, call.clause, choices, weights), option: 0 }]
}
