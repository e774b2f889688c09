import { test as base } from '@playwright/test'
import { openHydrated } from './hydrated'
import { testInstance } from './instance'

/** Playwright's test, on the instance of the set-up; a page that throws or logs an error fails its test. */
export const test = base.extend<{ pageErrors: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  baseURL: async ({}, use) => {
    await use(testInstance().url)
  },
  page: async ({ page }, use) => {
    openHydrated(page)
    await use(page)
  },
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
      })
      await use(errors)
      base.expect(errors, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
export { expectAccessible } from './accessible'
export { envtune, runScript } from './envtune'
export { testInstance } from './instance'
