import type { Page } from '@playwright/test'
import { shortRun } from './support/short-run'
import { expect, expectAccessible, test } from './support/test'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let list: string

test.beforeAll(() => {
  list = `/episodes?run=${shortRun()}`
})

const table = (page: Page) => page.getByRole('region', { name: 'Episodes' })
const links = (page: Page) => table(page).locator('[data-row-link]')
const hrefs = (page: Page) => links(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')))
const field = (page: Page) => page.getByRole('combobox', { name: 'Filter: fields, words, and, or, not' })
const counts = (page: Page) => page.getByRole('region', { name: 'Counts' })

/** Presses a key that may be pressed twice until the page, which the browser shows before it listens, reacts. */
const press = (page: Page, key: string, reaction: () => Promise<void>) =>
  expect(async () => {
    await page.keyboard.press(key)
    await reaction()
  }).toPass()

const openFilters = (page: Page) =>
  press(page, '/', () => expect(page.getByRole('option').first()).toBeVisible({ timeout: 500 }))

test('a filter is typed with suggestions, stands in the URL, and is pressed together', async ({ page }) => {
  await page.goto(list)
  await expect(field(page)).toHaveValue(/^run = \d+$/)
  await openFilters(page)
  await field(page).press('End')
  await page.keyboard.type(' stage')
  await page.getByRole('option', { name: /^stage / }).click()
  await page.getByRole('option', { name: /^= / }).click()
  await page.getByRole('option', { name: '2 hints' }).click()
  await expect(field(page)).toHaveValue(/stage = 2 $/)
  await expect(page).toHaveURL(/stage\+%3D\+2/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Recovered after a hint' }).click()
  await expect(field(page)).toHaveValue(/recovered = yes/)
  await expect(page).toHaveURL(/recovered\+%3D\+yes/)
  await expect(links(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Recovered after a hint' }).click()
  await expect(page).not.toHaveURL(/recovered/)
})

test('a mistake in the filter is marked where it is, with what would be right', async ({ page }) => {
  await page.goto(`${list}&q=stagge+%3D+2`)
  await expect(page.getByText('The filter cannot be read')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'Did you mean “stage”?' }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(links(page).first()).toBeVisible()
})

test('a filter that nothing matches says so and is cleared', async ({ page }) => {
  await page.goto(`${list}&code=no_such_code`)
  await expect(page.getByText('No episode matches')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(links(page).first()).toBeVisible()
})

test('counts say what a list has, and each is a filter', async ({ page }) => {
  await page.goto(list)
  await page.getByRole('button', { name: 'Counts', exact: true }).click()
  await expect(page).toHaveURL(/counts=on/)
  const failed = counts(page).getByRole('button', { name: /^failed [\d,]+\+?$/ })
  const number = (await failed.textContent())?.replace(/^failed/, '')
  await failed.click()
  await expect(field(page)).toHaveValue(/outcome = failed/)
  await expect(page.getByRole('status').filter({ hasText: `${number} episodes` })).toBeVisible()
  await expect(counts(page).getByRole('button', { name: /^failed/ })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page)
  await counts(page)
    .getByRole('button', { name: /^failed/ })
    .click()
  await expect(field(page)).not.toHaveValue(/outcome/)
})

test('words of what was said find episodes', async ({ page }) => {
  await page.goto(list)
  const task = (await links(page).first().textContent()) ?? ''
  const opening = (await table(page).locator('tbody tr').first().locator('p').getAttribute('title')) ?? ''
  const word = /\p{L}{5,}/u.exec(opening)?.[0] ?? ''
  await field(page).fill(`${await field(page).inputValue()} task = ${task} text: ${word}`)
  await field(page).press('Enter')
  await expect(page).toHaveURL(/text/)
  await expect(links(page).first()).toHaveText(task)
})

test('failures that came far are put in order, the furthest first', async ({ page }) => {
  await page.goto(list)
  await page.getByRole('button', { name: 'Progress', exact: true }).click()
  await expect(page).toHaveURL(/sort=near-miss/)
  await expect(table(page).getByText('succeeded')).toHaveCount(0)
  await page.getByRole('button', { name: 'Surprise', exact: true }).click()
  await expect(page).toHaveURL(/sort=surprise/)
  await page.getByRole('button', { name: 'Surprise', exact: true }).click()
  await expect(page).toHaveURL(/sort=-surprise/)
})

test('columns are chosen and stand in the address', async ({ page }) => {
  await page.goto(list)
  await expect(page.getByRole('columnheader', { name: 'Calls' })).toBeHidden()
  await expect(async () => {
    await page.getByRole('button', { name: 'Columns' }).click()
    await expect(page.getByRole('checkbox', { name: 'Calls' })).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.getByRole('checkbox', { name: 'Calls' }).check()
  await page.getByRole('checkbox', { name: 'Split' }).uncheck()
  await expect(page).toHaveURL(/cols=run%2Cstep%2Cfeedback.*calls/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Calls' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Split' })).toBeHidden()
  await expect(page.getByRole('columnheader', { name: 'Calls' })).toBeVisible()
})

test('a view is kept under a name', async ({ page }) => {
  const name = `view ${Date.now()}`
  await page.goto(`${list}&recovered=true&sort=surprise`)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByLabel('Save this view as').fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const saved = page.getByRole('list', { name: 'Saved views' }).getByRole('link', { name })
  await expect(saved).toBeVisible()
  await page.goto('/episodes')
  await page.getByRole('button', { name: 'Views' }).click()
  await saved.click()
  await expect(field(page)).toHaveValue(/recovered = yes/)
  await expect(page).toHaveURL(/sort=surprise/)
})

test('pages follow each other without repeats, in every order', async ({ page }) => {
  for (const sort of ['newest', '-reward', 'surprise']) {
    await page.goto(`${list}&sort=${sort}`)
    const first = await hrefs(page)
    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(page).toHaveURL(/after=/)
    await expect(page.getByRole('link', { name: 'First page' })).toBeVisible()
    const second = await hrefs(page)
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length)
  }
  await page.goto(`${list}&after=broken`)
  await page.getByRole('link', { name: 'First page' }).click()
  await expect(links(page).first()).toBeVisible()
})

test('the list is walked by keyboard and an episode opened', async ({ page }) => {
  await page.goto(list)
  const [, second] = await hrefs(page)
  await press(page, 'k', () => expect(links(page).first()).toBeFocused({ timeout: 500 }))
  await page.keyboard.press('j')
  await expect(links(page).nth(1)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === second)
})

async function openRecovered(page: Page, filters = '') {
  await page.goto(`${list}&recovered=true${filters}`)
  await links(page).first().click()
  await expect(page).toHaveURL(/\/episodes\/\d+/)
  await expect(page.getByRole('navigation', { name: 'Turns and steps' })).toBeVisible()
}

test('an episode shows both texts of a failing call, which one the agent read, and that it recovered', async ({
  page,
}) => {
  await openRecovered(page)
  const step = page
    .getByRole('article')
    .filter({ has: page.getByText('recovered', { exact: true }) })
    .first()
  await expect(step.getByText('Standard text')).toBeVisible()
  await expect(step.getByText('not shown').first()).toBeVisible()
  await expect(step.getByText('the agent read this').first()).toBeVisible()
  const rule = step.locator('a[href*="rule+%3D"]').first()
  const name = await rule.textContent()
  await rule.click()
  await expect(field(page)).toHaveValue(new RegExp(`rule = ${name?.replaceAll('.', '[.]')}`))
})

test('expected calls are there on request only', async ({ page }) => {
  await openRecovered(page)
  const expected = page.locator('details', { hasText: 'never shown to the agent' }).first()
  await expect(expected.getByRole('listitem').first()).toBeHidden()
  await expected.locator('summary').click()
  await expect(expected.getByRole('listitem').first()).toBeVisible()
})

test('an episode is walked by keyboard, and each place has an address', async ({ page }) => {
  await openRecovered(page, '&kind=branch')
  const episode = page.url()
  await page.keyboard.press('J')
  await expect(page).toHaveURL(/#turn-\d+$/)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/#step-2$/)
  await expect(page.getByRole('article', { name: 'Step 2' })).toBeFocused()
  await page.keyboard.press('k')
  await expect(page).toHaveURL(/#step-1$/)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goto(`${episode}#step-2`)
  await expect(page.locator('a[href="#step-2"][aria-current="location"]')).toBeVisible()
  await expect(page.getByRole('article', { name: 'Step 2' })).toBeInViewport()
})

test('siblings of the rollout group stand together and are reached by keyboard', async ({ page }) => {
  await openRecovered(page, '&kind=branch')
  const siblings = page.getByRole('region', { name: 'Rollout group' })
  const rollouts = siblings.getByRole('listitem')
  expect(await rollouts.count()).toBeGreaterThan(1)
  await rollouts.first().getByRole('link').click()
  const second = await rollouts.nth(1).getByRole('link').getAttribute('href')
  await expect(rollouts.first().getByRole('link')).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press(']')
  await expect(page).toHaveURL((url) => url.pathname === second)
  await page.keyboard.press('[')
  await expect(rollouts.first().getByRole('link')).toHaveAttribute('aria-current', 'page')
  await siblings.getByRole('link', { name: 'as a list' }).click()
  await expect(field(page)).toHaveValue(/group = /)
  await expect(links(page)).toHaveCount(16)
})

test('an episode is copied as JSON', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openRecovered(page)
  await page.getByRole('button', { name: 'Copy as JSON' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))
  expect(page.url()).toContain(`/episodes/${copied.id}`)
  expect(copied.steps.length).toBe(copied.stepCount)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`list and episode are readable in the ${colorScheme} and fit a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(`${list}&recovered=true`)
      await openFilters(page)
      await expectAccessible(page)
      await openRecovered(page)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })
}

test('an episode that does not exist is not found', async ({ page, pageErrors }) => {
  expect((await page.goto('/episodes/999999999999'))?.status()).toBe(404)
  await expect(page.getByText('There is nothing at this address')).toBeVisible()
  // the browser reports the status itself
  pageErrors.length = 0
})

test('rows are in the first HTML', async ({ request }) => {
  expect(await (await request.get(list)).text()).toContain('data-row-link')
})
