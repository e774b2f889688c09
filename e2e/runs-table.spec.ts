import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './support/test'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test('a field that is wrong says so where it is, and nothing is launched', async ({ page }) => {
  await page.goto('/launch')
  await page.getByLabel('Seeds').fill('4-0')
  await expect(page.getByText('“4-0” runs backwards; write 0-4.')).toBeVisible()
  await page.getByText('Policy settings').click()
  await page.getByLabel('Learning rate').fill('fast')
  await expect(page.getByText('A number is needed.')).toBeVisible()
  await page.getByRole('button', { name: /^Launch/ }).click()
  await expect(page).toHaveURL(/\/launch$/)
  await expect(page.getByText('2 fields need another look.')).toBeVisible()
})

test('several seeds become several runs; the table outlives an outage; a queued and a running run can be stopped', async ({
  page,
  pageErrors,
}) => {
  await page.goto('/launch')
  await page.getByLabel('Name', { exact: true }).fill('to be stopped')
  await page.getByLabel('Seeds').fill('0-1')
  await page.getByRole('button', { name: 'Launch 2 runs' }).click()
  await expect(page).toHaveURL(/\/$/)
  const rows = page.getByRole('row', { name: /to be stopped/ })
  await expect(rows).toHaveCount(2)
  // The server cannot be asked for a while: what is shown stays, is marked, and goes on by itself.
  await page.route('**/api/trpc/runs.list**', (route) => route.abort())
  await expect(page.getByText('What you see may be out of date')).toBeVisible({ timeout: 30_000 })
  await expect(rows).toHaveCount(2)
  await page.unroute('**/api/trpc/runs.list**')
  await expect(page.getByText('What you see may be out of date')).toBeHidden({ timeout: 30_000 })
  pageErrors.length = 0
  for (const name of ['to be stopped, seed 1', 'to be stopped, seed 0']) {
    const row = page.getByRole('row', { name: new RegExp(name) })
    await row.getByRole('button', { name: `Stop ${name}` }).click()
    await expect(row.getByText('stopped', { exact: true })).toBeVisible({ timeout: 60_000 })
  }
  const last = page.getByRole('row', { name: /to be stopped, seed 1/ })
  await last.getByRole('button', { name: 'Resume to be stopped, seed 1' }).click()
  await last.getByRole('button', { name: 'Stop to be stopped, seed 1' }).click()
  await expect(last.getByText('stopped', { exact: true })).toBeVisible({ timeout: 60_000 })
})

const filter = (page: Page) => page.getByRole('combobox', { name: /^Filter/ })
const rowsOf = (page: Page) =>
  page.getByRole('region', { name: 'Runs' }).getByRole('row', { name: /to be stopped, seed/ })

test('a filter is written by keyboard with suggestions, and stands in the URL', async ({ page }) => {
  await page.goto('/')
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(filter(page)).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type('sta')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(filter(page)).toHaveValue('status ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('stopped')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(filter(page)).toHaveValue('status = stopped ')
  await page.keyboard.type('and seed = 1')
  await expect(page).toHaveURL(/q=status\+%3D\+stopped\+and\+seed\+%3D\+1/)
  await expect(rowsOf(page)).toHaveCount(1)
  await expectAccessible(page)
  await page.reload()
  await expect(filter(page)).toHaveValue('status = stopped and seed = 1')
  await expect(rowsOf(page)).toHaveCount(1)
})

test('a mistake in the filter is said where it is, with what would be right', async ({ page }) => {
  await page.goto('/')
  await filter(page).fill('statsu = stopped')
  await expect(page.getByText('There is no field “statsu”. Did you mean “status”?')).toBeVisible()
  await expect(filter(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(page).toHaveURL(/\/$/)
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await filter(page).fill('#999999')
  await expect(page.getByText('No run matches')).toBeVisible()
  await page.getByRole('link', { name: 'Show all runs' }).click()
  await expect(filter(page)).toHaveValue('')
})

test('a status is chosen with one press, as part of the filter', async ({ page }) => {
  await page.goto('/?q=to+be&sort=name')
  await expect(page.getByRole('columnheader', { name: 'Run', exact: true })).toHaveAttribute('aria-sort', 'ascending')
  await expect(async () => {
    await page.getByRole('button', { name: /^stopped/ }).click()
    await expect(page).toHaveURL(/status/, { timeout: 1000 })
  }).toPass()
  await expect(filter(page)).toHaveValue('to and be and status = stopped')
  await expect(page.getByRole('row', { name: /to be stopped/ })).toHaveCount(2)
})

test('columns are chosen and kept as a view', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Backend' }).click()
  await page.getByRole('checkbox', { name: 'Suite' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Backend' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Suite' })).toBeHidden()
  await expect(page).toHaveURL(/cols=/)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByLabel('Save this view as').fill('with backend')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('link', { name: 'with backend' })).toBeVisible()
  await page.goto('/')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('link', { name: 'with backend' }).click()
  await expect(page.getByRole('columnheader', { name: 'Backend' })).toBeVisible()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('button', { name: 'Remove the view with backend' }).click()
  await expect(page.getByText('No view is saved yet.')).toBeVisible()
})

