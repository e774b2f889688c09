import { AppError } from '@/server/app-error'
import { streamOf } from '@/server/http/stream-of'
import { fileHeaders } from '@/server/ingest/tracking/artifact-request'
import { openRunArtifact } from '@/server/services/tracking/open-artifact'

export const dynamic = 'force-dynamic'

interface Address {
  readonly params: Promise<{ run: string; path: string[] }>
}

/** A file of a run, to be saved by a browser. */
export async function GET(_: Request, { params }: Address): Promise<Response> {
  const { run, path } = await params
  if (!/^[1-9]\d{0,8}$/.test(run)) return new Response('There is no such run.\n', { status: 404 })
  try {
    const file = await openRunArtifact(Number(run), path.map(decodeURIComponent).join('/'))
    return new Response(streamOf(file.content), { headers: fileHeaders(file) })
  } catch (error) {
    if (error instanceof AppError) return new Response(`${error.message}\n`, { status: 404 })
    throw error
  }
}
