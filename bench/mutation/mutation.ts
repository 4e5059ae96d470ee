// How many small faults, put into the engines one at a time, the unit tests see: a seeded sample of each engine, by its related tests.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from '../../src/lib/algorithms/random.ts';
import { ROOT } from '../../scripts/setup.mjs';
import { measured, type Bench, type Measurement } from '../measurement.ts';
import type { Results } from '../results.ts';
import { mutantsOf, type Mutant } from './mutants.ts';
import { partNames, sourcesOf, testsOf, type TestFile } from './related-tests.ts';

const CONFIG = 'bench/mutation/vitest.config.ts';
const REPORTS = join(ROOT, '.cache/reports');
/** Faults of each engine: MUTANTS; short form. */
const SAMPLE = 20;
const QUICK = 3;
/**
 * Seconds of tests a fault, as they lasted without it: the shortest files first, the others only where those see nothing. Files beyond
 * both are left out.
 */
const BUDGETS = [20, 300];
/** A run that lasts so many times longer, and so many seconds more, is one that a fault keeps from ending: it was seen. */
const PATIENCE = { times: 5, seconds: 30 };

interface TimedTest extends TestFile {
  seconds: number;
}

interface Sampled {
  path: string;
  mutant: Mutant;
}

/** Runs tests; whether all passed. Null when it was stopped for its length. */
function passes(tests: readonly string[], fault: Sampled | null, seconds: number, report?: string) {
  const options = report ? ['--reporter=json', `--outputFile=${report}`] : ['--bail=1'];
  const run = spawn('npx', ['vitest', 'run', '--config', CONFIG, ...options, ...tests], {
    cwd: ROOT,
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, ...(fault && { MUTANT: JSON.stringify(fault) }) }
  });
  return new Promise<boolean | null>((resolve) => {
    const stop = setTimeout(() => {
      // With the workers that it started.
      process.kill(-run.pid!, 'SIGKILL');
      resolve(null);
    }, seconds * 1000);
    run.on('exit', (code) => {
      clearTimeout(stop);
      resolve(code === 0);
    });
  });
}

/** Tests of an engine that pass without any fault, with what each lasts. */
async function timedTests(engine: string): Promise<TimedTest[]> {
  const tests = testsOf(engine);
  const report = join(REPORTS, `mutation-${engine}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  await passes(
    tests.map(({ path }) => path),
    null,
    3600,
    report
  );
  if (!existsSync(report)) throw new Error(`${engine} : vitest n’a pas laissé de rapport`);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { name: string; status: string; startTime: number; endTime: number }[];
  };
  return tests
    .flatMap((test) => {
      const result = testResults.find(({ name }) => name === join(ROOT, test.path));
      if (result?.status !== 'passed') return [];
      return [{ ...test, seconds: (result.endTime - result.startTime) / 1000 }];
    })
    .sort((a, b) => a.seconds - b.seconds);
}

/** Faults of an engine drawn from a seed: each as likely as any other. */
function sampleOf(engine: string, count: number): Sampled[] {
  const all = sourcesOf(engine).flatMap((path) =>
    mutantsOf(readFileSync(join(ROOT, path), 'utf8')).map((mutant) => ({ path, mutant }))
  );
  const draw = random(Number(process.env['SEED'] ?? 1));
  return all
    .map((one) => ({ one, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}

/** Tests in turns, each within its budget. */
function turnsOf(tests: readonly TimedTest[]): TimedTest[][] {
  const turns: TimedTest[][] = BUDGETS.map(() => []);
  const spent = BUDGETS.map(() => 0);
  let turn = 0;
  for (const test of tests) {
    while (turn < BUDGETS.length && spent[turn]! > 0 && spent[turn]! + test.seconds > BUDGETS[turn]!)
      turn += 1;
    if (turn === BUDGETS.length) break;
    turns[turn]!.push(test);
    spent[turn]! += test.seconds;
  }
  return turns.filter((one) => one.length > 0);
}

/** Whether some test fails, or never ends, on a fault. */
async function isSeen(fault: Sampled, tests: readonly TimedTest[]): Promise<boolean> {
  for (const turn of turnsOf(tests.filter(({ reaches }) => reaches.has(fault.path)))) {
    const seconds = turn.reduce((sum, one) => sum + one.seconds, 0);
    const most = PATIENCE.times * seconds + PATIENCE.seconds;
    if (
      !(await passes(
        turn.map(({ path }) => path),
        fault,
        most
      ))
    )
      return true;
  }
  return false;
}

const scoreOf = (engine: string): string => `${engine} : fautes vues`;

/** Scores of the engines that this run leaves aside, as they were. */
function formerScores(engines: readonly string[]): Measurement[] {
  const path = join(ROOT, 'bench/results.json');
  const former = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Results)['mutation']
    : undefined;
  return (former?.measurements ?? []).filter(({ name }) => !engines.some((one) => scoreOf(one) === name));
}

export const run: Bench = async ({ progress, quick }) => {
  const count = Number(process.env['MUTANTS'] ?? (quick ? QUICK : SAMPLE));
  const asked = process.env['ENGINES']?.split(',');
  const engines = partNames().filter((name) => asked?.includes(name) ?? true);
  const survivors: (Sampled & { engine: string })[] = [];
  const measurements: Measurement[] = [];
  for (const engine of engines) {
    const timed = await timedTests(engine);
    // A run that finds no test would see no fault either.
    if (timed.length === 0) throw new Error(`${engine} : aucun essai ne passe sans faute`);
    let seen = 0;
    const sample = sampleOf(engine, count);
    for (const fault of sample) {
      if (await isSeen(fault, timed)) {
        seen += 1;
        continue;
      }
      survivors.push({ ...fault, engine });
      const { path, mutant } = fault;
      progress(
        `  ${path}:${mutant.line} « ${mutant.before} » -> « ${mutant.after} » : aucun essai ne le voit`
      );
    }
    const share = (100 * seen) / Math.max(1, sample.length);
    progress(`${engine} : ${seen} fautes vues sur ${sample.length}`);
    measurements.push({ ...measured(scoreOf(engine), '%', [share]), samples: sample.length });
  }
  writeFileSync(join(REPORTS, 'mutation.json'), `${JSON.stringify(survivors, null, 2)}\n`);
  return [...formerScores(engines), ...measurements].sort((a, b) => a.name.localeCompare(b.name));
};
