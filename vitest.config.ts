import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.{test,law}.ts', 'test/**/*.{test,law,journey}.ts'],
    globalSetup: ['test/harness/postgres.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    maxWorkers: 2,
    // What two files import is loaded once for both: the project keeps nothing in its modules that a test could find changed.
    isolate: false,
  },
})
