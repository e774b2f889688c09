import { expect, expectAccessible, test } from './support/test'

const pages = [
  { path: '/', title: 'Runs', says: 'No runs yet' },
  { path: '/launch', title: 'Launch a run', says: 'What will happen' },
  { path: '/episodes', title: 'Episodes', says: 'No episodes yet' },
  { path: '/hints', title: 'Hints', says: 'No rule has matched a failing call yet' },
  { path: '/leaderboard', title: 'Leaderboard', says: 'No finished run yet' },
]

for (const { path, title, says } of pages) {
  test(`${title} says what to do when there is no data`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText(says).first()).toBeVisible()
    await expectAccessible(page)
  })

  test(`${title} is readable in the dark and fits a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(page)
  })
}

test('the published rows are there before anything was measured, and are marked as such', async ({ page }) => {
  await page.goto('/leaderboard')
  await expect(page.getByText('published, not measured here').first()).toBeVisible()
  await expect(page.getByRole('row', { name: /Qwen2.5-7B-Instruct environment tuning 36.92/ })).toBeVisible()
})

test('the first HTML of the runs page holds what the table shows', async ({ request }) => {
  const html = await (await request.get('/')).text()
  expect(html).toContain('No runs yet')
})
