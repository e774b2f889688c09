import { expect, type Page } from '@playwright/test'
import type { ChatServer } from '@/server/endpoints/testing/start-chat-server'

/** Adds a scripted chat server on the page where people do. */
export async function addEndpoint(page: Page, server: ChatServer, name: string): Promise<void> {
  await page.goto('/evaluations')
  await expect(async () => {
    await page.getByRole('button', { name: 'Endpoints' }).click()
    await expect(page.getByRole('button', { name: 'Add an endpoint' })).toBeVisible({ timeout: 3000 })
  }).toPass()
  await page.getByRole('button', { name: 'Add an endpoint' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Address').fill(server.url)
  await page.getByLabel('Model').fill('solver')
  await page.getByLabel('Key', { exact: true }).fill(server.key)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: `Test ${name}` })).toBeVisible()
}
