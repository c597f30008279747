import { defineConfig } from 'vitest/config';

/** The long runs: `npm run test:faults`. */
export default defineConfig({
  test: {
    root: '.',
    include: ['test/faults/**/*.test.ts', 'test/store/model.test.ts'],
    testTimeout: 20 * 60_000,
    hookTimeout: 120_000,
    globalSetup: 'test/harness/build-once.ts',
    pool: 'forks',
    maxWorkers: 1,
    env: { PEGEL_TEST_RUNS: '20' },
  },
});
