// `npm test`: every check on a fresh machine, then one line: `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, buildSite, chromium, firefoxPath, installDependencies, run } from './setup.mjs';

const REPORTS = join(ROOT, '.cache/reports');
let passed = 0;
let failed = 0;

function verdict(name, ok, counts = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }) {
  passed += counts.passed;
  failed += counts.failed;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
}

/** Runs a script beside the others; its output is kept until its turn comes. */
function beside(name, script) {
  const child = spawn('npm', ['run', '--silent', script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const ended = new Promise((resolve) => child.on('close', resolve));
  return async () => {
    const code = await ended;
    console.log(`\n== ${name}`);
    process.stdout.write(Buffer.concat(output));
    verdict(name, code === 0);
  };
}

/** A runner that leaves a JSON report; a run without a report counts as one failure. */
function suite(name, args, report, count, env = {}) {
  console.log(`\n== ${name}`);
  const path = join(REPORTS, report);
  const code = run('npx', args, { env: { ...process.env, ...env } });
  const counts = existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 1 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.passed === 0 && counts.failed === 0) counts.failed = 1;
  verdict(name, code === 0 && counts.failed === 0, counts);
}

/** Tests of vitest. */
function vitest(name, report, args = []) {
  suite(
    name,
    [
      'vitest',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${join(REPORTS, report)}`,
      ...args
    ],
    report,
    ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests })
  );
}

installDependencies();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

run('npm', ['run', '--silent', 'sync']);
// The data are built on one core; these read the sources on the other.
const besides = [
  beside('format', 'format:check'),
  beside('lint and import rules', 'lint'),
  beside('types', 'types')
];
run('npx', ['tsx', 'scripts/build-data.ts']);
for (const told of besides) await told();
buildSite();
vitest('unit, queries, charts, published files', 'vitest.json');
suite(
  'browser',
  ['playwright', 'test'],
  'playwright.json',
  // Nothing is tried twice; were it so, a test that passed the second time counts as failed.
  ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  { CHROMIUM_PATH: chromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: join(REPORTS, 'playwright.json') }
);
if (firefoxPath()) vitest('Firefox', 'firefox.json', ['--config', 'tests/firefox/vitest.config.ts']);
else console.log('\nnot run: Firefox is not installed (firefox-esr, or its path in FIREFOX_PATH)');

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
