import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  define: { VERSION: '"0.0.0-test"' },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // Two cores, and a collector under test: a slow day is no failure.
    testTimeout: 30_000,
  },
});
