import { costOf } from '@/server/core/chat/usage'
import { forkArms } from '@/server/core/fork-tests/plan'
import { findEndpoint } from '@/server/db/endpoints'
import type { ForkTestRow } from '@/server/db/fork-test-lists'

/** A fork test as lists show it; its cost is by the endpoint's present prices. */
export async function forkTestView({ plan, endpointId, ...row }: ForkTestRow) {
  const { target, player, repeats, seed, testTasks } = plan
  const endpoint = endpointId === null ? null : await findEndpoint(endpointId)
  const prices = endpoint?.settings ?? (player.kind === 'endpoint' ? player.settings : null)
  return {
    ...{ ...row, target, repeats, seed, testTasks },
    arms: forkArms(plan).map(({ label }) => label),
    player:
      player.kind === 'endpoint'
        ? ({ kind: 'endpoint', name: player.name, model: player.settings.model } as const)
        : ({ kind: 'checkpoint', step: player.step } as const),
    cost: prices === null ? null : costOf(row, prices),
  }
}
