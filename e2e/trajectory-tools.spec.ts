import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { shortRun } from './support/short-run'
import { envtune, expect, expectAccessible, runScript, test } from './support/test'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let run: number

test.beforeAll(() => {
  run = shortRun()
})

const links = (page: Page) => page.getByRole('region', { name: 'Episodes' }).locator('[data-row-link]')

/** Where the rows lead to, once they are there. */
async function hrefsOf(page: Page): Promise<string[]> {
  await expect(links(page).first()).toBeVisible()
  return links(page).evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
}

async function openFirst(page: Page, filters: string) {
  await page.goto(`/episodes?run=${run}&${filters}`)
  await links(page).first().click()
  await expect(page.getByRole('navigation', { name: 'Turns and steps' })).toBeVisible()
}

/** Opens the first episode of a list that has what is looked for. */
async function openWith(page: Page, filters: string, isWanted: () => Promise<boolean>) {
  await page.goto(`/episodes?run=${run}&${filters}`)
  for (const href of await hrefsOf(page)) {
    await page.goto(href)
    await expect(page.getByRole('navigation', { name: 'Turns and steps' })).toBeVisible()
    if (await isWanted()) return
  }
  throw new Error(`no episode on the first page of ${filters} has it`)
}

/** The page shows itself before it listens: a key is pressed until it has done what it does. */
const press = (page: Page, key: string, reaction: () => Promise<void>) =>
  expect(async () => {
    await page.keyboard.press(key)
    await reaction()
  }).toPass()

test('a text is found in the whole episode, by keyboard, and the search stands in the URL', async ({ page }) => {
  await openFirst(page, 'recovered=true')
  const field = page.getByRole('searchbox', { name: 'Find in this episode' })
  await press(page, '/', () => expect(field).toBeFocused({ timeout: 500 }))
  await page.keyboard.type('fits what')
  await expect(page).toHaveURL(/find=fits\+what/)
  const places = page.getByText(/^\d+ places?$/)
  await expect(places).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  await expect(page).toHaveURL(/#step-\d+$/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(page.getByText(/^(2 of \d+|1 of 1)$/)).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue('fits what')
  await expect(places).toBeVisible()
  // Enter that comes before the answer waits for it, and is not spent on what the beginning of the text found
  let answer = () => {}
  const isHeld = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/episodes\.find/, (route) => isHeld.then(() => route.continue()))
  await field.press('End')
  await page.keyboard.type(' is')
  await page.keyboard.press('Enter')
  answer()
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  await expect(page.locator('search code')).toContainText('fits what is')
  await field.fill('there is no such text here')
  await expect(page.getByText('not found')).toBeVisible()
})

