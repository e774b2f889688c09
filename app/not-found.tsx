import { NotFoundPage } from '@/components/shell/not-found-page'

export default function NotFound() {
  return (
    <NotFoundPage title="There is nothing at this address" href="/" label="All runs">
      The run, episode or page may have been removed, or the link is incomplete.
    </NotFoundPage>
  )
}
