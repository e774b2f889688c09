import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/or-not-found'
import { isFiltered, readEpisodesView } from '@/components/episodes/episodes-view-state'
import { TrajectoryView } from '@/components/trajectory/trajectory-view'
import { serverCaller } from '@/server/api/root'

interface EpisodePageProps {
  readonly params: Promise<{ episode: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Pick<EpisodePageProps, 'params'>): Promise<Metadata> {
  return { title: `Episode ${(await params).episode}` }
}

export default async function EpisodePage({ params, searchParams }: EpisodePageProps) {
  const { episode: id } = await params
  if (!/^[1-9]\d{0,17}$/.test(id)) notFound()
  const list = readEpisodesView(await searchParams)
  const [episode, moments] = await orNotFound(
    Promise.all([serverCaller.episodes.get({ episode: id }), serverCaller.episodes.history({ episode: id })]),
  )
  // opened by itself, an episode stands among those of its run
  const { filter, sort, reverse } = isFiltered(list) ? list : { ...list, filter: `run = ${episode.run.id}` }
  const neighbours = await serverCaller.episodes.neighbours({ filter, sort, reverse, episode: id })
  return <TrajectoryView key={id} episode={episode} moments={moments} list={list} neighbours={neighbours} />
}
