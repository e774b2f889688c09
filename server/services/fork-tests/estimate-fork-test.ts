import { estimateTurns } from '@/server/core/chat/estimate-tokens'
import { costOf } from '@/server/core/chat/usage'
import type { ForkTestInput } from '@/server/core/fork-tests/fork-test-input'
import { forkArms } from '@/server/core/fork-tests/plan'
import type { SampledFork } from '@/server/db/fork-samples'
import { loadSuite } from '@/server/db/suites'
import { resolveForkTest } from './resolve-fork-test'

/** What a fork test will play and, with an endpoint, roughly take and cost: by the length of the forked turns. */
export async function estimateForkTest(input: ForkTestInput) {
  const { plan, sample } = await resolveForkTest(input)
  const arms = forkArms(plan)
  const each = plan.repeats * arms.length
  const { player } = plan
  const tokens = player.kind === 'endpoint' ? await tokensOf(sample.forks, each) : null
  return {
    ...{ population: sample.population, forks: sample.forks.length, repeats: plan.repeats },
    arms: arms.map(({ label }) => label),
    turns: sample.forks.length * each,
    tasks: new Set(sample.forks.map(({ taskId }) => taskId)).size,
    player: player.kind === 'endpoint' ? player.name : `the run’s policy at step ${player.step}`,
    tokens,
    cost: tokens && player.kind === 'endpoint' ? costOf(tokens, player.settings) : null,
  }
}

async function tokensOf(forks: readonly SampledFork[], each: number) {
  const hashes = [...new Set(forks.map(({ suiteHash }) => suiteHash))]
  const suites = new Map(await Promise.all(hashes.map(async (hash) => [hash, await loadSuite(hash)] as const)))
  let promptTokens = 0
  let completionTokens = 0
  for (const { suiteHash, taskKey, turn } of forks) {
    const suite = suites.get(suiteHash)
    const task = suite?.tasks.find(({ key }) => key === taskKey)
    const tokens = suite && task ? estimateTurns(task, suite)[turn] : undefined
    promptTokens += each * (tokens?.promptTokens ?? 0)
    completionTokens += each * (tokens?.completionTokens ?? 0)
  }
  return { promptTokens, completionTokens }
}
