import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { randomModel } from '@/server/backends/ray/testing/random-model'
import { RayHead, rayPython } from '@/server/backends/ray/testing/ray-head'
import { envtune, expect, expectAccessible, runScript, test, testInstance } from './support/test'

// the second evaluates what the first has trained
test.describe.configure({ mode: 'serial' })

const python = rayPython()
let head: RayHead
let checkpoints: string
let run: number

test.beforeAll(async () => {
  test.setTimeout(600_000)
  checkpoints = mkdtempSync(join(tmpdir(), 'envtune-checkpoints-'))
  head = await RayHead.start(python)
  const stored = await runScript('e2e/support/store-small-training.ts')
  expect(stored.status, stored.stderr).toBe(0)
})

test.afterAll(async () => {
  await head.end()
  rmSync(checkpoints, { recursive: true, force: true })
})

test('a language model is trained from the browser: two stages on Ray with TRL', async ({ page }) => {
  test.setTimeout(1_300_000)
  await addCluster(page)
  await launch(page)
  await expect(page).toHaveURL(/\/runs\/\d+$/)
  run = Number(page.url().split('/').at(-1))
  await expect(page.getByText('finished', { exact: true }).first()).toBeVisible({ timeout: 1_100_000 })
  await expectStages(page)
  await expectLineage(page)
  await expectAccessible(page)
  await expectSeries(page, run)
  await expectEpisodes(page, run)
  await expectOnLeaderboard(page, run)
})

test('its checkpoint is served by a job on the cluster and evaluated by the command, the model as it was before it', async ({
  page,
}) => {
  test.setTimeout(600_000)
  const command = ['evaluate', '--run', String(run), '--suite', 'small', '--suite', 'small-ood', '--json']
  const { status, stdout, stderr } = await envtune(...command)
  expect(status, stderr).toBe(0)
  const { evaluation, base, ...outcome } = outcomeSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  expect(outcome).toMatchObject({ status: 'finished', plays: { done: 6, total: 6 }, requests: { failed: 0 } })
  expect(outcome.tokens.output).toBeGreaterThan(0)
  for (const [played, weights] of [
    [base, '/model'],
    [evaluation, '/1-hints/checkpoint-4'],
  ] as const) {
    await page.goto(`/evaluations/${played}`)
    await expect(page.getByRole('row', { name: /small-ood/ })).toContainText('2 of 2')
    await expect(page.getByText('6 cut short, which counts: an answer was cut for its length')).toBeVisible()
    const job = page.getByRole('region', { name: 'Jobs of this run' }).getByRole('row', { name: /serve-1/ })
    await expect(job).toContainText('stopped')
    await expect(page.getByRole('definition').filter({ hasText: weights })).toBeVisible()
  }
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Against the untrained policy' }).click()
  await expect(page.getByText('small-ood').first()).toBeVisible()
})

const outcomeSchema = z.object({
  evaluation: z.number(),
  base: z.number(),
  status: z.string(),
  plays: z.object({ done: z.number(), total: z.number() }),
  requests: z.object({ sent: z.number(), failed: z.number() }),
  tokens: z.object({ input: z.number(), output: z.number() }),
})

/** The gate ended the first stage and let the second begin where it stood. */
async function expectStages(page: Page): Promise<void> {
  const card = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  await expect(card('Mastering syntax')).toContainText('steps 0–2')
  await expect(card('Mastering syntax')).toContainText('the next stage starts all the same')
  await expect(card('Learning with hints')).toContainText('steps 2–6')
  await expect(card('Learning with hints')).toContainText('ended at its limit')
}

