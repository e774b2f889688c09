import type { Metadata } from 'next'
import Link from 'next/link'
import { orNotFound } from '@/app/or-not-found'
import { versionIn } from '@/app/version-in'
import { curriculumHref, editHref, launchHref } from '@/components/curricula/curriculum-href'
import { CurriculumView } from '@/components/curricula/curriculum-view'
import { DifferenceView } from '@/components/curricula/difference-view'
import { RemoveVersion } from '@/components/curricula/remove-version'
import { Page } from '@/components/shell/page'
import { Button } from '@/components/ui/button'
import { serverCaller } from '@/server/api/root'
import { countOf } from '@/server/core/count-of'
import { curriculumDiff } from '@/server/core/curriculum/curriculum-diff'

interface CurriculumPageProps {
  readonly params: Promise<{ name: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: CurriculumPageProps): Promise<Metadata> {
  return { title: `Curriculum ${decodeURIComponent((await params).name)}` }
}

export default async function CurriculumPage({ params, searchParams }: CurriculumPageProps) {
  const name = decodeURIComponent((await params).name)
  const query = await searchParams
  const [shown, counts] = await Promise.all([find(name, versionIn(query.version)), serverCaller.curricula.taskCounts()])
  const against = versionIn(query.against)
  const other = against === undefined ? null : (await find(name, against)).curriculum
  const { curriculum, isBuiltIn, versions } = shown
  const { version } = curriculum
  const runs = versions.find((row) => row.version === version)?.runs ?? 0
  return (
    <Page
      title={curriculum.title}
      lead={
        <>
          <code>{name}</code> version {version}: {usedInWords(runs, isBuiltIn)}
        </>
      }
      actions={
        <>
          {runs === 0 && !isBuiltIn && <RemoveVersion name={name} version={version} />}
          <Button asChild>
            <a href={`${curriculumHref(name)}/export?version=${version}`} download>
              Export JSON
            </a>
          </Button>
          <Button asChild>
            <Link href={editHref(name, version)}>Edit a copy</Link>
          </Button>
          <Button asChild look="primary">
            <Link href={launchHref(name, version)}>Launch with it</Link>
          </Button>
        </>
      }
    >
      <div className="grid min-w-0 gap-4">
        <CurriculumView shown={shown} counts={counts} />
        {other && (
          <DifferenceView
            diff={curriculumDiff(other, curriculum)}
            before={`version ${other.version}`}
            after={`version ${version}`}
          />
        )}
      </div>
    </Page>
  )
}

const usedInWords = (runs: number, isBuiltIn: boolean): string => {
  const used = runs === 0 ? 'no run has used it yet' : `used by ${countOf(runs, 'run')}, and so frozen`
  return isBuiltIn ? `comes with Envtune; ${used}` : used
}

async function find(name: string, version: number | undefined) {
  return await orNotFound(serverCaller.curricula.get({ name, ...(version === undefined ? {} : { version }) }))
}
