import { defineConfig } from 'vitest/config'

const shared = { globals: false, restoreMocks: true, globalSetup: ['test/setup/build.ts'] }

export default defineConfig({
  test: {
    coverage: {
      // CI measures while it runs the tests, so that they run once.
      enabled: process.env.ACCORDANT_COVERAGE !== undefined,
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      // What tests start as a process of its own (the program, the terminal) is not counted here.
      thresholds: { lines: 90, branches: 80 },
    },
    projects: [
      {
        test: {
          ...shared,
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/machine/**'],
          setupFiles: ['test/setup/environment.ts', 'test/setup/laws.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'machine',
          include: ['test/machine/**/*.test.ts'],
          setupFiles: ['test/setup/environment.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
