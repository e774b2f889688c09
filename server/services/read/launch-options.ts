import { type Curriculum, curriculumSchema } from '@/server/core/curriculum/curriculum'
import { hasOwnRules } from '@/server/core/tasks/own-rules'
import { listAugmentationSets } from '@/server/db/augmentation-sets'
import { listBackends, type StoredBackend } from '@/server/db/backends'
import { listCurricula } from '@/server/db/curricula'
import { countTasksByPartition } from '@/server/db/suite-sizes'
import { listSuites } from '@/server/db/suites'
import { hasItsDomains } from '@/server/services/suites/suite-environment'

export interface LaunchOptions {
  readonly suites: readonly {
    readonly name: string
    readonly title: string
    readonly kind: 'in_distribution' | 'out_of_distribution'
    readonly version: number
    readonly hash: string
    /** Evaluated beside the main suite unless a launch says otherwise. */
    readonly usual: boolean
    /** Partition → number of tasks. */
    readonly sizes: Readonly<Record<string, number>>
  }[]
  /** Clusters that are not archived, with what the last look at them has shown. */
  readonly clusters: readonly {
    readonly name: string
    readonly problem: string | null
    readonly rayVersion: string | null
    readonly gpus: number | null
    readonly seenAt: Date | null
  }[]
  readonly curricula: readonly Curriculum[]
  readonly augmentationSets: readonly {
    readonly name: string
    readonly title: string
    readonly version: number
    readonly rules: number
  }[]
}

/** Everything that the launch form lets a person choose from: no suite that a training run cannot play. */
export async function launchOptions(): Promise<LaunchOptions> {
  const [suites, curricula, sets, sizes, backends] = await Promise.all([
    listSuites(),
    listCurricula(),
    listAugmentationSets(),
    countTasksByPartition(),
    listBackends(),
  ])
  const playable = suites.filter(({ name }) => !hasOwnRules(name))
  return {
    suites: await Promise.all(
      playable.map(async ({ id, name, title, kind, version, hash }) => ({
        ...{ name, title, kind, version, hash },
        usual: kind === 'out_of_distribution' && (await hasItsDomains({ name, hash })),
        sizes: sizes.get(id) ?? {},
      })),
    ),
    clusters: backends.filter(({ kind, archivedAt }) => kind === 'ray' && archivedAt === null).map(clusterOption),
    curricula: curricula.map(({ name, version, title, stages }) =>
      curriculumSchema.parse({ name, version, title, stages: stages.map(({ definition }) => definition) }),
    ),
    augmentationSets: sets.map(({ name, title, version, _count }) => ({ name, title, version, rules: _count.rules })),
  }
}

const clusterOption = ({ name, health, healthAt }: StoredBackend): LaunchOptions['clusters'][number] => ({
  name,
  problem: health?.problem ?? null,
  rayVersion: health?.rayVersion ?? null,
  gpus: health?.gpus?.total ?? (health ? health.nodes.reduce((sum, node) => sum + node.gpus.length, 0) : null),
  seenAt: healthAt,
})
