import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSuiteFolder } from '@/server/core/tasks/suite-folder'
import { solutionsOf } from '@/server/endpoints/testing/solutions'
import { type ChatServer, startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { sha256 } from '@/server/hashes/content-hash'
import { readJsonFiles } from '@/server/services/suites/read-files'
import { envtune, expect, expectAccessible, test } from './support/test'

let server: ChatServer

test.beforeAll(async () => {
  const suites = await Promise.all(
    ['starter', 'starter-ood'].map(async (name) => readSuiteFolder(await readJsonFiles(join('suites', name)), sha256)),
  )
  server = await startChatServer(Object.assign({}, ...suites.map(solutionsOf)))
})
test.afterAll(() => server.stop())

test('an endpoint is added, tried, and evaluated; its row stands on the leaderboard', async ({ page, context }) => {
  test.setTimeout(180_000)
  await page.goto('/evaluations')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Endpoints' }).click()
  await page.getByRole('button', { name: 'Add an endpoint' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('an address as http://localhost:8000/v1')).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Name').fill('scripted')
  await page.getByLabel('Address').fill(server.url)
  await page.getByLabel('Model').fill('solver')
  await page.getByLabel('Key', { exact: true }).fill('not-the-key')
  await page.getByLabel('Price of input ($)').fill('1')
  await page.getByLabel('Price of output ($)').fill('2')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Test scripted' }).click()
  await expect(page.getByText('An evaluation would fail; the steps say where.')).toBeVisible()
  await expect(page.getByText('HTTP 401: Incorrect API key.').first()).toBeVisible()

  await page.getByRole('button', { name: 'Change scripted' }).click()
  await page.getByLabel('Key', { exact: true }).fill(server.key)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Test scripted' }).click()
  await expect(page.getByText('it serves solver')).toBeVisible()
  await expectAccessible(page)
  expect(await page.content()).not.toContain(server.key)
  await page.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('link', { name: 'New evaluation' }).first().click()
  await page.getByLabel('Endpoint', { exact: true }).selectOption({ label: 'scripted (solver)' })
  await page.getByLabel('Repeats').fill('0')
  await page.getByRole('button', { name: 'Start the evaluation' }).click()
  await expect(page.getByText('a whole number from 1 to 20', { exact: true })).toBeVisible()
  await page.getByLabel('Repeats').fill('1')
  await page.getByLabel('Name').fill('Scripted and right')
  await expect(page.getByText('144 plays')).toBeVisible()
  await expect(page.getByText(/about \$\d/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start the evaluation' }).click()

  await expect(page.getByRole('heading', { name: 'Scripted and right' })).toBeVisible()
  await expect(page.getByText('finished')).toBeVisible({ timeout: 120_000 })
  const suite = page.getByRole('row', { name: /Starter tasks starter/ })
  await expect(suite).toContainText('100 of 100')
  await expect(suite).toContainText('100.0 %')
  await expect(page.getByText('None: every request was answered in the end.')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('link', { name: 'Episodes', exact: true }).last().click()
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await page.goto('/leaderboard')
  const row = page.getByRole('row', { name: /Scripted and right/ }).first()
  await expect(row).toContainText('endpoint')
  await expect(row).toContainText('100.0 %')
  const filter = page.getByRole('combobox', { name: /^Filter/ })
  await expect(async () => {
    await filter.fill('kind = endpoint and name : "Scripted and right"')
    await filter.press('Enter')
    await expect(page).toHaveURL(/\?q=kind/, { timeout: 2000 })
  }).toPass()
  const board = page.getByRole('region', { name: 'Measured here' })
  await expect(board.getByRole('row')).toHaveCount(2)
  await expect(page.getByText('published, not measured here')).toHaveCount(0)
  await page.getByRole('link', { name: 'Keep these rows' }).click()
  await expect(page).toHaveURL(/\?q=id\+%3D\+\d+$/)
  // the address alone brings the rows back
  await page.goto(page.url())
  await expect(board.getByRole('row')).toHaveCount(2)
  await expectAccessible(page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const panel = page.locator('section').filter({ has: board })
  await expect(async () => {
    await panel.getByRole('button', { name: 'Markdown' }).click()
    await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible({ timeout: 2000 })
  }).toPass()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\| 1 \| Scripted and right #\d+ \| 100\.0 /,
  )
  const download = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'CSV' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toMatch(
    /^rank,run,name,turn,.*\r?\n1,\d+,Scripted and right,1,/,
  )
  await row.getByRole('link', { name: 'Scripted and right', exact: true }).click()
  await expect(page).toHaveURL(/\/evaluations\/\d+$/)
})

test('an evaluation is cancelled where it stands, says what is open, and goes on', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/evaluations?endpoints=shown')
  await page.getByRole('button', { name: 'Add an endpoint' }).click()
  await page.getByLabel('Name').fill('slow one')
  await page.getByLabel('Address').fill(server.url)
  await page.getByLabel('Model').fill('slow')
  await page.getByLabel('Key', { exact: true }).fill(server.key)
  await page.getByLabel('Requests at a time').fill('1')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Test slow one' })).toBeVisible()

  await page.goto('/evaluations/new?suite=starter-ood')
  await page.getByLabel('Endpoint', { exact: true }).selectOption({ label: 'slow one (slow)' })
  await page.getByRole('button', { name: 'Start the evaluation' }).click()
  await expect(page.getByText('running', { exact: true })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('cancelled', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/Cancelled: \d+ of 44 plays are open\. Resume goes on with them\./)).toBeVisible()
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByText('running', { exact: true })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible({ timeout: 30_000 })
})

test('a search provider is added, loses its key and is removed', async ({ page }) => {
  await page.goto('/evaluations/new?search=shown')
  await expect(async () => {
    await page.getByRole('button', { name: 'Add a search provider' }).last().click({ timeout: 2000 })
    await expect(page.getByLabel('Address of a search engine')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.getByLabel('Name').last().fill('library')
  await page.getByLabel('Address of a search engine').fill('http://127.0.0.1:1')
  await page.getByLabel('Key', { exact: true }).fill('key-of-the-library')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/ENVTUNE_SEARCH_HOSTS/)).toBeVisible()
  await expect(page.getByLabel('Address of a search engine')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
  await page.getByLabel('Address of a search engine').fill('https://search.example')
  await page.getByRole('button', { name: 'Save' }).click()

  const library = page.getByRole('listitem').filter({ hasText: 'https://search.example' })
  await expect(library).toContainText('with key')
  await library.getByRole('button', { name: 'Change library' }).click()
  await page.getByLabel(/Forget/).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(library.getByRole('button', { name: 'Change library' })).toBeVisible()
  await expect(library).not.toContainText('with key')
  await library.getByRole('button', { name: 'Remove library' }).click()
  await expect(library).toHaveCount(0)
})

test('the command evaluates an address and answers with the outcome as JSON', async () => {
  test.setTimeout(120_000)
  const outcome = await envtune(
    'evaluate',
    '--endpoint',
    server.url,
    '--model',
    'nobody',
    '--suite',
    'starter-ood',
    '--json',
  )
  expect(outcome.status).toBe(1)
  expect(JSON.parse(outcome.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
    status: 'failed',
    plays: { done: 0, total: 44 },
    reason: expect.stringContaining('HTTP 401: Incorrect API key.'),
  })
  const stored = await envtune('evaluate', '--endpoint', 'scripted', '--suite', 'starter-ood', '--json')
  expect(stored.status).toBe(0)
  expect(JSON.parse(stored.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
    status: 'finished',
    suites: { 'starter-ood': { tasks: 44, task: { value: 1 } } },
  })
})
