import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualRetries } from '@/server/core/chat/retry-delay'
import type { WebRequest } from '@/server/core/environments/web-search/web-request'
import { HttpWeb } from './http-web'
import { RecordedWeb, Recording } from './recording'

const inside = { caller: 'test', setting: 'THE_SETTING', hosts: ['127.0.0.1'] }
const signal = new AbortController().signal
const search = (keywords: string, region = 'wt-wt'): WebRequest => ({ kind: 'search', keywords, region })
let server: Server
let origin = ''
const asked: { url: string; key: string | undefined }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const keywords = searchParams.get('q')
    asked.push({ url: request.url ?? '', key: request.headers.authorization })
    const send = (status: number, type: string, body: string | Buffer, headers = {}) =>
      response.writeHead(status, { 'content-type': type, ...headers }).end(body)
    if (keywords === 'broken') return send(200, 'application/json', '{"results": [')
    if (keywords === 'busy' && asked.filter(({ url }) => url.includes('busy')).length < 3)
      return send(429, 'text/plain', 'later', { 'retry-after': '0' })
    if (keywords === 'closed') return send(403, 'text/plain', 'no')
    if (keywords === 'slow' || path === '/slow') return
    if (path === '/search')
      return send(
        200,
        'application/json',
        JSON.stringify({ results: [{ title: 'T', url: 'https://t.example', content: null }] }),
      )
    if (path === '/shaky' && asked.filter(({ url }) => url === '/shaky').length < 3)
      return send(503, 'text/html', 'later', { 'retry-after': '0' })
    if (path === '/torn' && asked.filter(({ url }) => url === '/torn').length < 2) return void request.socket.destroy()
    if (path === '/shaky' || path === '/torn') return send(200, 'text/html', 'there after all')
    if (path === '/down') return send(500, 'text/html', 'never')
    if (path === '/page')
      return send(200, 'text/html; charset=iso-8859-1', Buffer.from('<p>Tee f\xfcr zwei</p>', 'latin1'))
    if (path === '/packed') return send(200, 'text/html', gzipSync('<p>packed</p>'), { 'content-encoding': 'gzip' })
    if (path === '/moved') return send(302, 'text/html', '', { location: '/page' })
    if (path === '/round') return send(302, 'text/html', '', { location: '/round' })
    if (path === '/away') return send(302, 'text/html', '', { location: 'http://169.254.169.254/latest' })
    if (path === '/image') return send(200, 'image/png', 'PNG')
    if (path === '/large') return send(200, 'text/html', Buffer.alloc(5_000_001, 'x'))
    return send(404, 'text/html', 'nothing')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address === 'object' && address) origin = `http://127.0.0.1:${address.port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const web = (timeoutSeconds = 5, guard = inside) =>
  new HttpWeb({ baseUrl: origin, key: 'key-of-the-lab', timeoutSeconds, guard }, inside, {
    ...{ ...usualRetries, attempts: 3, firstWaitMs: 1, longestWaitMs: 1 },
  })
const page = (path: string, timeoutSeconds = 5) =>
  web(timeoutSeconds).ask({ kind: 'page', url: `${origin}${path}` }, signal)

describe('a search engine', () => {
  it('is asked as SearXNG is, with its key and the language of the region', async () => {
    const answer = await web().ask(search('dear tea', 'uk-en'), signal)
    expect(answer).toEqual({ kind: 'results', results: [{ title: 'T', href: 'https://t.example', body: '' }] })
    expect(asked.at(-1)).toEqual({
      ...{ url: '/search?q=dear+tea&format=json&language=en-GB', key: 'Bearer key-of-the-lab' },
    })
  })

  it('is asked again when it is busy', async () => {
    expect(await web().ask(search('busy'), signal)).toMatchObject({ kind: 'results' })
    expect(asked.filter(({ url }) => url.includes('busy'))).toHaveLength(3)
  })

  it('that does not answer as it should is no search without results', async () => {
    await expect(web().ask(search('broken'), signal)).rejects.toMatchObject({ failure: 'malformed' })
    await expect(web().ask(search('closed'), signal)).rejects.toMatchObject({ failure: 'refused' })
    await expect(web(0.05).ask(search('slow'), signal)).rejects.toMatchObject({ failure: 'timeout' })
  })

  it('inside this machine is asked only where the operator has named it', async () => {
    const before = asked.length
    await expect(web(5, { ...inside, hosts: [] }).ask(search('tea'), signal)).rejects.toThrow(
      'Add 127.0.0.1 to THE_SETTING',
    )
    expect(asked).toHaveLength(before)
  })
})

describe('a page', () => {
  it('is read in its own characters, unpacked and where it has moved to', async () => {
    expect(await page('/page')).toEqual({ kind: 'page', text: '<p>Tee für zwei</p>' })
    expect(await page('/packed')).toEqual({ kind: 'page', text: '<p>packed</p>' })
    expect(await page('/moved')).toEqual({ kind: 'page', text: '<p>Tee für zwei</p>' })
  })

  it.each([
    ['/none', '404 Client Error: Not Found for url:'],
    ['/image', 'it is image/png, which is no text'],
    ['/large', 'it is larger than 5 MB'],
    ['/round', 'more than 5 redirects'],
    ['/away', 'which no test may call'],
  ])('%s is told to the agent as not to be had', async (path, reason) => {
    expect(await page(path)).toEqual({ kind: 'failed', reason: expect.stringContaining(reason) })
  })

  it.each(['/shaky', '/torn'])('%s that is not to be had for a moment is asked for again', async (path) => {
    expect(await page(path)).toEqual({ kind: 'page', text: 'there after all' })
  })

  it('is asked for so often and no more, then its failure is told; one that is not there, once', async () => {
    const times = (path: string) => asked.filter(({ url }) => url === path).length
    const reason = expect.stringMatching(/^500 Server Error: .* for url: /)
    expect(await page('/down')).toEqual({ kind: 'failed', reason })
    expect(times('/down')).toBe(3)
    const before = times('/none')
    await page('/none')
    expect(times('/none')).toBe(before + 1)
  })

  it('whose server does not answer is told, too', async () => {
    expect(await page('/slow', 0.05)).toEqual({ kind: 'failed', reason: 'no answer within 0.05 s' })
  })

  it('inside this machine is never read for a model', async () => {
    const ordinary = new HttpWeb({ baseUrl: origin, key: null, timeoutSeconds: 5, guard: inside })
    const answer = await ordinary.ask({ kind: 'page', url: `${origin}/page` }, signal)
    expect(answer).toMatchObject({ kind: 'failed', reason: expect.stringContaining('inside this machine') })
  })
})

describe('a recording', () => {
  it('answers what it holds, asks for the rest and keeps that', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'envtune-web-')), 'own')
    const recording = new Recording(folder)
    expect(await recording.hash()).toBeNull()
    const recorded = new RecordedWeb(recording, web())
    const [first, second] = await Promise.all([
      recorded.ask(search('tea'), signal),
      recorded.ask(search('tea'), signal),
    ])
    expect(second).toEqual(first)
    const before = asked.length
    expect(await new RecordedWeb(recording, null).ask(search('tea'), signal)).toEqual(first)
    expect(asked).toHaveLength(before)
    await expect(new RecordedWeb(recording, null).ask(search('coffee'), signal)).rejects.toThrow(
      'not recorded: the search for "coffee"',
    )
    const files = await readdir(folder)
    expect(files).toHaveLength(1)
    const hash = await recording.hash()
    await writeFile(join(folder, files[0] ?? ''), '{"request": {}}')
    expect(await recording.hash()).not.toBe(hash)
    await expect(recorded.ask(search('tea'), signal)).rejects.toThrow('is no recording of the web')
    await rm(join(folder, '..'), { recursive: true })
  })
})
