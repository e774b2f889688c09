import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, expectAccessible, test } from './support/test'

/** Something that answers, but is not a Ray head. */
async function notRay(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => response.end('<html>hello</html>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

test('a cluster is added, tested, changed, archived and brought back', async ({ page }) => {
  const other = await notRay()
  await page.goto('/backends')
  await expect(page.getByText('No cluster yet')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Add a cluster' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('an absolute path on the cluster')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Name', { exact: true }).fill('lab')
  await page.getByLabel('Address of Ray’s dashboard').fill(other.url)
  await page.getByLabel('Checkpoint folder').fill('/shared/envtune')
  await page.getByLabel('Token', { exact: true }).fill('a-secret-token')
  await page.getByLabel('Server for checkpoints').selectOption({ label: 'SGLang' })
  await page.getByRole('button', { name: 'Save' }).click()

  const panel = page.locator('section').filter({ has: page.getByRole('heading', { name: /^lab/ }) })
  await expect(panel.getByText('with token')).toBeVisible()
  // the worker looks by itself
  await expect(panel.getByText('not usable')).toBeVisible({ timeout: 30_000 })
  await expect(panel.getByText(/not as Ray’s dashboard does|not as Ray's dashboard does/)).toBeVisible()
  await panel.getByRole('button', { name: 'Test' }).click()
  await expect(panel.getByText('A run would fail here')).toBeVisible()
  await expectAccessible(page)
  expect(await page.content()).not.toContain('a-secret-token')

  await page.getByRole('button', { name: 'Change lab' }).click()
  await expect(page.getByLabel('Server for checkpoints')).toHaveValue('sglang')
  await page.getByLabel('Address of Ray’s dashboard').fill('http://127.0.0.1:9')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText(/cannot be reached/)).toBeVisible({ timeout: 30_000 })

  await panel.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText('No cluster yet')).toBeVisible()
  await page.getByRole('button', { name: 'Show 1 archived' }).click()
  await panel.getByRole('button', { name: 'Bring back' }).click()
  await expect(panel.getByRole('button', { name: 'Archive' })).toBeVisible()
  other.close()
})

test('the launch form asks for a model where a cluster trains, and says what the cluster lacks', async ({ page }) => {
  await page.goto('/launch')
  await expect(page.getByLabel('Model')).toHaveValue('Built-in CPU policy')
  await page.getByLabel('Backend').selectOption('lab')
  await expect(page.getByLabel('Curriculum', { exact: true })).toContainText('Four stages of the paper')
  await page.getByRole('button', { name: 'Launch', exact: true }).click()
  await expect(page.getByText('Name the model', { exact: false }).first()).toBeVisible()
  await page.getByLabel('Model').fill('Qwen/Qwen2.5-7B-Instruct')
  await page.getByLabel('Engine', { exact: true }).selectOption('verl')
  const lacks = page.getByRole('list', { name: 'What to know of the backend' })
  await expect(lacks).toContainText('cannot be reached')
  await expect(lacks).toContainText('not trained on a GPU by us')
  await page.getByText('Trainer settings').click()
  await page.getByLabel('KL coefficient').fill('-1')
  await expect(page.getByLabel('KL coefficient')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('KL coefficient').fill('0.1')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.goto('/backends')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('in the dark the page of backends is as easy to read', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/backends')
  await expect(page.getByRole('heading', { name: 'Backends' })).toBeVisible()
  await expectAccessible(page)
})
