import type { Page } from '@playwright/test'
import { envtune, expect, expectAccessible, test } from './support/test'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

/** Short stages: two arms with two seeds, each evaluated at its end. */
const settings = [
  ...['stages.syntax.gate.maxSteps=1', 'stages.syntax.gate.minSteps=0', 'stages.hints.gate.maxSteps=3'],
  ...['stages.hints.gate.minSteps=0', 'stages.hard-tasks.gate.maxSteps=1', 'stages.hard-tasks.gate.minSteps=0'],
  ...['stages.independent.gate.maxSteps=1', 'stages.independent.gate.minSteps=0', 'outOfDistribution=none'],
]
let runs: number[]
let query: string

test.beforeAll(async () => {
  test.setTimeout(400_000)
  const options = settings.flatMap((setting) => ['--set', setting])
  const ablation = ['--ablation', 'augmentation', '--seed', '0-1', '--name', 'side by side', '--json']
  const result = await envtune('launch', ...ablation, ...options)
  expect(result.status, result.stderr).toBe(0)
  const told = JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '') as { runs: { run: number }[] }
  runs = told.runs.map(({ run }) => run)
  query = `runs=${runs.join(',')}`
})

const charts = (page: Page) => page.getByRole('region', { name: 'Charts' })

test('runs are chosen in the table and compared', async ({ page }) => {
  await page.goto('/?q=name%3A+%22side+by+side%22')
  await expect(async () => {
    await page.getByRole('checkbox', { name: 'Select all runs of this page' }).check()
    await expect(page.getByText('4 chosen')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Compare 4 runs' })).toBeVisible()
  await expect(charts(page).getByRole('img', { name: /^Training reward\./ })).toBeVisible({ timeout: 30_000 })
  const arms = page.getByRole('list', { name: 'Compared runs' })
  await expect(arms.getByText('whole method', { exact: true })).toBeVisible()
  await expect(arms.getByText('no hints', { exact: true })).toBeVisible()
})

test('only what differs of their configurations is shown', async ({ page }) => {
  await page.goto(`/compare?${query}`)
  const table = page.getByRole('region', { name: 'Configuration differences' })
  await expect(table.getByRole('row', { name: /^augmentation/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /curriculum/ })).toHaveCount(0)
})

test('the hints of the runs stand side by side', async ({ page }) => {
  await page.goto(`/compare?${query}`)
  const table = page.getByRole('region', { name: 'Hints by run' })
  for (const run of runs) await expect(table.getByRole('columnheader', { name: new RegExp(`#${run}$`) })).toBeVisible()
  await expect(table.getByRole('row').nth(1).getByRole('cell')).toHaveCount(runs.length + 1)
  await expect(table.getByRole('cell', { name: /→/ }).first()).toBeVisible()
})

test('outcomes lead to the episodes of a task', async ({ page }) => {
  await page.goto(`/compare?${query}`)
  await page.getByRole('button', { name: 'All tasks' }).click()
  await expect(page).toHaveURL(/tasks=all/)
  const table = page.getByRole('region', { name: 'Outcomes by task' })
  await table
    .getByRole('link', { name: /run \d+: (not )?solved$/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/episodes\?run=\d+&task=.*&partition=test/)
})

test('series, lines and hidden runs stand in the URL', async ({ page }) => {
  await page.goto(`/compare?${query}`)
  await page.getByRole('button', { name: 'Mean over seeds' }).click()
  await expect(page).toHaveURL(/lines=arms/)
  await page.getByRole('button', { name: 'Series' }).click()
  await page.getByLabel('Find a series').fill('turn_reward/0')
  await page.getByRole('checkbox', { name: /turn_reward\/0/ }).click()
  await page.keyboard.press('Escape')
  await expect(charts(page).getByRole('heading', { name: 'Turn reward, turn 0' })).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`^Draw .*#${runs[0]}$`) }).click()
  await expect(page).toHaveURL(new RegExp(`hide=${runs[0]}`))
  await page.reload()
  await expect(page.getByRole('button', { name: 'Mean over seeds' })).toHaveAttribute('aria-pressed', 'true')
  await expect(charts(page).getByRole('heading', { name: 'Turn reward, turn 0' })).toBeVisible()
})

test('a chart of several runs is zoomed by keyboard, and a point leads to the episodes of its run', async ({
  page,
}) => {
  await page.goto(`/compare?${query}`)
  const chart = charts(page).getByRole('application', { name: /^Training reward:/ })
  await expect(chart.locator('canvas')).toBeVisible({ timeout: 30_000 })
  const legend = charts(page).getByRole('list', { name: 'Lines' }).first()
  await expect(legend.getByRole('button')).toHaveCount(runs.length)
  await chart.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('+')
  await expect(page).toHaveURL(/zoom=/)
  await page.keyboard.press('0')
  await expect(page).not.toHaveURL(/zoom=/)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/episodes\?/)
  const filter = new URL(page.url()).searchParams.get('q') ?? ''
  expect(runs.map((run) => `run = ${run} and`).some((part) => filter.includes(part))).toBe(true)
  expect(filter).toContain('partition = train')
})

