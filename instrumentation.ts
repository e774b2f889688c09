/** Runs once, when the pages' server starts. Trainers log in front of the pages (docs/tracking.md). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { putInFront } = await import('@/server/web/front.mjs')
  const { trackInFront } = await import('@/server/ingest/tracking/over-http')
  putInFront(trackInFront)
}
