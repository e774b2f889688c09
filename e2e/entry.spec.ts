import { request } from 'node:http'
import { expect, expectAccessible, test, testInstance } from './support/test'

/** Status of a request as somebody else's page could make a browser send it. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.once('error', reject)
    sent.end()
  })
}

test('neither the pages nor the environment server answer under a foreign name', async () => {
  const { url, envUrl } = testInstance()
  for (const address of [url, `${url}/api/trpc/any`, `${envUrl}/health`]) {
    expect(await statusOf(address, { host: 'evil.example' })).toBe(403)
  }
})

test('neither takes requests of foreign sites', async () => {
  const { url, envUrl } = testInstance()
  for (const address of [`${url}/api/trpc/any`, `${envUrl}/health`]) {
    expect(await statusOf(address, { origin: 'http://evil.example' })).toBe(403)
  }
})

test('a page that does not exist says so and leads back', async ({ page, pageErrors }) => {
  const response = await page.goto('/no-such-page')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  await expectAccessible(page)
  // the browser reports the status itself
  pageErrors.length = 0
})

test('an address that cannot be read is nothing that failed', async ({ request }) => {
  for (const address of ['/?after=broken', '/?by=arm&after=broken', '/?q=%00'])
    expect((await request.get(address)).status()).toBe(404)
})
