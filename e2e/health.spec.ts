import type { Page } from '@playwright/test'
import { envtune } from './support/envtune'
import { expect, expectAccessible, test } from './support/test'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const name = 'judged by rules'
/** A warning ends with its stage: only the last one is long enough for a rule to judge it. */
const settings = [
  ...['stages.syntax.gate.minSteps=0', 'stages.syntax.gate.maxSteps=1', 'stages.hints.gate.minSteps=0'],
  ...['stages.hints.gate.maxSteps=1', 'stages.hard-tasks.gate.minSteps=0', 'stages.hard-tasks.gate.maxSteps=1'],
  ...['stages.independent.gate.minSteps=6', 'stages.independent.gate.maxSteps=6', 'outOfDistribution=none'],
]

async function judgedRun(called: string): Promise<number> {
  const options = settings.flatMap((setting) => ['--set', setting])
  const result = await envtune('launch', '--name', called, '--watch', '--json', ...options)
  expect(result.status, result.stderr).toBe(0)
  const { run: number } = JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '') as { run: number }
  return number
}
let run: number

test('a rule is made stricter, in its own unit, and says what would be right', async ({ page }) => {
  await page.goto('/health-rules')
  const rule = page.getByRole('form', { name: 'Flat groups' })
  await expect(async () => {
    await rule.getByLabel('Threshold (%)').fill('120')
    await expect(rule.getByText('A number that makes 1.0')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await rule.getByLabel('Threshold (%)').fill('1')
  await rule.getByRole('button', { name: 'Save' }).click()
  await expect(rule.getByText(/reaches 1\.0.% \(as it comes: 50\.0.%\)/)).toBeVisible()
  await page.reload()
  await expect(rule.getByLabel('Threshold (%)')).toHaveValue('1')
})

test('a webhook inside this machine is refused until the operator has named it', async ({ page, pageErrors }) => {
  await page.goto('/health-rules')
  const rule = page.getByRole('form', { name: 'Truncation' })
  await expect(async () => {
    await rule.getByLabel('Webhook URL').fill('http://127.0.0.1:9/hook')
    await expect(rule.getByRole('button', { name: 'Save' })).toBeEnabled({ timeout: 1000 })
  }).toPass()
  await rule.getByRole('button', { name: 'Save' }).click()
  await expect(rule.getByText(/Add 127\.0\.0\.1 to ENVTUNE_WEBHOOK_HOSTS/)).toBeVisible()
  // the refusal is an answer of 400, which the browser logs
  pageErrors.length = 0
  await expectAccessible(page)
})

test('the warning stands on the run’s page with the values that fired it', async ({ page }) => {
  run = await judgedRun(name)
  await page.goto(`/runs/${run}`)
  const warning = page.getByRole('article').filter({ hasText: 'Flat groups' }).first()
  await expect(warning).toBeVisible({ timeout: 60_000 })
  await expect(warning.getByText(/warns from 1\.0/)).toBeVisible()
  await warning.getByText('The values that fired it').click()
  await expect(warning.getByRole('cell', { name: /Flat groups, mean of the last 5/ })).toBeVisible()
  await expectAccessible(page)
  await warning.getByRole('link', { name: 'Episodes of these steps' }).click()
  await expect(page).toHaveURL(/\/episodes\?q=/)
  await expect(page.getByRole('row', { name: /./ }).nth(1)).toBeVisible()
})

test('the warning leads from the charts’ steps back to the series', async ({ page }) => {
  await page.goto(`/runs/${run}`)
  await page
    .getByRole('link', { name: /^Charts of steps/ })
    .first()
    .click()
  await expect(page).toHaveURL(/zoom=\d+-\d+/)
})

test('the runs table shows the warning and its filter finds it', async ({ page }) => {
  await page.goto(`/?q=${encodeURIComponent(`"${name}" and health = flat-groups`)}`)
  const row = page.getByRole('row', { name: new RegExp(name) })
  await expect(row).toHaveCount(1)
  await expect(row.getByText('Flat groups')).toBeVisible()
  await page.goto(`/?q=${encodeURIComponent(`"${name}" and health = none`)}`)
  await expect(page.getByText('No run matches')).toBeVisible()
})

/** Remembers the titles of the notifications that the browser itself says it has shown. */
function rememberShown(): void {
  const shown: string[] = []
  class Remembered extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options)
      this.addEventListener('show', () => shown.push(title))
    }
  }
  Object.assign(window, { Notification: Remembered, shown })
}
const shown = (page: Page) => page.evaluate(() => (window as unknown as { shown: string[] }).shown)

test('a browser that asked for it is told when a rule fires', async ({ page, context }) => {
  await context.grantPermissions(['notifications'])
  await page.addInitScript(rememberShown)
  await page.goto('/health-rules')
  const press = page.getByRole('button', { name: 'Notify me in this browser' })
  await expect(press).toBeEnabled()
  await press.click()
  await expect(page.getByRole('button', { name: 'Stop notifying me' })).toHaveAttribute('aria-pressed', 'true')
  expect(await shown(page)).toEqual([])
  const told = await judgedRun('told by the browser')
  await expect.poll(() => shown(page), { timeout: 60_000 }).toContain(`Flat groups: told by the browser #${told}`)
})

test('tags and notes are edited on the run’s page', async ({ page }) => {
  await page.goto(`/runs/${run}`)
  await expect(async () => {
    await page.getByRole('button', { name: 'Add tags and notes' }).click()
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.getByRole('textbox', { name: 'Tags' }).fill('looked at')
  await page.getByRole('textbox', { name: 'Notes' }).fill('groups were flat on purpose')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('groups were flat on purpose')).toBeVisible()
  await expect(page.getByText('looked at', { exact: true })).toBeVisible()
})

test('the rules fit a phone, and the open page’s entry is in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/health-rules')
  const here = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Health' })
  await expect(here).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectAccessible(page)
})

test('a rule goes back to what it was', async ({ page }) => {
  await page.goto('/health-rules')
  const rule = page.getByRole('form', { name: 'Flat groups' })
  await expect(async () => {
    await rule.getByLabel('Threshold (%)').fill('')
    await expect(rule.getByRole('button', { name: 'Save' })).toBeEnabled({ timeout: 1000 })
  }).toPass()
  await rule.getByRole('button', { name: 'Save' }).click()
  await expect(rule.getByText(/reaches 50\.0.%\s*\./)).toBeVisible()
})