/** One job a stage; the second began from the checkpoint of the first. */
async function expectLineage(page: Page): Promise<void> {
  const row = (region: string, text: string) =>
    page.getByRole('region', { name: region }).getByRole('row', { name: text })
  await expect(row('Jobs of this run', 'attempt-1')).toContainText(/syntax(succeeded|stopped)/)
  await expect(row('Jobs of this run', 'attempt-2')).toContainText(/hints(succeeded|stopped)/)
  await expect(row('Jobs of this run', 'attempt-3')).toContainText('test tasks, finalsucceeded')
  await expect(row('Checkpoints of this run', '/0-syntax/checkpoint-2')).toContainText('attempt 2')
  await expect(row('Checkpoints of this run', '/1-hints/checkpoint-4')).toBeVisible()
  await expect(page.getByText('GPU-hours')).toBeVisible()
}

async function addCluster(page: Page): Promise<void> {
  const { url, envUrl } = testInstance()
  await page.goto('/backends')
  await page.getByRole('button', { name: 'Add a cluster' }).click()
  await page.getByLabel('Name', { exact: true }).fill('loopback')
  await page.getByLabel('Address of Ray’s dashboard').fill(head.connection.address)
  await page.getByLabel('Environment server').fill(envUrl.replace('http', 'ws'))
  await page.getByLabel('Tracking server').fill(url)
  await page.getByLabel('Checkpoint folder').fill(checkpoints)
  await page.getByLabel('Python').fill(python)
  await page.getByLabel('Server for checkpoints').selectOption({ label: 'transformers serve' })
  await page.getByLabel('Token', { exact: true }).fill(head.token)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Test' }).click()
  await expect(page.getByText('A run can be launched here.')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('2.58.0', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
}

async function launch(page: Page): Promise<void> {
  await page.goto('/launch')
  await page.getByLabel('Backend', { exact: true }).selectOption('loopback')
  await page.getByLabel('Model', { exact: true }).fill(randomModel(python, join(checkpoints, 'model')))
  await page.getByLabel('Engine', { exact: true }).selectOption('trl')
  await page.getByLabel('Suite', { exact: true }).selectOption('small')
  await page.getByLabel('Curriculum', { exact: true }).selectOption({ label: 'Two short stages (version 1)' })
  await page.getByText('Trainer settings').click()
  const settings = {
    'Learning rate': '0.001',
    Response: '160',
    'One message': '16',
    'GPUs a node': '0',
    'Micro-batch': '2',
  }
  for (const [label, value] of Object.entries(settings)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Numbers').selectOption('float32')
  await page.getByLabel('Test tasks').selectOption('end')
  await expect(page.getByRole('list', { name: 'What to know of the backend' })).toContainText('end to end on a CPU')
  await page.getByRole('button', { name: 'Launch', exact: true }).click()
}

const seriesAnswer = z.object({
  result: z.object({
    data: z.object({
      json: z.object({
        series: z.array(z.object({ name: z.string(), steps: z.array(z.number()) })),
      }),
    }),
  }),
})

/** Metrics came through the tracking route, under the engine's names, each step of both stages once. */
async function expectSeries(page: Page, run: number): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ json: { run, names: ['grad_norm'] } }))
  const response = await page.request.get(`/api/trpc/runs.series?input=${input}`)
  const { series } = seriesAnswer.parse(await response.json()).result.data.json
  expect(series.map(({ steps }) => steps)).toEqual([[1, 2, 3, 4, 5, 6]])
}

/** The environment server has recorded what was played. */
async function expectEpisodes(page: Page, run: number): Promise<void> {
  await page.getByRole('link', { name: 'Episodes', exact: true }).last().click()
  await expect(page).toHaveURL(new RegExp(`/episodes\\?.*\\b${run}\\b`))
  await expect(page.getByRole('table').getByRole('row').nth(3)).toBeVisible()
}

/** Test tasks were played in and out of distribution: the run has its row. */
async function expectOnLeaderboard(page: Page, run: number): Promise<void> {
  await page.goto('/leaderboard')
  const row = page.getByRole('row').filter({ has: page.locator(`a[href="/runs/${run}"]`) })
  await expect(row.first()).toBeVisible()
}
