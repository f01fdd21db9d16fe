import { defineConfig } from 'vitest/config'

const globalSetup = ['tests/global-setup.ts']
const environment = { TZ: 'Europe/Amsterdam' }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/walls/**/*.test.ts', 'tests/scripts/**/*.test.ts'],
          exclude: ['src/**/*.db.test.{ts,tsx}'],
          env: environment,
        },
      },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.test.{ts,tsx}', 'tests/integration/**/*.test.ts'],
          env: environment,
          globalSetup,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          env: environment,
          globalSetup,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
