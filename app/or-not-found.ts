import { notFound } from 'next/navigation'
import { isNotFound } from '@/server/api/is-not-found'

/** What a page asks for; its address leads to nothing when that does not exist. */
export const orNotFound = <Asked>(asked: Promise<Asked>): Promise<Asked> =>
  asked.catch((error: unknown) => {
    if (isNotFound(error)) notFound()
    throw error
  })
