// Browser tests: a real Chromium over the built site, served as a static host would.
import { defineConfig } from '@playwright/test';
import './tests/e2e/messages-in-one.mjs';
import { CHROMIUM_FLAGS } from './scripts/chromium-flags.mjs';

// Tests of a minute and more, @long, run in `npm run soak`.
const unless = process.env.SOAK ? [] : [/@long/];
const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  // Pages are put together without WebGL, which is drawn by the processor: a quarter less to do.
  args: [...CHROMIUM_FLAGS, '--disable-gpu-compositing']
};
/** What is not about the live map goes without it: its drawing takes two seconds of processor at each opening of Couverture. */
const withoutMap = { ...launchOptions, args: [...launchOptions.args, '--disable-3d-apis'] };
const desk = { viewport: { width: 1440, height: 900 } };

/** Visits of each page, and the judges of what they read: projects of their own. */
const OF_VISITS = ['**/e2e/visits/**', '**/e2e/judged/**'];

const PORT = Number(process.env.E2E_PORT ?? 4273);

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  // On two quiet cores three take as long as two; on a busy machine they lose less.
  workers: 3,
  // Only a test whose page drew no frame any more: `tests/e2e/frames.ts`.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.cache/reports/playwright.json' }]
  ],
  webServer: {
    command: `PORT=${PORT} node scripts/start.mjs`,
    url: `http://127.0.0.1:${PORT}/`,
    timeout: 600_000,
    reuseExistingServer: !process.env.CI
  },
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    locale: 'fr-FR',
    launchOptions
  },
  projects: [
    // Each page is opened once, and what was read of it is judged once all is read (`--no-deps` judges again what is there).
    {
      name: 'visites',
      testDir: 'tests/e2e/visits',
      use: { ...desk, launchOptions: withoutMap },
      grepInvert: unless
    },
    { name: 'jugements', testDir: 'tests/e2e/judged', dependencies: ['visites'], retries: 0 },
    { name: 'carte', use: desk, grep: /@map/, grepInvert: unless, testIgnore: OF_VISITS },
    {
      name: 'ordinateur',
      use: { ...desk, launchOptions: withoutMap },
      grepInvert: [/@map/, /@touch/, ...unless],
      testIgnore: OF_VISITS
    },
    {
      name: 'telephone',
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
      grep: /@telephone|@touch/,
      grepInvert: unless,
      testIgnore: OF_VISITS
    }
  ]
});
