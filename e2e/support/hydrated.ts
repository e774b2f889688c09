import type { Page } from '@playwright/test'

/**
 * Waits until React has taken over what the server rendered: before, a press goes nowhere, and typing may meet the
 * fields as they are filled.
 */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button, input, textarea, select, a[href]')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactFiber$')),
    ),
  )
  // what was taken over is committed, and its effects have run
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Every opening and loading of the page waits for React. */
export function openHydrated(page: Page): void {
  const goto = page.goto.bind(page)
  page.goto = async (...address) => {
    const response = await goto(...address)
    await hydrated(page)
    return response
  }
  const reload = page.reload.bind(page)
  page.reload = async (...options) => {
    const response = await reload(...options)
    await hydrated(page)
    return response
  }
}
