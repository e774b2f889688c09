import { type NextRequest, NextResponse } from 'next/server'
import { readConfig } from '@/server/config'
import { findRefusal } from '@/server/http/allow-list'

const list = { hostNames: readConfig().allowedHosts, pagePorts: [] }

/** Runs before every route of the pages' server. */
export function proxy(request: NextRequest): NextResponse {
  const refusal = findRefusal({ host: request.headers.get('host'), origin: request.headers.get('origin') }, list)
  return refusal ? new NextResponse(`${refusal}\n`, { status: 403 }) : NextResponse.next()
}