test('chosen runs are tagged, archived and brought back, by keyboard where one likes', async ({ page }) => {
  await page.goto('/?q=%22to+be+stopped%22')
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(page.locator('[data-row-link]').first()).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page).toHaveURL(/sel=/)
  const bar = page.getByRole('region', { name: 'Chosen runs' })
  await expect(bar.getByText('2 chosen')).toBeVisible()
  await bar.getByRole('button', { name: 'Tag' }).click()
  await page.getByLabel('Add').fill('tried, kept')
  await page.getByRole('button', { name: 'Change tags' }).click()
  await expect(rowsOf(page).first().getByText('tried')).toBeVisible()
  await expectAccessible(page)
  await bar.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText('No run matches')).toBeVisible()
  await page.goto('/?q=archived+%3D+yes+and+tag+%3D+tried')
  await expect(rowsOf(page)).toHaveCount(2)
  await page.getByRole('checkbox', { name: 'Select all runs of this page' }).click()
  await bar.getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByText('No run matches')).toBeVisible()
  await page.goto('/?q=tag+%3D+kept')
  await expect(rowsOf(page)).toHaveCount(2)
})

test('tags and notes of one run are edited', async ({ page }) => {
  await page.goto('/?q=seed+%3D+0+and+tag+%3D+kept')
  await page.getByRole('button', { name: /^Tags and notes of to be stopped/ }).click()
  await page.getByRole('textbox', { name: 'Tags' }).fill('kept')
  await page.getByRole('textbox', { name: 'Notes' }).fill('stopped on purpose')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.goto('/?q=notes%3A+purpose')
  await expect(rowsOf(page)).toHaveCount(1)
})

test('runs that differ in their seed alone are one row', async ({ page }) => {
  await page.goto('/?q=tag+%3D+kept&by=arm')
  const row = page.getByRole('region', { name: 'Runs over seeds' }).getByRole('row', { name: /to be stopped/ })
  await expect(row).toHaveCount(1)
  await expect(row.getByText('2 runs')).toBeVisible()
  await expectAccessible(page)
})

test('the runs of a view are taken away as CSV', async ({ request }) => {
  const answer = await request.get('/api/export/runs?q=tag+%3D+kept&sort=seed')
  expect(answer.headers()['content-type']).toContain('text/csv')
  const lines = (await answer.text()).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^id,name,kind,status,/)
  expect(lines[1]).toContain('to be stopped')
  expect((await request.get('/api/export/runs?q=seed+%3C')).status()).toBe(400)
})

test('the table’s rows are in the first HTML', async ({ request }) => {
  expect(await (await request.get('/')).text()).toContain('to be stopped, seed 0')
})

test('the table fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await expect(page.getByRole('row', { name: /to be stopped/ }).first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectAccessible(page)
})
