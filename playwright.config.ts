import { defineConfig, devices } from '@playwright/test'
import { readConfig } from '@/server/config'
import { findChromium } from './e2e/support/find-chromium'

const executablePath = findChromium() ?? undefined
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/support/start-instance.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // what fails once and then passes is counted as passed, and printed: see server/cli/checks/end-to-end-tests.ts
  retries: 1,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: isRoot ? ['--no-sandbox'] : [] },
  },
  projects: [
    // what a newcomer sees before anything was launched; one worker plays the projects in their order
    { name: 'empty', testMatch: '**/*.empty.spec.ts' },
    { name: 'journeys', testMatch: '**/*.spec.ts', testIgnore: ['**/*.empty.spec.ts', '**/*.trainer.spec.ts'] },
    // part of test:trainer: needs a Python with Ray and TRL
    ...(readConfig().rayPython ? [{ name: 'trainer', testMatch: '**/*.trainer.spec.ts' }] : []),
  ],
})
