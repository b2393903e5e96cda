/** Where tests live and how they run. Two workers: the suite is made for a two-core machine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bot,flows,agent-console,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', 'test/.cache/**'],
    globalSetup: 'test/setup/mongo.ts',
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // Only against what hangs: a test is not about speed, and the machine may do much else besides.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    // A zone that is nobody's here, so that code leaning on the machine's zone shows itself.
    env: { TZ: 'Asia/Kathmandu' },
  },
});
