import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bfclUpstreamFiles, upstreamUrl } from '@/server/core/tasks/bfcl-upstream'
import { readSuiteFolder } from '@/server/core/tasks/suite-folder'
import { db } from '@/server/db/client'
import { loadSuite } from '@/server/db/suites'
import { sha256 } from '@/server/hashes/content-hash'
import { downloadBfcl } from './download-bfcl'
import { importAcebench } from './import-acebench'
import { importBfclMemory } from './import-bfcl-memory'
import { importBfclSuite } from './import-bfcl-suite'
import { importBfclWebSearch } from './import-bfcl-web-search'
import { importPublishedScores } from './import-published-scores'
import { importStarterSuites } from './import-starter-suites'
import { readJsonFiles } from './read-files'

const benchmark = '../shared/bfcl/data'
const byDialogue = { draw: 'dialogue', seed: 0 } as const

describe('importing suites', () => {
  it('stores the starter suites once and gives them back whole', async () => {
    const first = await importStarterSuites()
    const second = await importStarterSuites()
    expect(first.map(({ name, version, created }) => [name, version, created])).toEqual([
      ['starter', 1, true],
      ['starter-ood', 1, true],
    ])
    expect(second.map(({ version, created }) => [version, created])).toEqual([
      [1, false],
      [1, false],
    ])
    const original = readSuiteFolder(await readJsonFiles('suites/starter'), sha256)
    expect(await loadSuite(original.hash)).toEqual(original)
  })

  it('says which file of a folder is missing, or that there is no folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'envtune-suite-'))
    writeFileSync(join(folder, 'other.json'), '{}')
    await expect(importBfclSuite(folder, byDialogue)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: `${folder}: BFCL_v4_multi_turn_base.json: the file is missing`,
    })
    rmSync(folder, { recursive: true })
    await expect(importBfclSuite(folder, byDialogue)).rejects.toMatchObject({
      message: `There is no folder ${folder}.`,
    })
  })

  it.skipIf(!existsSync(benchmark))(`divides the benchmark by dialogue (needs ${benchmark})`, async () => {
    const { id, taskCount } = await importBfclSuite(benchmark, byDialogue)
    expect(taskCount).toBe(800)
    const groups = await db().task.groupBy({ by: ['partition'], where: { suiteId: id }, _count: true })
    expect(Object.fromEntries(groups.map(({ partition, _count }) => [partition, _count]))).toEqual({
      train: 320,
      validation: 80,
      test: 400,
    })
    const sides = await db().task.groupBy({ by: ['dialogue', 'partition'], where: { suiteId: id } })
    expect(sides).toHaveLength(200)
  })
})

describe('importing benchmarks that are played by rules of their own', () => {
  const acebench = '../shared/acebench/data'

  it.skipIf(!existsSync(acebench))(`stores a suite a category, once (needs ${acebench})`, async () => {
    const stored = await importAcebench(acebench)
    expect(stored.map(({ name, taskCount, created }) => [name, taskCount, created])).toEqual([
      ['acebench-agent-multi-step', 20, true],
      ['acebench-agent-multi-turn', 30, true],
    ])
    expect((await importAcebench(acebench)).map(({ created }) => created)).toEqual([false, false])
    const [suite] = await Promise.all(stored.map(({ hash }) => loadSuite(hash)))
    expect(suite?.tasks[0]?.benchmark).toMatchObject({ kind: 'acebench', mode: 'multi_step' })
    expect(suite?.tasks.every(({ partition }) => partition === 'test')).toBe(true)
  })

  it.skipIf(!existsSync(benchmark))(`stores a suite a memory with its conversations (needs ${benchmark})`, async () => {
    const [kv, recSum] = await importBfclMemory(benchmark)
    expect([kv?.taskCount, recSum?.name]).toEqual([155, 'bfcl-memory-rec-sum'])
    const suite = await loadSuite(kv?.hash ?? '')
    expect(Object.keys(suite.tables)).toContain('conversations customer')
  })

  it.skipIf(!existsSync(benchmark))(`stores web search with and without snippets (needs ${benchmark})`, async () => {
    const stored = await importBfclWebSearch(benchmark)
    expect(stored.map(({ name, taskCount }) => [name, taskCount])).toEqual([
      ['bfcl-web-search', 100],
      ['bfcl-web-search-no-snippet', 100],
    ])
    const suite = await loadSuite(stored[1]?.hash ?? '')
    expect(suite.tasks[0]?.scenario).toBe('{"WebSearchAPI":{"show_snippet":false}}')
    expect(suite.toolDocs.WebSearchAPI).toHaveLength(2)
  })

  it('says which file of a folder is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'envtune-suite-'))
    await expect(importAcebench(folder)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: `${folder}: data_agent_multi_step.json: the file is missing`,
    })
    await expect(importBfclMemory(folder)).rejects.toMatchObject({
      message: `${folder}: BFCL_v4_memory.json: the file is missing`,
    })
    await expect(importBfclWebSearch(folder)).rejects.toMatchObject({
      message: `${folder}: BFCL_v4_web_search.json: the file is missing`,
    })
    rmSync(folder, { recursive: true })
  })
})

describe('downloading the benchmark', () => {
  const answer =
    (body: string, status = 200) =>
    async () =>
      new Response(body, { status })

  it('asks for the pinned commit', async () => {
    const urls: string[] = []
    const get = async (url: string) => {
      urls.push(url)
      return new Response('', { status: 404 })
    }
    await expect(downloadBfcl(get)).rejects.toThrow('the server answered 404')
    expect(urls).toEqual([upstreamUrl(bfclUpstreamFiles[0] ?? never())])
    expect(urls[0]).toContain('6ea57973c7a6097fd7c5915698c54c17c5b1b6c8')
  })

  it('refuses a file that is not the pinned one, and one that does not end', async () => {
    await expect(downloadBfcl(answer('something else'))).rejects.toThrow('its checksum is')
    await expect(downloadBfcl(answer('x'.repeat(1_000_000)))).rejects.toThrow('it is larger than')
  })

  it('says what to do without a network', async () => {
    const get = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') }))
    const download = downloadBfcl(get)
    await expect(download).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await expect(download).rejects.toThrow(/getaddrinfo ENOTFOUND.*import-bfcl <folder>/s)
  })
})

describe('published scores', () => {
  it('are stored once, in the order of the tables', async () => {
    await importPublishedScores()
    await importPublishedScores()
    const scores = await db().publishedScore.findMany({ orderBy: { id: 'asc' } })
    expect(scores).toHaveLength(155)
    expect(scores[0]).toMatchObject({
      model: 'Claude Sonnet 4',
      suite: 'BFCL V3 multi-turn',
      column: 'average',
      score: 57,
    })
  })
})

function never(): never {
  throw new Error('the list is empty')
}
