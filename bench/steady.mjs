// `npm run steady`: whether `npm test` says the same each time. Whole runs, one of them beside other work, then runs of the browser tests alone;
// each browser test that failed once is named with its runs.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, chromium } from '../scripts/setup.mjs';
import { REPORTS } from '../scripts/steps.mjs';

const USAGE = `npm run steady [-- --whole 3 --browser 10] : npm test plusieurs fois de suite (une fois sur une machine chargée), puis les essais du navigateur ;
les essais qui n'ont pas passé chaque fois sont nommés. Fin : 0 aucun ; 1 au moins un.`;
const { values } = parseArgs({
  options: {
    whole: { type: 'string', default: '3' },
    browser: { type: 'string', default: '10' },
    help: { type: 'boolean' }
  }
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const REPORT = join(REPORTS, 'playwright.json');
/** Name of a browser test -> runs in which it failed. */
const unsteady = new Map();
let isAllPassed = true;

/** Browser tests of the last run that failed. */
function* unsteadyTests(suites) {
  for (const { suites: inner = [], specs = [] } of suites) {
    yield* unsteadyTests(inner);
    for (const { file, title, tests } of specs)
      if (tests.some(({ status }) => status === 'unexpected')) yield `${file} « ${title} »`;
      else if (tests.some(({ status }) => status === 'flaky'))
        yield `${file} « ${title} », whose page drew no frame any more the first time`;
  }
}

/** @param {string} name @param {string[]} command @param {boolean} isLoaded beside as many busy processes as there are cores */
function runOnce(name, [file, ...args], isLoaded = false) {
  rmSync(REPORT, { force: true });
  const busy = isLoaded
    ? Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', 'for (;;);']))
    : [];
  const began = performance.now();
  const env = { ...process.env, CHROMIUM_PATH: chromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT };
  const { status, stdout } = spawnSync(file, args, { cwd: ROOT, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  for (const process of busy) process.kill();
  const seconds = Math.round((performance.now() - began) / 1000);
  isAllPassed &&= status === 0;
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s): ${stdout.trim().split('\n').at(-1)}`
  );
  if (status !== 0)
    console.log(
      stdout
        .split('\n')
        .filter((line) => /FAILED|FAIL|✘|×/.test(line))
        .join('\n')
    );
  if (!existsSync(REPORT)) return;
  for (const test of unsteadyTests(JSON.parse(readFileSync(REPORT, 'utf8')).suites))
    unsteady.set(test, [...(unsteady.get(test) ?? []), name]);
}

const whole = Number(values.whole);
for (let i = 1; i <= whole; i++)
  runOnce(`whole ${i}${i === whole ? ', loaded' : ''}`, ['npm', 'test'], i === whole);
for (let i = 1; i <= Number(values.browser); i++) runOnce(`browser ${i}`, ['npx', 'playwright', 'test']);
for (const [test, runs] of unsteady) console.log(`unsteady: ${test} (${runs.join('; ')})`);
process.exit(isAllPassed && unsteady.size === 0 ? 0 : 1);
