import { defineConfig, devices } from '@playwright/test'
import { readConfig } from '@/server/config'
import { findChromium } from './e2e/support/find-chromium'

const executablePath = findChromium() ?? undefined
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/support/start-instance.ts',
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // a journey changes what it finds: npm test plays files that fail once more, on a new instance
  retries: 0,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // traces of every journey would take half a core: npm test asks for them when it plays a file again
    trace: 'off',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: isRoot ? ['--no-sandbox'] : [] },
  },
  projects: [
    // what a newcomer sees before anything was launched, then a run for all to look at, then the journeys side by side
    { name: 'empty', testMatch: '**/*.empty.spec.ts' },
    { name: 'short run', testMatch: '**/short-run.setup.ts', dependencies: ['empty'] },
    {
      name: 'journeys',
      testMatch: '**/*.spec.ts',
      testIgnore: ['**/*.empty.spec.ts', '**/*.trainer.spec.ts'],
      dependencies: ['short run'],
    },
    // part of test:trainer: needs a Python with Ray and TRL
    ...(readConfig().rayPython ? [{ name: 'trainer', testMatch: '**/*.trainer.spec.ts' }] : []),
  ],
})
