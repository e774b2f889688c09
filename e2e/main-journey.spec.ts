import { expect, expectAccessible, test } from './support/test'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

/** Short stages: the journey is about seeing every step, not about how much is learnt. */
const maxSteps = ['3', '6', '3', '2']

test('a run is launched from the form, climbs through its stages and finishes', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/launch')
  await page.getByLabel('Name', { exact: true }).fill('journey')
  for (const [index, steps] of maxSteps.entries()) await page.getByLabel('At most (steps)').nth(index).fill(steps)
  await expect(page.getByText('One run').first()).toBeVisible()
  await expect(page.getByText('At most 14 training steps')).toBeVisible()
  await page.getByRole('button', { name: 'Copy as command' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const command = await page.evaluate(() => navigator.clipboard.readText())
  expect(command).toMatch(/^npm run -s envtune -- launch --suite starter --name "journey" .*gate\.maxSteps=6/)
  await page.getByRole('button', { name: 'Launch', exact: true }).click()
  await expect(page).toHaveURL(/\/runs\/\d+$/)
  await expect(page.getByRole('heading', { level: 1, name: /journey/ })).toBeVisible()
  // Live, without a reload: stages begin, figures arrive, the run ends.
  await page.evaluate(() => Object.assign(window, { notReloaded: true }))
  await expect(page.getByRole('figure').first()).toBeVisible({ timeout: 120_000 })
  await expect(page.getByRole('heading', { level: 1 }).locator('..').getByText('finished')).toBeVisible({
    timeout: 200_000,
  })
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true)
  await expect(page.getByText('Training step').locator('..')).toContainText('14')
  const evaluations = page.getByRole('region', { name: 'Evaluations' })
  await expect(evaluations.getByRole('row', { name: /^untrained/ })).toBeVisible()
  await expect(evaluations.getByRole('row', { name: /^final/ })).toBeVisible()
  await expectAccessible(page)
})

test('its charts are looked at by keyboard and by address', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'journey', exact: true }).click()
  await page.getByRole('slider', { name: 'Smoothing' }).fill('0.9')
  await expect(page).toHaveURL(/smooth=0\.9/)
  await page.goto(`${page.url().split('?')[0]}?smooth=0.9&zoom=4-12`)
  await expect(page.getByRole('slider', { name: 'Smoothing' })).toHaveValue('0.9')
  await expect(page.getByRole('button', { name: 'Reset zoom (4–12)' })).toBeVisible()
  const map = page.getByRole('button', { name: /Turn reward by turn index/ })
  await map.focus()
  for (const key of ['Home', 'Home', 'ArrowRight']) await map.press(key)
  await expect(page.getByText(/^turn 1, step 2:/)).toBeVisible()
  await map.press('Enter')
  await expect(page).toHaveURL(/\/episodes\?/)
  expect(new URL(page.url()).searchParams.get('q')).toMatch(/step = 2\b/)
})

test('its page is readable in the dark and fits a phone', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await page.getByRole('link', { name: 'journey', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Evaluations' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectAccessible(page)
})

test('a run that does not exist is not found', async ({ page, pageErrors }) => {
  expect((await page.goto('/runs/999999'))?.status()).toBe(404)
  await expect(page.getByText('There is nothing at this address')).toBeVisible()
  // the browser reports the status itself
  pageErrors.length = 0
})

test('its log, its configuration and a second attempt to stop it tell the truth', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'journey', exact: true }).click()
  await page.getByRole('link', { name: 'Logs' }).click()
  const lines = page.getByRole('log').locator('div')
  await expect(lines.first()).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Follow' })).toBeChecked()
  const all = await lines.count()
  await page.getByLabel('Find in the log').fill('gate at step')
  await expect(lines.first()).toContainText('Gate at step')
  expect(await lines.count()).toBeLessThan(all)
  await page.getByRole('link', { name: 'Configuration' }).click()
  await expect(page.getByText('"credit": "tree"')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Stop/ })).toHaveCount(0)
})

test('one of its episodes shows a hint after which the agent recovered', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'journey', exact: true }).click()
  await page.getByRole('main').getByRole('link', { name: 'Episodes' }).click()
  await expect(page).toHaveURL(/\/episodes\?run=\d+/)
  await page.goto(`${page.url()}&recovered=true`)
  await page.getByRole('region', { name: 'Episodes' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/episodes\/\d+/)
  await expect(page.getByText('Standard', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('recovered', { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
})

test('the hints page counts what was shown', async ({ page }) => {
  await page.goto('/hints')
  const first = page.getByRole('region', { name: 'Hint rules' }).getByRole('row').nth(1)
  await expect(first.getByRole('cell').nth(3)).not.toHaveText('0')
  await expectAccessible(page)
})

test('a second run stands beside it on the leaderboard', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'journey', exact: true }).click()
  await page.getByRole('link', { name: 'Clone' }).click()
  // The clone is the run as it was, its shortened stages included: nothing of them is typed again.
  await expect(page.getByText('its choices, seed included')).toBeVisible()
  await expect(page.getByText('At most 14 training steps')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('journey without hints')
  await page.getByLabel('Augmentation').selectOption({ label: 'Off: standard feedback in every stage' })
  await page.getByRole('checkbox', { name: /^Starter tasks, unseen domains/ }).uncheck()
  await expect(page.getByText('evaluated on starter before')).toBeVisible()
  await page.getByRole('button', { name: 'Launch', exact: true }).click()
  await expect(page).toHaveURL(/\/runs\/\d+$/)
  await expect(page.getByRole('heading', { level: 1 }).locator('..').getByText('finished')).toBeVisible({
    timeout: 200_000,
  })
  // a clone is held against its parent, or against any run
  await page.getByRole('link', { name: 'Configuration' }).click()
  const differences = page.getByRole('region', { name: 'Configuration differences' })
  await expect(differences.getByRole('row', { name: /^augmentation/ })).toBeVisible()
  await expect(differences.getByRole('row', { name: /^outOfDistribution/ }).first()).toBeVisible()
  await expectAccessible(page)
  await expect(async () => {
    await page.getByLabel('Against run #').fill('999999')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page).toHaveURL(/against=999999/, { timeout: 2000 })
  }).toPass()
  await expect(page.getByText('There is no run #999999')).toBeVisible()
  await page.goto('/leaderboard')
  const board = page.getByRole('region', { name: 'Measured here' })
  await expect(board.getByRole('link', { name: 'journey', exact: true })).toBeVisible()
  await expect(board.getByRole('row', { name: /journey without hints/ }).getByText('no hints')).toBeVisible()
  const scatter = page.getByRole('figure').first()
  // by keyboard: dots of like runs lie on each other
  const dot = scatter.getByRole('link', { name: /^journey #\d+.*show its checkpoints$/ })
  await expect(async () => {
    await dot.press('Enter')
    await expect(page).toHaveURL(/\?line=\d+$/, { timeout: 2000 })
  }).toPass()
  const checkpoints = page.getByRole('region', { name: 'Checkpoints of journey', exact: true })
  await expect(checkpoints.getByRole('row', { name: /^untrained/ })).toBeVisible()
  await expect(checkpoints.getByRole('row', { name: /^final/ })).toBeVisible()
  await expect(scatter.getByRole('link', { name: /untrained/ }).first()).toBeVisible()
  await expectAccessible(page)
  await checkpoints.getByRole('link', { name: 'untrained' }).click()
  await expect(page).toHaveURL(/\/episodes\?q=/)
})