test('a group has means over seeds, paired tests and a table for a paper', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/groups?${query}`)
  await expect(page.getByRole('heading', { level: 1, name: 'side by side' })).toBeVisible()
  const arms = page.getByRole('region', { name: 'Arms' })
  await expect(
    arms
      .getByRole('row', { name: /no hints/ })
      .getByText('±')
      .first(),
  ).toBeVisible()
  const tests = page.getByRole('region', { name: 'Paired tests' })
  await expect(tests.getByRole('row', { name: /whole method no hints in distribution turns/ })).toBeVisible()
  await page.getByRole('button', { name: 'LaTeX' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('\\begin{tabular}')
  expect(copied).toContain('no hints')
})

test('two rows of the leaderboard are tested on the same tasks', async ({ page }) => {
  const [a, b, c] = runs
  await page.goto(`/leaderboard/compare?a=${a}&b=${b}`)
  const heading = (first: number | undefined, second: number | undefined) =>
    page.getByRole('heading', { level: 1, name: `#${first} against #${second}` })
  await expect(heading(a, b)).toBeVisible()
  const tests = page.getByRole('region', { name: 'Paired tests' })
  await expect(tests.getByRole('row', { name: /^starter tasks \d+ .*exact McNemar/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Task flips: starter' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('link', { name: 'Turn round' }).click()
  await expect(heading(b, a)).toBeVisible()
  await page.getByLabel('Second row').selectOption(String(c))
  await page.getByRole('button', { name: 'Compare the two' }).click()
  await expect(heading(b, c)).toBeVisible()
})

test('a score on the leaderboard opens the episodes behind it', async ({ page }) => {
  await page.goto('/leaderboard')
  const board = page.getByRole('region', { name: 'Measured here' })
  const score = board.getByRole('link', { name: /Turn accuracy of .*side by side/ }).first()
  await score.click()
  await expect(page).toHaveURL(/\/episodes\?q=/)
  const filter = new URL(page.url()).searchParams.get('q') ?? ''
  expect(runs.some((run) => filter.startsWith(`run = ${run} and step = `))).toBe(true)
  expect(filter).toContain('partition = test and suite = starter')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`comparison and group are readable in the ${colorScheme} and fit a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 })
      for (const path of ['compare', 'groups']) {
        await page.goto(`/${path}?${query}`)
        await expect(charts(page).getByRole('img').first()).toBeVisible({ timeout: 30_000 })
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
    }
  })
}

test('an ablation is launched from the form as one group, and its runs are stopped together', async ({ page }) => {
  await page.goto('/launch')
  await page.getByLabel('Name', { exact: true }).fill('from the form')
  await page.getByLabel('Seeds').fill('0-1')
  await page.getByRole('checkbox', { name: /^Curriculum:/ }).uncheck()
  await page.getByRole('checkbox', { name: /^Graded reward:/ }).uncheck()
  await page.getByRole('button', { name: 'Queue the ablation: 4 runs' }).click()
  await expect(page).toHaveURL(/\/groups\?launch=/)
  await expect(page.getByRole('heading', { level: 1, name: 'from the form' })).toBeVisible()
  await page.goto('/?q=name%3A+%22from+the+form%22&sort=seed')
  await page.getByRole('checkbox', { name: 'Select all runs of this page' }).click()
  await page.getByRole('region', { name: 'Chosen runs' }).getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('4 runs asked to stop.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Runs' }).getByText('stopped', { exact: true })).toHaveCount(4, {
    timeout: 60_000,
  })
})

test('an address without runs says where to choose some', async ({ page }) => {
  for (const path of ['/compare', '/compare?runs=x', '/groups?runs=999999', '/groups?launch=no-such-launch']) {
    await page.goto(path)
    await expect(page.getByRole('link', { name: 'Choose runs' })).toBeVisible()
  }
  await expectAccessible(page)
})
