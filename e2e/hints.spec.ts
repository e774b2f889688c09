import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type ChatServer, startChatServer } from '@/server/endpoints/testing/start-chat-server'
import { expectAccessible } from './support/accessible'
import { addEndpoint } from './support/add-endpoint'
import { envtune } from './support/envtune'
import { hydrated, openHydrated } from './support/hydrated'
import { shortRun, shortRunName } from './support/short-run'
import { expect, test } from './support/test'

let run: number
/** A run with few rules, so that hints are missing. */
let few: number
let server: ChatServer

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  run = shortRun()
  const answer = JSON.stringify({ conditions: [], template: 'Look at what {tool} takes.' })
  server = await startChatServer({}, [{ when: ['You write hints'], says: [answer] }])
})
test.afterAll(() => server.stop())

test('the ledger of a run leads from a rule to the step in which its hint was shown', async ({ page }) => {
  await page.goto('/hints')
  await page.getByRole('combobox', { name: 'Runs counted' }).selectOption({ label: `#${run} ${shortRunName}` })
  await expect(page).toHaveURL(new RegExp(`run=${run}`))
  const table = page.getByRole('region', { name: 'Hint rules' })
  const rows = table.getByRole('row')
  await expect(rows).toHaveCount(16)
  await expect(rows.nth(1).getByRole('img')).toHaveAttribute('aria-label', /%/)
  await expectAccessible(page)
  await rows.nth(1).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'What followed' })).toBeVisible()
  await page
    .getByRole('link', { name: /^episode \d+, step \d+$/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/episodes\/\d+#step-\d+/)
})

