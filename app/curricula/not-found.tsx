import { NotFoundPage } from '@/components/shell/not-found-page'

export default function CurriculumNotFound() {
  return (
    <NotFoundPage title="There is no such curriculum or version" href="/curricula" label="All curricula">
      It may have been deleted, or the address names a version that was never saved.
    </NotFoundPage>
  )
}
