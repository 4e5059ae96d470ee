// Browser tests in stock Firefox, over the built site: `npm run test:firefox`.
import { defineConfig } from 'vitest/config';
import { readMessagesInOne } from '../../scripts/site/messages-in-one.mjs';

export default defineConfig({
  plugins: [readMessagesInOne()],
  test: {
    include: ['tests/firefox/**/*.test.ts'],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    globalSetup: 'tests/firefox/build-site.ts',
    maxWorkers: 1
  }
});
