import type { Page } from '@playwright/test'
import { startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { addEndpoint } from './support/add-endpoint'
import { expect, expectAccessible, test } from './support/test'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const step = (page: Page, number: number) => page.locator(`#step-${number}`)
let link: string

test('a task is played by hand: a form from the schema, both feedbacks, changes, undo by link', async ({ page }) => {
  await page.goto('/playground')
  await page.getByLabel('Find a task').fill('vehicle-train-01')
  await expectAccessible(page)
  await page.getByRole('button', { name: /vehicle-train-01-base/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'vehicle-train-01-base' })).toBeVisible()
  await expect(page.getByText('Set the navigation to', { exact: false })).toBeVisible()

  await page.getByLabel('Tool', { exact: true }).selectOption('startEngine')
  await page.getByRole('button', { name: 'Call startEngine' }).click()
  await expect(page.getByText(/^Required\./)).toBeVisible()
  await page.getByLabel(/^ignitionMode/).selectOption('START')
  await page.getByRole('button', { name: 'Call startEngine' }).click()
  await expect(step(page, 1).getByText('the agent read this')).toBeVisible()
  await expect(step(page, 1).getByText('All doors must be locked', { exact: false })).toBeVisible()
  await expect(step(page, 1).getByText(/lockDoors\(unlock=False/)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Write calls' }).click()
  await page.getByLabel('Calls', { exact: true }).fill("set_navigation(destination='Home'")
  await page.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(page.getByText(/was never closed/)).toBeVisible()
  await page.getByLabel('Calls', { exact: true }).fill("set_navigation(destination='Home')")
  await page.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(step(page, 2).getByRole('region', { name: 'What it changed' })).toContainText('destination')
  link = page.url()
  await page.getByRole('button', { name: 'Undo step 2' }).click()
  await expect(step(page, 2)).toHaveCount(0)
  await page.goto(link)
  await expect(step(page, 2)).toBeVisible()
})

test('what is expected is shown on request only, and turns are judged when they are answered', async ({ page }) => {
  await page.goto(link)
  const expected = page.locator('section').filter({ has: page.getByRole('heading', { name: 'What is expected' }) })
  await expect(expected.getByText('never shown to the agent')).toBeVisible()
  await expect(page.getByText('88 Orchard Street, Stonebrook')).toHaveCount(1)
  await expected.getByRole('button', { name: 'Show' }).click()
  await expect(expected.getByText("set_navigation(destination='88 Orchard Street, Stonebrook')")).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Write calls' }).click()
  await page.getByLabel('Calls', { exact: true }).fill("set_navigation(destination='88 Orchard Street, Stonebrook')")
  await page.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(expected.getByText('As expected at the end of this turn.')).toBeVisible()
  await page.getByRole('button', { name: 'Answer the user' }).click()
  await page.getByRole('button', { name: 'Answer and go to the next turn' }).click()
  await expect(page.getByText('right: reward 1')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Turn 2 of 3' })).toBeVisible()
  link = page.url()
})

test('the same moves are played under another feedback, and none of it is lost', async ({ page }) => {
  await page.goto(link)
  await page.getByLabel('An agent would read').selectOption('augmented')
  await expect(step(page, 1).getByText('not shown')).toBeVisible()
  await expect(step(page, 4)).toBeVisible()
})

test('a session is saved as an episode with its mark, and can be verified', async ({ page }) => {
  await page.goto(link)
  await page.getByRole('button', { name: 'Save as an episode' }).click()
  await expect(page).toHaveURL(/\/episodes\/\d+/)
  await expect(page.getByText('played by hand').first()).toBeVisible()
  // others write episodes meanwhile: among the newest of all it may be far down
  await page.goto('/episodes?q=origin+%3D+by-hand')
  await expect(page.getByText('played by hand').first()).toBeVisible()
  await page.goto('/')
  await expect(page.getByText('By hand: vehicle-train-01-base')).toHaveCount(0)
})

test('an endpoint plays on from where a person stands, under its name', async ({ page }) => {
  const call = { name: 'displayCarStatus', arguments: '{"option": "fuel"}' }
  const server = await startChatServer({}, [{ when: ['88 Orchard Street'], says: [call, 'The tank is full enough.'] }])
  try {
    await addEndpoint(page, server, 'second driver')
    await page.goto('/playground?q=vehicle-train-01-base')
    await expect(async () => {
      await page.getByRole('button', { name: /vehicle-train-01-base/ }).click()
      await expect(page).toHaveURL(/session=/, { timeout: 5000 })
    }).toPass()
    await expect(page.getByRole('button', { name: 'To the end of the turn' })).toBeVisible()
    await page.getByLabel('Endpoint', { exact: true }).selectOption('second driver')
    await page.getByRole('button', { name: 'To the end of the turn' }).click()
    await expect(step(page, 1)).toContainText('by second driver')
    await expect(step(page, 1)).toContainText("displayCarStatus(option='fuel')")
    await expect(step(page, 2)).toContainText('The tank is full enough.')
    await expect(page.getByRole('heading', { name: 'Turn 2 of 3' })).toBeVisible()
    await expectAccessible(page)
  } finally {
    server.stop()
  }
})

test('bare domains are played freely; lists are JSON with errors at the field', async ({ page }) => {
  await page.goto('/playground?bare=1')
  const refused = page.getByRole('region', { name: 'Environments that were not loaded' })
  await expect(
    refused.getByText(/broken-environment\/environment\.ts: nowhere is not defined \(.*environment\.ts:1:\d+\)/),
  ).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'MathAPI' }).check()
  await page.getByRole('button', { name: 'Play MathAPI' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'MathAPI' })).toBeVisible()
  await page.getByLabel('Tool', { exact: true }).selectOption('mean')
  await page.getByLabel(/^numbers/).fill('{"a": 1}')
  await page.getByRole('button', { name: 'Call mean' }).click()
  await expect(page.getByText('A JSON list, such as [1.5, 2].')).toBeVisible()
  await page.getByLabel(/^numbers/).fill('[1, 2.5]')
  await page.getByRole('button', { name: 'Call mean' }).click()
  await expect(step(page, 1)).toContainText('1.75')
  await expect(page.getByRole('heading', { name: 'What is expected' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Save as an episode' })).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})
