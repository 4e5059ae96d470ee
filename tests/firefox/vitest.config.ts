// Browser tests in stock Firefox, over the built site: `npm run test:firefox`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/firefox/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    globalSetup: 'tests/firefox/build-site.ts',
    maxWorkers: 1
  }
});
