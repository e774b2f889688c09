import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { versionIn } from '@/app/version-in'
import { CurriculumEditor } from '@/components/curricula/curriculum-editor'
import { draftOf } from '@/components/curricula/draft'
import { Page } from '@/components/shell/page'
import { serverCaller } from '@/server/api/root'
import { paperCurriculum } from '@/server/core/curriculum/default-curriculum'

interface EditPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Edit a curriculum' }

export default async function EditCurriculumPage({ searchParams }: EditPageProps) {
  const { from, version } = await searchParams
  const [{ curriculum, isBuiltIn }, counts] = await Promise.all([
    copied(from, versionIn(version)),
    serverCaller.curricula.taskCounts(),
  ])
  const draft = draftOf(curriculum)
  const start = isBuiltIn ? { ...draft, name: `my-${draft.name}`, title: `${draft.title}, my own` } : draft
  return (
    <Page
      title="Edit a curriculum"
      lead="Saving stores a new version; versions never change, so runs stay what they were."
    >
      <CurriculumEditor key={`${from}/${version}`} start={start} origin={curriculum} counts={counts} />
    </Page>
  )
}

/** The version to begin with: the one in the address, else the paper's four stages. */
async function copied(from: string | string[] | undefined, version: number | undefined) {
  if (typeof from !== 'string') return { curriculum: paperCurriculum, isBuiltIn: true }
  return await orNotFound(serverCaller.curricula.get({ name: from, ...(version === undefined ? {} : { version }) }))
}
