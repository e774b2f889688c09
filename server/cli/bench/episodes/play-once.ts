import { today } from '@/server/cli/bfcl-folder'
import { builtinRegistry } from '@/server/core/environments/registry'
import type { LocalSnapshot } from '@/server/core/runs/snapshot'
import { loadSuite } from '@/server/db/suites'
import { packEpisodes } from '@/server/recording/pack-events'
import type { PackedEpisodes } from '@/server/recording/packed-event'
import { trainOnce } from '../policy/train-once'

/** The episodes of one real training of the built-in policy, packed as its run would have recorded them. */
export async function playOnce(snapshot: LocalSnapshot): Promise<PackedEpisodes[]> {
  const packed: Promise<PackedEpisodes[]>[] = []
  const config = {
    snapshot,
    suite: await loadSuite(snapshot.suite.hash),
    outOfDistribution: await Promise.all(snapshot.outOfDistribution.map(({ hash }) => loadSuite(hash))),
    registry: builtinRegistry,
    context: { today: today() },
  }
  trainOnce(config, (event) => {
    if (event.type === 'episodes') packed.push(packEpisodes(event.episodes))
  })
  return (await Promise.all(packed)).flat()
}
