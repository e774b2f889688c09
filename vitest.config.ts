import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }
const exclude = [...configDefaults.exclude, '.next/**', '.envtune/**', 'e2e/**']

export default defineConfig({
  resolve: { alias },
  test: {
    // two on two cores as well: integration tests mostly wait
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // pure functions share their modules: most of the time went into loading them for every file again
          isolate: false,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.int.test.ts'],
          setupFiles: ['server/processes/testing/property-seed.ts'],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude,
          pool: 'forks',
          globalSetup: ['server/processes/testing/integration-setup.ts'],
          setupFiles: ['server/processes/testing/own-database.ts', 'server/processes/testing/property-seed.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // needs a Python with Ray (ENVTUNE_RAY_PYTHON): part of test:trainer, not of npm test
        resolve: { alias },
        test: {
          name: 'ray',
          include: ['**/*.check.ts'],
          exclude,
          pool: 'forks',
          fileParallelism: false,
          globalSetup: ['server/processes/testing/integration-setup.ts'],
          setupFiles: ['server/processes/testing/own-database.ts'],
        },
      },
    ],
  },
})
