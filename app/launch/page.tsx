import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { versionIn } from '@/app/version-in'
import { RefusedEnvironments } from '@/components/environments/refused-environments'
import { type Clone, cloneForm } from '@/components/launch/clone-form'
import { defaultSettings, type LaunchFormState, settingsAsText } from '@/components/launch/form-state'
import { LaunchForm } from '@/components/launch/launch-form'
import { defaultTrainer, trainerAsText } from '@/components/launch/trainer-text'
import { Page } from '@/components/shell/page'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { isNotFound } from '@/server/api/is-not-found'
import { serverCaller } from '@/server/api/root'

interface LaunchPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Launch a run' }

export default async function LaunchPage({ searchParams }: LaunchPageProps) {
  const query = await searchParams
  const [all, refused] = await Promise.all([serverCaller.launch.options(), serverCaller.environments.refused()])
  const options = await withChosen(all, query)
  const from = Number(query.from)
  const clone = Number.isInteger(from) && from > 0 && from < 2 ** 31 ? await cloneOf(from, options) : null
  return (
    <Page title="Launch a run" lead="Every choice becomes part of the run’s immutable snapshot.">
      <RefusedEnvironments refused={refused} />
      {!options.suites.some(({ kind }) => kind === 'in_distribution') ? (
        <Panel>
          <EmptyState title="No suite is stored yet">
            Start Envtune with <code>npm start</code>, which imports the starter suite, or import the benchmark with{' '}
            <code>npm run -s envtune -- suites import-bfcl &lt;folder&gt;</code>.
          </EmptyState>
        </Panel>
      ) : clone ? (
        <LaunchForm key={from} options={clone.options} start={clone.form} differences={clone.differences} />
      ) : (
        <LaunchForm options={options} start={firstForm(options, query)} differences={[]} />
      )}
    </Page>
  )
}

type Options = Awaited<ReturnType<typeof serverCaller.launch.options>>

type Query = Awaited<LaunchPageProps['searchParams']>

/** The options with the version of a curriculum that the address names, which need not be the newest. */
async function withChosen(options: Options, { curriculum: name, version }: Query): Promise<Options> {
  const number = versionIn(version)
  const isNewest = options.curricula.some((newest) => newest.name === name && newest.version === number)
  if (typeof name !== 'string' || number === undefined || isNewest) return options
  try {
    const { curriculum } = await serverCaller.curricula.get({ name, version: number })
    return { ...options, curricula: [...options.curricula, curriculum] }
  } catch (error) {
    if (isNotFound(error)) notFound()
    throw error
  }
}

function firstForm({ suites, curricula, augmentationSets }: Options, query: Query): LaunchFormState {
  const choose = (items: readonly { name: string }[], name: string) =>
    (items.find((item) => item.name === name) ?? items[0])?.name ?? ''
  const asked = curricula.findLast(
    ({ name, version }) => name === query.curriculum && version === Number(query.version),
  )
  const curriculum = asked?.name ?? choose(curricula, 'starter')
  return {
    name: '',
    suite: choose(
      suites.filter(({ kind }) => kind === 'in_distribution'),
      'starter',
    ),
    curriculum,
    curriculumVersion: asked?.version ?? curricula.find(({ name }) => name === curriculum)?.version ?? 1,
    augmentation: choose(augmentationSets, 'built-in'),
    reward: 'stage',
    seeds: '0',
    backend: 'local',
    model: '',
    engine: 'trl',
    trainer: trainerAsText(defaultTrainer),
    settings: settingsAsText(defaultSettings),
    stages: {},
    outOfDistribution: null,
    parent: null,
  }
}

/** The form filled with another run's choices. */
async function cloneOf(run: number, options: Options): Promise<Clone> {
  try {
    const [row, snapshot] = await Promise.all([serverCaller.runs.name({ run }), serverCaller.runs.snapshot({ run })])
    return cloneForm(row, snapshot, options)
  } catch (error) {
    if (isNotFound(error)) notFound()
    throw error
  }
}
