// Steps of the test commands: run, shown and counted one by one, whatever runs beside them.
import { existsSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './setup.mjs';

export const REPORTS = join(ROOT, '.cache/reports');
const total = { passed: 0, failed: 0 };
/** Name, seconds and outcome of each step, in the order in which they ended. */
const steps = [];
/** Name and first line of what each failed test said. */
const failures = [];

/**
 * Runs a command and adds up what it finds. Its output is shown whole when it ends, so that steps side by side do not mix.
 *
 * @param {string} name
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, count?: (code: number | null) => { passed: number, failed: number, told?: string[] } }} [options]
 *   without `count`, the step counts as one
 * @returns {Promise<boolean>} whether all passed
 */
export function step(name, [file, ...args], { env, count = one } = {}) {
  console.log(`...    ${name}`);
  const started = performance.now();
  const child = spawn(file, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const { passed, failed, told = [] } = count(code);
      failures.push(...told);
      const ok = code === 0 && failed === 0;
      total.passed += passed;
      total.failed += ok ? 0 : Math.max(failed, 1);
      console.log(`\n== ${name}`);
      process.stdout.write(Buffer.concat(output));
      const seconds = Math.round((performance.now() - started) / 1000);
      steps.push(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      console.log(steps.at(-1));
      resolve(ok);
    });
  });
}

const one = (code) => ({ passed: code === 0 ? 1 : 0, failed: 0 });

/** A script of package.json, as a command. */
export const script = (name, ...args) => [
  'npm',
  'run',
  '--silent',
  name,
  ...(args.length ? ['--', ...args] : [])
];

/**
 * Counts of the JSON report that a runner leaves in REPORTS.
 *
 * @param {string} report
 * @param {(json: any) => { passed: number, failed: number, told: string[] }} read `told` names what failed
 * @param {number} [least] fewer passed, or no report at all, is a failure
 */
export const reported =
  (report, read, least = 1) =>
  () => {
    const path = join(REPORTS, report);
    const { passed, failed, told } = existsSync(path)
      ? read(JSON.parse(readFileSync(path, 'utf8')))
      : { passed: -1, failed: 0, told: [] };
    return passed < least
      ? { passed: Math.max(passed, 0), failed: Math.max(failed, 1), told }
      : { passed, failed, told };
  };

const failure = (name, message = '') =>
  `FAILED ${name}: ${stripVTControlCharacters(message).trim().split('\n')[0]}`;

/** What a JSON report of vitest says. A file that could not be read has failed without a test. */
const ofVitest = ({ numPassedTests, numFailedTests, testResults }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  told: testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [failure(name, message)] : [];
    return failed.map(({ fullName, failureMessages }) => failure(fullName, failureMessages[0]));
  })
});

/** What a JSON report of Playwright says. */
export const ofPlaywright = ({ suites, stats: { expected, flaky, unexpected } }) => {
  const told = ({ suites = [], specs = [] }) => [
    ...suites.flatMap(told),
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) => failure(`${file}, ${title}`, tests[0]?.results[0]?.error?.message))
  ];
  return { passed: expected + flaky, failed: unexpected, told: suites.flatMap(told) };
};

/** Tests of vitest, as a step. */
export function vitest(name, report, args = [], least = 1) {
  const file = `--outputFile.json=${join(REPORTS, report)}`;
  return step(name, ['npx', 'vitest', 'run', '--reporter=dot', '--reporter=json', file, ...args], {
    count: reported(report, ofVitest, least)
  });
}

/** Prints all steps and what failed, then the verdict, `N passed, N failed`, and ends the command with it. */
export function conclude() {
  console.log(`\n${[...steps, ...failures].join('\n')}\n${process.uptime().toFixed(0)} s in all`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}