test('the episodes of a list are walked from one to the next', async ({ page }) => {
  await page.goto(`/episodes?run=${run}&kind=branch&sort=reward-low`)
  const [first, second] = await hrefsOf(page)
  await links(page).first().click()
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === first)
  await press(page, '}', () =>
    expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === second, { timeout: 5000 }),
  )
  await press(page, '{', () =>
    expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === first, { timeout: 5000 }),
  )
  await expect(page.getByRole('button', { name: 'Previous episode' })).toBeDisabled()
  await page.getByRole('link', { name: 'List', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/episodes\\?q=run\\+%3D\\+${run}\\+and\\+kind\\+%3D\\+branch&sort=-reward$`))
})

test('the state after each turn is a tree that opens at its differences, and whole on request', async ({ page }) => {
  const wrong = page.getByRole('heading', { name: /^State after this turn differs in/ }).first()
  const right = page.getByRole('heading', { name: 'State after this turn as expected' }).first()
  await openWith(page, 'success=false&kind=episode', async () => (await wrong.isVisible()) && (await right.isVisible()))
  await expect(page.getByText(/there, not expected|expected, not there/).first()).toBeAttached()
  for (const heading of [wrong, right]) {
    const state = heading.locator('..')
    await state.getByRole('button', { name: 'Show the whole state' }).click()
    await expect(state.getByText(/^\d+ equal$/).first()).toBeVisible()
    await state.getByRole('button', { name: 'Hide the whole state' }).click()
  }
})

test('an episode is verified: recomputed, it is what was recorded', async ({ page }) => {
  await openFirst(page, 'kind=branch&success=true')
  await press(page, 'j', () => expect(page).toHaveURL(/#step-\d+$/, { timeout: 500 }))
  await page.keyboard.press('v')
  // the place in the transcript is kept, and the outcome above it comes into sight
  await expect(page).toHaveURL(/verify=1#step-\d+$/)
  await expect(
    page.getByRole('region', { name: 'Verify' }).getByText(/Recomputed as recorded: 1 turn/),
  ).toBeInViewport()
})

test('an episode is replayed under other feedback, and under another set of hints', async ({ page }) => {
  // branches too are told by the setting that is asked for
  await openFirst(page, 'recovered=true&kind=branch')
  await page.getByRole('button', { name: 'Replay' }).click()
  const replay = page.getByRole('region', { name: 'Replay' })
  await expect(replay.getByText(/^\d+ of \d+ results would read otherwise\.$/)).toBeVisible()
  await expect(replay.getByText('It would read').first()).toBeVisible()
  await replay.getByLabel('Feedback').selectOption('augmented')
  await expect(page).toHaveURL(/replay=augmented/)
  await expect(replay.getByText(/^All \d+ results would read the same\.$/)).toBeVisible()
  await replay.getByLabel('Hints of').selectOption({ index: 1 })
  await expect(page).toHaveURL(/set=/)
  await expect(replay.getByText(/results would read/)).toBeVisible()
  await expectAccessible(page)
})

test('a rollout group stands side by side, and its first divergence is marked', async ({ page }) => {
  // some succeeded and some failed: they part somewhere
  const words = page.getByRole('region', { name: 'Rollout group' }).getByText(/succeeded$/)
  await openWith(
    page,
    'kind=branch&success=true',
    async () => !/ 16 succeeded$/.test((await words.textContent()) ?? ''),
  )
  await page.getByRole('link', { name: 'side by side' }).click()
  await expect(page).toHaveURL(/\/episodes\/compare\?ids=/)
  await expect(page.getByRole('link', { name: /^Episode \d+$/ })).toHaveCount(16)
  await expect(page.getByText(/^First divergence: /)).toHaveCount(1)
  await page.getByRole('checkbox', { name: 'Only what differs' }).check()
  await expect(page.getByText(/^First divergence: /)).toHaveCount(1)
  await page
    .getByRole('link', { name: /^Take episode \d+ away$/ })
    .last()
    .click()
  await expect(page.getByRole('link', { name: /^Episode \d+$/ })).toHaveCount(15)
})

test('any episodes of one task are compared, others are refused', async ({ page }) => {
  await openFirst(page, 'partition=validation')
  const task = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  await page.getByLabel('Add an episode of this task').selectOption({ index: 1 })
  await expect(page.getByRole('link', { name: /^Episode \d+$/ })).toHaveCount(2)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Compare episodes of ${task}`)
  const compared = new URL(page.url()).searchParams.get('ids')
  await page.goto(`/episodes?run=${run}&partition=train`)
  const other = /\/episodes\/(\d+)/.exec((await links(page).first().getAttribute('href')) ?? '')?.[1]
  await page.goto(`/episodes/compare?ids=${compared},${other}`)
  await expect(page.getByText('only episodes of one task can be compared')).toBeVisible()
})

test('the same task is followed over training', async ({ page }) => {
  await openFirst(page, 'partition=validation')
  const strip = page.getByRole('region', { name: 'The same task over training' })
  await expect(strip.getByRole('listitem')).not.toHaveCount(0)
  await expect(strip.locator('[aria-current]')).toHaveCount(1)
  const first = strip.getByRole('link').first()
  const href = await first.getAttribute('href')
  await first.click()
  await expect(page).toHaveURL((url) => url.pathname === href)
})