test('a set is begun, written with the help of the error, refused when it leaks, and saved', async ({
  page,
  context,
  pageErrors,
}) => {
  await page.goto('/hints/sets')
  await page.getByRole('button', { name: 'New set…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('journey')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('button', { name: 'Add a rule' }).click()
  await page.getByRole('textbox', { name: 'Rule', exact: true }).fill('journey.ticket')
  await page.getByLabel('Domain').selectOption('TicketAPI')
  await page.getByLabel('Error', { exact: true }).selectOption('ticket_unknown')
  const template = page.getByRole('textbox', { name: 'What the agent is told' })
  await template.fill('No ticket has the id {nothing}.')
  await expect(page.getByText('the template names the unknown value {nothing}')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Stored' })).toBeVisible()
  await page.getByRole('button', { name: 'Save as a version…' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await template.fill('')
  await template.pressSequentially('No ticket has the id {ticket_i')
  await expect(page.getByRole('listbox', { name: 'Values of the error' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(template).toHaveValue('No ticket has the id {ticket_id}')
  await expect(page.getByText('would read this hint')).toBeVisible()
  await expect(page.getByText('No ticket has the id', { exact: false }).last()).toBeVisible()
  await expectAccessible(page)
  // too long for an address, and tried all the same; too long for a hint, and refused at its field
  await template.fill(`{ticket_id} ${'is not there. '.repeat(560)}`)
  await expect(page.getByText('would read this hint')).toBeVisible()
  await template.fill('no '.repeat(3000))
  await expect(page.getByText('at most 8,000 characters, and these are 9,000')).toBeVisible()
  await template.fill('No ticket has the id {ticket_id}')
  await expect(page.getByRole('status').filter({ hasText: 'Stored' })).toBeVisible()

  // another tab goes first: what is written here is not stored over it
  const other = await context.newPage()
  openHydrated(other)
  await other.goto(page.url())
  const othersTemplate = other.getByRole('textbox', { name: 'What the agent is told' })
  await expect(async () => {
    await othersTemplate.fill('There is no ticket {ticket_id}.')
    await expect(othersTemplate).toHaveValue('There is no ticket {ticket_id}.', { timeout: 100 })
    await expect(other.getByRole('status').filter({ hasText: 'Stor' })).toHaveText('Stored', { timeout: 3000 })
  }).toPass()
  await template.fill('Nothing.')
  await expect(page.getByText('Not stored: Somebody else changed this draft meanwhile.')).toBeVisible()
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Load again' }).click()
  await loaded
  await hydrated(page)
  await expect(template).toHaveValue('There is no ticket {ticket_id}.')
  await other.close()
  // the browser reports the refusals itself
  pageErrors.length = 0

  // an account that a task of the starter suite expects and that no agent can know there
  await expect(async () => {
    await template.fill('There is no ticket {ticket_id}: ask USR202.')
    await expect(page.getByRole('status').filter({ hasText: 'Stor' })).toHaveText('Stored', { timeout: 3000 })
  }).toPass()
  await page.getByRole('button', { name: 'Save as a version…' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/gives away USR202: .* the expected call is /)).toBeVisible()
  await template.fill('There is no ticket {ticket_id}.')
  await expect(page.getByRole('status').filter({ hasText: 'Stor' })).toHaveText('Stored')
  await page.getByRole('button', { name: 'Save as a version…' }).click()
  await page.getByRole('textbox', { name: 'What changed' }).fill('The first rule')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).toHaveURL(/\/hints\/sets\/journey\/1/)
  await expect(page.getByText('Saved versions never change')).toBeVisible()
  await expectAccessible(page)
})

test('a later version shows what changed, and Launch offers it', async ({ page }) => {
  await page.goto('/hints/sets/journey/1')
  await page.getByRole('button', { name: 'Go on from it' }).click()
  const template = page.getByRole('textbox', { name: 'What the agent is told' })
  await template.fill('There is no ticket {ticket_id}: call get_user_tickets() first.')
  await expect(page.getByRole('status').filter({ hasText: 'Stored' })).toBeVisible()
  await page.getByRole('button', { name: 'Save as a version…' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).toHaveURL(/\/hints\/sets\/journey\/2/)
  await expect(page.getByText('0 added, 0 removed, 1 changed, 0 moved; 0 as they were.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as YAML' }).click()
  const file = await (await download).path()
  expect(readFileSync(file, 'utf8')).toContain('id: journey.ticket')
  await page.goto('/launch')
  await expect(
    page.getByLabel('Augmentation').getByRole('option', { name: /journey \(version 2, 1 rule\)/ }),
  ).toBeAttached()
})

test('where hints are missing, a rule is begun from the failure and its examples', async ({ page }) => {
  test.setTimeout(300_000)
  const launched = await envtune(
    ...['launch', '--name', 'hints journey, few rules', '--watch', '--json', '--set', 'augmentation=journey'],
    ...['--set', 'stages.syntax.gate.minSteps=0', '--set', 'stages.syntax.gate.maxSteps=1'],
    ...['--set', 'stages.hints.gate.minSteps=0', '--set', 'stages.hints.gate.maxSteps=1'],
    ...['--set', 'stages.hard-tasks.gate.minSteps=0', '--set', 'stages.hard-tasks.gate.maxSteps=1'],
    ...['--set', 'stages.independent.gate.minSteps=0', '--set', 'stages.independent.gate.maxSteps=1'],
    ...['--set', 'outOfDistribution=none'],
  )
  expect(launched.status, launched.stderr).toBe(0)
  few = (JSON.parse(launched.stdout.trim().split('\n').at(-1) ?? '') as { run: number }).run
  await page.goto(`/hints/missing?run=${few}`)
  const table = page.getByRole('region', { name: 'Failures without a hint' })
  await table.getByRole('button', { name: 'Examples' }).first().click()
  await expect(table.getByRole('link', { name: /^episode \d+, step \d+$/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Propose from documentation' }).click()
  await expect(page.getByText('from documentation').first()).toBeVisible()
  await expectAccessible(page)
  await table.getByRole('button', { name: 'Write a rule' }).first().click()
  await expect(page).toHaveURL(/\/hints\/drafts\/\d+\?rule=\d+/)
  await expect(page.getByRole('textbox', { name: 'What the agent is told' })).not.toHaveValue('')
})

test('drafts, from documentation and by a chat model, wait with their origin until a person saves them', async ({
  page,
}) => {
  await addEndpoint(page, server, 'hint writer')
  await page.goto(`/hints/missing?run=${few}&set=journey`)
  const table = page.getByRole('region', { name: 'Failures without a hint' })
  const proposed = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Take into a draft' }) })
  await expect(proposed.filter({ hasText: 'from documentation' }).first()).toBeVisible()
  await expect(async () => {
    const examples = table.getByRole('button', { name: 'Examples' }).first()
    if ((await examples.getAttribute('aria-expanded')) === 'false') await examples.click()
    await expect(page.getByRole('button', { name: /^Draft with / })).toBeVisible({ timeout: 3000 })
  }).toPass()
  await draftWith(page, 'hint writer')
  await expect(page.getByText(/^The draft from model solver .* waits for you/)).toBeVisible()
  const drafted = proposed.filter({ hasText: 'from model solver' })
  await expect(drafted).toContainText('Look at what {tool} takes.')
  await expectAccessible(page)
  await drafted.getByRole('button', { name: 'Take into a draft' }).click()
  const template = page.getByRole('textbox', { name: 'What the agent is told' })
  await expect(template).toHaveValue('Look at what {tool} takes.')
  await expect(page.getByText(/^from model solver/).first()).toBeVisible()
  await template.fill('Something else.')
  await draftWith(page, 'hint writer')
  await expect(template).toHaveValue('Look at what {tool} takes.')
  await expect(page.getByRole('status').filter({ hasText: 'Stored' })).toBeVisible()
  const draft = page.url()

  // nobody has saved it: the set has the versions that it had
  await page.goto('/hints/sets')
  await expect(page.getByRole('link', { name: 'journey', exact: true })).toBeVisible()
  const versions = page.getByRole('region', { name: 'Versions of journey' }).getByRole('row')
  await expect(versions).toHaveCount(3)

  // what it causes can be tested before that
  await page.goto(`${draft}&run=${few}`)
  await expect(async () => {
    await page.getByRole('button', { name: 'Test causally' }).click()
    await expect(page).toHaveURL(/\/hints\/fork-tests\/new\?.*set=draft/, { timeout: 3000 })
  }).toPass()
  await expect(page.getByText(/under 2 arms \(no hint, journey \(draft \d+\)\), 8 times/)).toBeVisible()
})

test('sets are imported with mistakes named by line, and the pages fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/hints/sets')
  const text =
    'name: phone\ntitle: Phone\nrules:\n  - id: a\n    when: { code: ticket_unknown }\n    template: "a } b"\n'
  const file = (buffer: string) => ({ name: 'phone.yaml', mimeType: 'application/yaml', buffer: Buffer.from(buffer) })
  await page.getByLabel('YAML file').setInputFiles(file(text))
  await expect(page.getByText('Line 6')).toBeVisible()
  await page.getByLabel('YAML file').setInputFiles(file(text.replace('a } b', 'Look again.')))
  await expect(page.getByRole('link', { name: 'phone, version 1' })).toBeVisible()
  for (const path of ['/hints', '/hints/missing', '/hints/sets', '/hints/sets/phone/1']) {
    await page.goto(path)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over, path).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/hints/sets')
  await expectAccessible(page)
})

/** Other journeys may have added endpoints: then there is a choice. */
async function draftWith(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: /^Draft with / })).toBeVisible()
  const choice = page.getByRole('combobox', { name: /^Endpoint that drafts a rule/ })
  if (await choice.isVisible()) await choice.selectOption(name)
  await page.getByRole('button', { name: `Draft with ${name}` }).click()
}
