import type { NextRequest } from 'next/server'
import { AppError } from '@/server/app-error'
import { curriculumVersionInput, getCurriculum } from '@/server/services/curricula/get-curriculum'

/** One version of a curriculum as JSON, as the editor imports it. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const name = decodeURIComponent((await params).name)
  const text = request.nextUrl.searchParams.get('version')
  const wanted = curriculumVersionInput.safeParse(text === null ? { name } : { name, version: Number(text) })
  if (!wanted.success) return Response.json({ error: `"${name}" has no version "${text}".` }, { status: 404 })
  try {
    const { curriculum } = await getCurriculum(wanted.data)
    return new Response(`${JSON.stringify(curriculum, null, 2)}\n`, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName(curriculum)}"`,
      },
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      return Response.json({ error: error.message }, { status: 404 })
    throw error
  }
}

const fileName = ({ name, version }: { name: string; version: number }) =>
  `${name.replaceAll(/[^a-zA-Z0-9-]/g, '-')}-${version}.json`
