import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import { shortRun } from './support/short-run'
import { expect, expectAccessible, test } from './support/test'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let run: number

test.beforeAll(() => {
  run = shortRun()
})

const chart = (page: Page, title: string) => page.getByRole('application', { name: new RegExp(`^${title}:`) })

/** Charts are drawn when they come near the window. */
async function reach(page: Page, title: string): Promise<Locator> {
  await page.getByRole('heading', { name: title, exact: true }).scrollIntoViewIfNeeded()
  await expect(chart(page, title).locator('canvas')).toBeVisible({ timeout: 30_000 })
  await chart(page, title).focus()
  return chart(page, title)
}

async function openRun(page: Page, query = ''): Promise<void> {
  await page.goto(`/runs/${run}${query}`)
  await reach(page, 'Reward')
}

/** What of the episode list's filter is in the address. */
async function expectFilter(page: Page, ...parts: readonly string[]): Promise<void> {
  await expect(page).toHaveURL(/\/episodes\?/)
  const filter = new URL(page.url()).searchParams.get('q') ?? ''
  for (const part of parts) expect(filter).toContain(part)
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
}

test('a chart is zoomed, panned and reset by keyboard, and the zoom stands in the address', async ({ page }) => {
  await openRun(page)
  await reach(page, 'Reward')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('+')
  await expect(page).toHaveURL(/zoom=\d+-\d+/)
  const zoomed = new URL(page.url()).searchParams.get('zoom')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => new URL(page.url()).searchParams.get('zoom')).not.toBe(zoomed)
  await page.reload()
  await expect(page.getByRole('button', { name: /^Reset zoom/ })).toBeVisible()
  await reach(page, 'Reward')
  await page.keyboard.press('0')
  await expect(page).not.toHaveURL(/zoom=/)
  await page.getByRole('button', { name: 'Chart keys' }).click()
  await expect(page.getByRole('dialog', { name: 'Keys of a chart' }).getByText('zoom about the cursor')).toBeVisible()
})

test('the cursor of one chart is the cursor of all, and Enter opens exactly the episodes of its point', async ({
  page,
}) => {
  await openRun(page)
  await reach(page, 'Entropy')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  for (const title of ['Entropy', 'Gradient norm'])
    await expect(chart(page, title).locator('.readout')).toContainText('step 2')
  await page.keyboard.press('Enter')
  await expectFilter(page, `run = ${run}`, 'step = 2', 'partition = train')
})

test('a point of the test accuracy opens the test episodes of its suite', async ({ page }) => {
  await openRun(page)
  await reach(page, 'In and out of distribution')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expectFilter(page, `run = ${run}`, 'partition = test', 'suite = starter')
})

test('a cell of the heat map opens the episodes that played this turn at this step', async ({ page }) => {
  await openRun(page)
  const map = page.getByRole('button', { name: /^Turn reward by turn index and training step/ })
  await map.focus()
  for (const key of ['Home', 'Home', 'ArrowDown', 'ArrowRight']) await map.press(key)
  await expect(page.getByText(/^turn 2, step 2:/)).toBeVisible()
  await map.press('Enter')
  await expectFilter(page, 'step = 2', 'turn = 2', 'partition = train')
})

test('the axes are logarithmic, in episodes or in time, and come back with the address', async ({ page }) => {
  await openRun(page)
  await page.getByRole('button', { name: 'Log', exact: true }).click()
  await page.getByLabel('Across').selectOption('Wall time')
  await expect(page).toHaveURL(/y=log/)
  await expect(page).toHaveURL(/x=time/)
  await page.reload()
  await expect(page.getByLabel('Across')).toHaveValue('time')
  await expect(page.getByRole('button', { name: 'Log', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await reach(page, 'Reward')
  await page.keyboard.press('End')
  await expect(chart(page, 'Reward').locator('.readout')).toContainText(/\d+ s/)
  await page.getByLabel('Across').selectOption('Episodes')
  await expect(chart(page, 'Reward').locator('.readout')).toBeHidden()
  await reach(page, 'Reward')
  await page.keyboard.press('End')
  await expect(chart(page, 'Reward').locator('.readout')).toContainText(/[\d,]+ episodes/)
})

test('any chart is saved as vectors with its words, and as an image', async ({ page }) => {
  await openRun(page)
  const svg = await saved(page, page.getByRole('button', { name: 'Save the chart Reward' }), 'SVG vectors')
  expect(svg.suggestedFilename()).toBe('reward.svg')
  const text = await contentOf(svg)
  for (const part of ['<svg', '>Reward<', 'Training reward', 'training step', '<path', '#ffffff'])
    expect(text.toString()).toContain(part)
  expect(text.toString()).not.toContain('<image')
  const png = await saved(page, page.getByRole('button', { name: /^Save the chart Turn reward/ }), 'PNG image')
  expect((await contentOf(png)).subarray(1, 4).toString()).toBe('PNG')
})

async function saved(page: Page, button: Locator, format: string): Promise<Download> {
  await button.click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ])
  return download
}

const contentOf = async (download: Download) => readFile(await download.path())

test('every raw series is found by a part of its name and drawn', async ({ page }) => {
  await openRun(page)
  await page.getByLabel(/^Find among \d+ series$/).fill('malformed')
  await page.getByRole('checkbox', { name: /^format_error_rate/ }).click()
  await expect(page).toHaveURL(/series=format_error_rate/)
  await expect(page.getByRole('img', { name: /^Picked series\. format_error_rate: \d+ points/ })).toBeVisible()
})

test('the life of the tasks lists them by stage and leads to their episodes', async ({ page }) => {
  await openRun(page)
  const counts = page.getByRole('region', { name: 'Task life cycle by stage' })
  await page.getByRole('heading', { name: 'Task life cycle' }).scrollIntoViewIfNeeded()
  await counts
    .getByRole('button', { name: /^[1-9]\d* tasks .* in stage 2$/ })
    .first()
    .click()
  await expect(page).toHaveURL(/life=2-\w+/)
  const tasks = page.getByRole('region', { name: 'Tasks of the life cycle' })
  await expectAccessible(page)
  await tasks.getByRole('row').nth(1).getByRole('link').last().click()
  await expectFilter(page, `run = ${run}`, 'partition = train', 'task = ')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the charts are readable in the ${colorScheme} and fit a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const width of [1440, 390]) {
      // tall, so that charts are drawn and nothing lies half under the page's head
      await page.setViewportSize({ width, height: 2400 })
      await openRun(page)
      await page.evaluate(() => window.scrollTo(0, 0))
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })
}
