import { expectAccessible } from './support/accessible'
import { shortRun } from './support/short-run'
import { expect, test } from './support/test'

let run: number

test.beforeAll(() => {
  run = shortRun()
})

test('a rule of the ledger is tested causally, and the result opens down to its forks', async ({ page }) => {
  test.setTimeout(180_000)
  await page.goto(`/hints?run=${run}`)
  await page
    .getByRole('link', { name: /^Test .+ causally$/ })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`/hints/fork-tests/new\\?run=${run}&rule=`))
  await expect(page.getByText('turns played on')).toBeVisible()
  await expect(async () => {
    await page.getByRole('textbox', { name: 'Forks' }).fill('6')
    await page.getByRole('textbox', { name: 'Repeats' }).fill('2')
    await expect(page.getByText(/under 2 arms \(no hint, built-in@\d+\), 2 times/)).toBeVisible({ timeout: 5000 })
  }).toPass()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start the fork test' }).click()
  await expect(page).toHaveURL(/\/hints\/fork-tests\/\d+$/)
  await expect(page.getByText('finished', { exact: true })).toBeVisible({ timeout: 90_000 })
  await expect(page.getByRole('region', { name: 'Arms on all forks' }).getByRole('row')).toHaveCount(2)
  await expect(page.getByText('Ledger: what was observed, no lots drawn')).toBeVisible()
  await expect(async () => {
    const fork = page.getByRole('button', { name: 'Fork 1', exact: true })
    if ((await fork.getAttribute('aria-expanded')) === 'false') await fork.click()
    await expect(page.getByRole('region', { name: 'no hint' }).getByText('Repeat 2')).toBeVisible({ timeout: 5000 })
  }).toPass()
  await expect(page).toHaveURL(/fork=1/)
  await expectAccessible(page)
})

test('a failing call that nobody recorded is refused at its field', async ({ page }) => {
  await page.goto(`/hints/fork-tests/new?run=${run}&rule=nobody.has-it`)
  await expect(page.getByText(`Run #${run} has no failing call that the rule "nobody.has-it" matched`)).toBeVisible()
})
