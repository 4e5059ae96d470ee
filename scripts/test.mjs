// `npm test`: every check on a fresh machine, the seconds of each, then one line: `N passed, N failed`. Two cores are kept busy: the checks of
// the sources and the unit tests run beside the making of data and site, Firefox beside the published files, and Chromium alone.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, firefoxToTest, installDependencies, run } from './setup.mjs';
import { REPORTS, conclude, ofPlaywright, reported, script, step, vitest } from './steps.mjs';

/** The long test of what is published that needs the data alone, not the site. */
const OF_DATA = 'tests/published/disclosure.test.ts';

if (process.argv.includes('--help')) {
  console.log(
    'npm test : tous les contrôles, du format au navigateur ; dernière ligne : N passed, N failed.'
  );
  process.exit(0);
}

installDependencies();
const chromiumPath = chromium();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
run('npm', ['run', '--silent', 'sync']);

const [, made] = await Promise.all([
  step('types', script('types')),
  step('data', ['node', 'scripts/site/build.mjs', '--data'])
]);
const [built] = await Promise.all([
  made && step('site', ['node', 'scripts/start.mjs', '--build']),
  step('lint and import rules', script('lint'))
    .then(() => step('format', script('format:check')))
    .then(() => made && vitest('unit, queries', 'vitest.json', ['tests/unit', 'tests/queries', OF_DATA]))
]);

if (built) {
  const published = vitest('published files', 'published.json', ['tests/published', '--exclude', OF_DATA]);
  const firefox = firefoxToTest();
  if (firefox.path) await vitest('Firefox', 'firefox.json', ['--config', 'tests/firefox/vitest.config.ts']);
  else console.log(`not run: ${firefox.why}`);
  await published;
  // Nothing is tried twice but where the browser itself stopped drawing (`tests/e2e/frames.ts`): what passes the second time only is a fault.
  await step('browser', ['npx', 'playwright', 'test'], {
    env: { CHROMIUM_PATH: chromiumPath, PLAYWRIGHT_JSON_OUTPUT_FILE: join(REPORTS, 'playwright.json') },
    count: reported('playwright.json', ofPlaywright)
  });
} else console.log('not run: the tests of the published files and of the browser, which need the site');
conclude();
