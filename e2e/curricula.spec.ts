import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { shortRun } from './support/short-run'
import { expect, expectAccessible, test, testInstance } from './support/test'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const stageOf = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Stages' }).getByRole('listitem').filter({ hasText: title })

test('a copy of the default is edited, explained at its fields, saved and shown as cards', async ({ page }) => {
  await page.goto('/curricula')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Edit a copy of Four stages, short (built-in policy)', exact: true }).click()
  await expect(page.getByLabel('Name', { exact: true }).first()).toHaveValue('my-starter')
  const first = page.getByRole('list', { name: 'Stages' }).locator('> li').first()
  await first.getByLabel('Window (validations)').fill('1')
  await expect(first.getByText('A whole number, 2 or more.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save as a new version' })).toBeDisabled()
  await expectAccessible(page)
  await first.getByLabel('Window (validations)').fill('2')
  await first.getByLabel('At most (steps)').fill('40')
  await expect(first.getByText('Earliest pass: step 5')).toBeVisible()
  await expect(first.getByText('75 of 80 to train, 20 to validate')).toBeVisible()
  await first.getByLabel('miss_func: a tool comes later').check()
  await expect(first.getByText('75 of 107 to train')).toBeVisible()
  await page.getByRole('button', { name: 'Move Solving hard tasks up' }).click()
  await page.getByRole('button', { name: 'Remove Independent solving' }).click()
  await page.getByLabel('Title', { exact: true }).first().fill('Three stages, mine')
  await page.getByLabel('Name', { exact: true }).first().fill('e2e-three')
  await page.getByRole('link', { name: 'Hints', exact: true }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click()
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Three stages, mine' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Stages' }).getByRole('heading', { level: 3 })).toHaveText([
    '1 Mastering syntax',
    '2 Solving hard tasks',
    '3 Learning with hints',
  ])
  await expect(stageOf(page, 'Mastering syntax').getByText('75 of 107 to train')).toBeVisible()
  await expectAccessible(page)
})

test('versions are compared, exported, imported and deleted while no run has used them', async ({ page }) => {
  await page.goto('/curricula/e2e-three')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export JSON' }).click(),
  ])
  const exported = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    stages: { gate: { minSteps: number } }[]
  }
  expect(download.suggestedFilename()).toBe('e2e-three-1.json')
  const [stage] = exported.stages
  if (!stage) throw new Error('nothing was exported')
  const file = join(testInstance().dataFolder, 'curriculum.json')
  stage.gate.minSteps = 3
  writeFileSync(file, JSON.stringify(exported))
  await page.getByRole('link', { name: 'Edit a copy' }).click()
  const input = page.getByLabel('Curriculum file')
  writeFileSync(join(testInstance().dataFolder, 'broken.json'), '{"name": "x", "title": "X", "stages": []}')
  await input.setInputFiles(join(testInstance().dataFolder, 'broken.json'))
  await expect(page.getByRole('dialog', { name: 'This file is no curriculum' })).toContainText('stages')
  await page.getByRole('button', { name: 'Close' }).click()
  await input.setInputFiles(file)
  await expect(page.getByLabel('At least (steps)').first()).toHaveValue('3')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(page.getByText('e2e-three version 2: no run has used it yet')).toBeVisible()

  await page.getByRole('link', { name: 'compare with 2' }).click()
  const difference = page.getByRole('region', { name: 'Difference' })
  await expect(difference.getByRole('row', { name: /gate\.minSteps/ })).toContainText('5')
  await expectAccessible(page)
  await page.goto('/curricula')
  await expectAccessible(page)
  await page.goto('/curricula/e2e-three?version=2')
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page).toHaveURL(/\/curricula$/)
  const row = page.getByRole('row', { name: /Three stages, mine/ })
  await expect(row.getByRole('link', { name: '2', exact: true })).toHaveCount(0)
})

test('a run is launched with the version that was chosen', async ({ page }) => {
  await page.goto('/curricula/e2e-three?version=1')
  await page.getByRole('link', { name: 'Launch with it' }).click()
  await expect(page.getByLabel('Curriculum', { exact: true })).toContainText('Three stages, mine (version 1)')
  await expect(page.getByLabel('Curriculum', { exact: true }).locator('option:checked')).toHaveText(
    'Three stages, mine (version 1)',
  )
})

test('a gate is played over what a run recorded, beside what really happened', async ({ page }) => {
  const run = shortRun()
  await page.goto(`/curricula/gates?run=${run}`)
  const stage = page.locator('section').filter({ has: page.getByRole('heading', { name: /Learning with hints/ }) })
  await expect(stage.getByText('With this gate the stage reaches its limit at step 6')).toBeVisible()
  await expect(stage.getByText(/Really: the stage reaches its limit at step 6/)).toBeVisible()
  await expectAccessible(page)
  await stage.getByLabel('At most (steps)').fill('5')
  await expect(stage.getByText(/With this gate the stage reaches its limit at step 5; really it reaches/)).toBeVisible()
  await expect(
    stage.getByRole('img', { name: /with this gate: limit at step 5; really: limit at step 6/ }),
  ).toBeVisible()
  await stage.getByRole('button', { name: 'Show step 0' }).click()
  await expect(stage.getByText('Minimum steps: 0 of at least 0 training steps.')).toBeVisible()
  await expect(page).toHaveURL(/gates=/)
  await page.reload()
  await expect(stage.getByLabel('At most (steps)')).toHaveValue('5')
  await stage.getByLabel('At most (steps)').fill('none')
  await expect(stage.getByText('A whole number, 1 or more.')).toBeVisible()
  await stage.getByRole('button', { name: 'As it was' }).click()
  await expect(stage.getByText('the run’s own gate')).toBeVisible()
})
