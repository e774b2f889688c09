import { randomUUID } from 'node:crypto'
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { EndpointError } from '@/server/core/chat/endpoint-error'
import { requestText, type WebAnswer, type WebRequest } from '@/server/core/environments/web-search/web-request'
import type { Web } from '@/server/core/episodes/web-search/web'
import { sha256 } from '@/server/hashes/content-hash'

const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('search'), keywords: z.string(), region: z.string() }),
  z.object({ kind: z.literal('page'), url: z.string() }),
])
const resultSchema = z.object({ title: z.string(), href: z.string(), body: z.string() })
const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('results'), results: z.array(resultSchema) }),
  z.object({ kind: z.literal('page'), text: z.string() }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
])
const entrySchema = z.object({ request: requestSchema, answer: answerSchema })

/**
 * What was asked of the web and answered, in a folder: a file for each request, named by the sha256 of its text. What
 * is recorded stays as it is.
 */
export class Recording {
  constructor(private readonly folder: string) {}

  /** Null: not recorded. Throws when the file does not hold what its name says. */
  async find(request: WebRequest): Promise<WebAnswer | null> {
    const file = this.fileOf(request)
    const text = await readIfThere(file)
    if (text === null) return null
    const entry = entrySchema.safeParse(jsonOf(text))
    if (!entry.success) throw new Error(`${file} is no recording of the web: ${z.prettifyError(entry.error)}`)
    if (requestText(entry.data.request) !== requestText(request))
      throw new Error(`${file} was recorded for another request than its name says`)
    return entry.data.answer
  }

  /** Answers what stands there now: of two that ask at once, the first is recorded. */
  async add(request: WebRequest, answer: WebAnswer): Promise<WebAnswer> {
    await mkdir(this.folder, { recursive: true })
    const draft = join(this.folder, `${randomUUID()}.draft`)
    await writeFile(draft, `${JSON.stringify({ request, answer })}\n`)
    try {
      // put into place whole, and never over another
      await link(draft, this.fileOf(request))
      return answer
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error
      return (await this.find(request)) ?? answer
    } finally {
      await rm(draft, { force: true })
    }
  }

  /** Over everything that is recorded; null: there is no such folder. */
  async hash(): Promise<string | null> {
    const names = await readdir(this.folder).catch(() => null)
    if (names === null) return null
    const lines: string[] = []
    for (const name of names.filter((found) => found.endsWith('.json')).sort())
      lines.push(`${name} ${sha256(await readFile(join(this.folder, name), 'utf8'))}`)
    return sha256(lines.join('\n'))
  }

  private fileOf(request: WebRequest): string {
    return join(this.folder, `${sha256(requestText(request))}.json`)
  }
}

/** Answers from a recording alone, or asks others for what it lacks and records that. */
export class RecordedWeb implements Web {
  constructor(
    private readonly recording: Recording,
    /** Null: nobody is asked, and what is not recorded is not to be had. */
    private readonly beyond: Web | null,
  ) {}

  async ask(request: WebRequest, signal: AbortSignal): Promise<WebAnswer> {
    const known = await this.recording.find(request)
    if (known !== null) return known
    if (this.beyond === null) throw new EndpointError('server', `not recorded: ${wordsOf(request)}`)
    return this.recording.add(request, await this.beyond.ask(request, signal))
  }
}

const wordsOf = (request: WebRequest): string =>
  request.kind === 'page'
    ? `the page ${request.url}`
    : `the search for "${request.keywords}" in the region ${request.region}`

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null
    throw error
  }
}

const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