test('a run is verified in the browser, and a raised reward is found out and shown', async ({ page }) => {
  // ten thousand episodes are played again, twice
  test.setTimeout(400_000)
  await page.goto(`/runs/${run}`)
  const notice = page.getByRole('region', { name: 'Verification' })
  await notice.getByRole('button', { name: 'Verify the episodes' }).click()
  await expect(notice.getByText(/episodes were played again and came out as recorded/)).toBeVisible({
    timeout: 180_000,
  })

  await page.goto(`/episodes?run=${run}&rewardMax=0`)
  const victim = /\/episodes\/(\d+)/.exec((await links(page).first().getAttribute('href')) ?? '')?.[1] ?? ''
  expect((await runScript('e2e/support/tamper-episode.ts', victim)).status).toBe(0)
  const verified = await envtune('verify', '--run', String(run), '--json')
  expect(verified.status).toBe(1)
  expect(JSON.parse(verified.stdout)).toMatchObject({ run, different: 1, examples: [{ episode: victim }] })

  await page.goto(`/runs/${run}`)
  await expect(notice.getByText(/^1 of [\d,]+ episodes are not what their calls give\.$/)).toBeVisible()
  await expectAccessible(page)
  await notice.getByRole('link', { name: `Episode ${victim}` }).click()
  await expect(page.getByRole('region', { name: 'Verify' }).getByText('reward', { exact: true })).toBeVisible()
})

test('episodes are exported in every format, and what was exported is imported again', async ({ page, request }) => {
  const query = `run=${run}&partition=validation&kind=episode`
  await page.goto(`/episodes?${query}`)
  const count = Number.parseInt(
    (await page.getByText(/^[\d,]+\+? episodes?$/).textContent())?.replace(',', '') ?? '',
    10,
  )
  for (const format of ['jsonl', 'openai', 'atif']) {
    const lines = (await (await request.get(`/api/episodes/export?${query}&format=${format}`)).text())
      .trim()
      .split('\n')
    expect(lines).toHaveLength(count)
    expect(() => lines.map((line) => JSON.parse(line))).not.toThrow()
  }
  const unknown = await envtune('episodes', 'export', '--run', '999999')
  expect([unknown.status, unknown.stdout]).toEqual([1, ''])
  expect(unknown.stderr).toContain('There is no run #999999.')
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /ATIF/ }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text.trim().split('\n')).toHaveLength(count)

  await page.goto('/episodes/import')
  await page.getByLabel('Format').selectOption('atif')
  const broken = `${text}{"schema_version": "ATIF-v1.7"}\n`
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'back.jsonl', mimeType: 'application/json', buffer: Buffer.from(broken) })
  await page.getByLabel('When a line cannot be read').selectOption('keep-nothing')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByText('Nothing was imported.')).toBeVisible()
  await expect(page.getByText(`Line ${count + 1}:`)).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('When a line cannot be read').selectOption('keep-rest')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByText(`${count.toLocaleString('en-US')} episodes`)).toBeVisible()
  await page.getByRole('link', { name: /^run #\d+$/ }).click()
  await links(page).first().click()
  await expect(page).toHaveURL(/\/episodes\/\d+/)
  await expect(page.getByText('imported', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Verify' })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`comparison, replay and import are readable in the ${colorScheme} and fit a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openFirst(page, 'recovered=true&kind=branch')
    const episode = new URL(page.url()).pathname
    await page.getByRole('link', { name: 'side by side' }).click()
    await expect(page).toHaveURL(/compare/)
    const compare = page.url()
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 })
      for (const address of [compare, `${episode}?replay=standard&verify=1&find=a`, '/episodes/import']) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(width)
      }
    }
  })
}
