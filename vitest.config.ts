import { defineConfig } from 'vitest/config';

if (!process.versions.node.startsWith('24.')) {
  throw new Error(`The tests run under Node 24; this is ${process.version}. Use npm test, which brings its own.`);
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/temporary-root.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
