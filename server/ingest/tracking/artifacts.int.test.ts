import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/server/db/client'
import { ask, newRun, tracked } from './testing/ask'

const folder = mkdtempSync(join(tmpdir(), 'envtune-artifacts-'))
let id = ''

beforeAll(async () => {
  id = await newRun()
})
beforeEach(() => {
  vi.stubEnv('ENVTUNE_DATA', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
})
afterAll(() => rmSync(folder, { recursive: true }))

const pathOf = (path: string, run = id) => `2.0/mlflow-artifacts/artifacts/0/${run}/artifacts/${path}`
const put = (path: string, content: string) => ask('PUT', pathOf(path), content)
const list = async (path: string) =>
  (await ask('GET', `2.0/mlflow-artifacts/artifacts?path=0/${id}/artifacts${path}`)).json()
const stored = async () => readdirSync(join(folder, 'artifacts', String((await row()).id)))
const row = () => db().run.findUniqueOrThrow({ where: { trackingId: id } })

describe('an artifact', () => {
  it('comes back as it was sent, replaced by what is sent later, as a download', async () => {
    await put('models/a b/weights.bin', 'first')
    expect((await put('models/a b/weights.bin', 'second ✓')).status).toBe(200)
    const answer = await ask('GET', pathOf('models/a%20b/weights.bin'))
    expect(await answer.text()).toBe('second ✓')
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(answer.headers.get('content-length')).toBe('10')
  })

  it('is listed by folder, for clients that ask either way', async () => {
    await put('log.txt', 'line')
    expect(await list('')).toEqual({
      files: [
        { path: 'log.txt', is_dir: false, file_size: 4 },
        { path: 'models', is_dir: true },
      ],
    })
    expect(await list('/models/a b')).toEqual({ files: [{ path: 'weights.bin', is_dir: false, file_size: 10 }] })
    const { root_uri, files } = await tracked('GET', 'artifacts/list', { run_id: id, path: 'models' })
    expect(root_uri).toBe(`mlflow-artifacts:/0/${id}/artifacts`)
    expect(files).toEqual([{ path: 'models/a b', is_dir: true }])
  })

  it('of any size is streamed, and one beyond the limit leaves nothing behind', async () => {
    const before = await stored()
    vi.stubEnv('ENVTUNE_MAX_ARTIFACT_MB', '1')
    async function* tooMuch() {
      for (;;) yield new Uint8Array(300_000)
    }
    const refused = await ask('PUT', pathOf('huge.bin'), tooMuch())
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining('too large') })
    expect(await stored()).toEqual(before)
    vi.stubEnv('ENVTUNE_MAX_RUN_ARTIFACTS_MB', '1')
    expect((await put('most.bin', 'x'.repeat(999_000))).status).toBe(200)
    expect((await put('more.bin', 'x'.repeat(2_000))).status).toBe(400)
  })

  it('is deleted alone or with its folder', async () => {
    await put('gone/a', '1')
    await put('gone/b', '2')
    expect((await ask('DELETE', pathOf('gone/a'))).status).toBe(200)
    expect((await ask('GET', pathOf('gone/a'))).status).toBe(404)
    expect((await ask('DELETE', pathOf('gone'))).status).toBe(200)
    expect(await list('/gone')).toEqual({ files: [] })
    expect((await ask('DELETE', pathOf('gone'))).status).toBe(404)
  })

  it('whose folder would be a file, or whose file a folder, is refused', async () => {
    await put('one/file', '1')
    expect((await put('one/file/below', '2')).status).toBe(400)
    expect((await put('one', '2')).status).toBe(400)
  })
})

describe('a path that leads elsewhere', () => {
  it.each(['..%2f..%2fsecret', 'a%2f..%2f..%2fb', 'a%5c..%5cb', 'a%00b', 'a//b', '%2e%2e%2fx', 'c%3a/x'])(
    '%s is refused',
    async (path) => {
      const before = await stored()
      expect((await put(path, 'x')).status).toBeGreaterThanOrEqual(400)
      expect((await ask('GET', pathOf(path))).status).toBeGreaterThanOrEqual(400)
      expect(await stored()).toEqual(before)
    },
  )

  it('through a link in the data folder is not followed', async () => {
    await put('linked', 'mine')
    const [newest] = (await stored()).filter((name) => !name.startsWith('.'))
    const secret = join(folder, 'secret')
    writeFileSync(secret, 'secret')
    const run = String((await row()).id)
    for (const name of await stored()) {
      rmSync(join(folder, 'artifacts', run, name))
      symlinkSync(secret, join(folder, 'artifacts', run, name))
    }
    expect(newest).toBeDefined()
    const answer = await ask('GET', pathOf('linked'))
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('secret')
  })

  it('of another run or of none is refused', async () => {
    expect((await ask('GET', pathOf('a', '0'.repeat(32)))).status).toBe(404)
    expect((await ask('GET', '2.0/mlflow-artifacts/artifacts/elsewhere/a')).status).toBe(400)
    expect((await ask('GET', '2.0/mlflow-artifacts/artifacts?path=/etc')).status).toBe(400)
  })
})

it('what comes in several parts is refused in the words that let clients send it in one', async () => {
  const answer = await ask('POST', `2.0/mlflow-artifacts/mpu/create/0/${id}/artifacts`, '{}')
  expect(answer.status).toBe(501)
  expect(await answer.json()).toMatchObject({
    message: expect.stringMatching(/^Multipart upload is not supported for the current artifact repository/),
  })
})
