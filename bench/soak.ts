// npm run soak: the property tests and the fuzzing at their full counts, and a sum of what they found.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firefoxPath, ROOT } from '../scripts/setup.mjs';
import { fail, progress, readArguments, wholeNumber } from '../scripts/shell.ts';

const USAGE = `Usage : npm run soak [-- --hierarchies 2000 --fuzz 10000]

Les essais longs, par vitest : protection de tableaux et répartition de
territoires tirés au sort, lecteurs de fichiers nourris de fichiers abîmés, toutes les agglomérations
et tous les PRE du pays ouverts à partir des données de départ, fautes glissées une à une dans les moteurs.

  --hierarchies  nombre de tableaux hiérarchiques, et de petits territoires, tirés au sort
  --fuzz         nombre de fichiers abîmés donnés à chaque lecteur
  --mutants      nombre de fautes glissées dans chaque moteur, que les essais doivent voir ; 0 : aucune
  --seed         graine des propriétés ; sans elle, une autre à chaque fois, dite au départ
  --help         cette aide

Fin : 0 tout tient ; 1 au moins un essai échoue ; 2 essais impossibles.`;

/** All that does more in long runs (draws of tests/draws.ts, or SOAK itself), and the packs of the whole country. */
const SUITES = [
  ...['tests/unit', 'tests/published']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    )
    .filter(
      (path) =>
        path.endsWith('.test.ts') && /\/draws\.ts|\bSOAK\b/.test(readFileSync(join(ROOT, path), 'utf8'))
    ),
  'tests/unit/scripts/packs/every-epci.test.ts',
  'tests/unit/scripts/packs/every-pre.test.ts'
];
const REPORT = join(ROOT, '.cache/reports/soak.json');
const NO_TIMEOUT = '0';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    startTime: number;
    endTime: number;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

const { values, positionals } = readArguments(USAGE, {
  hierarchies: { type: 'string', default: '2000' },
  fuzz: { type: 'string', default: '10000' },
  mutants: { type: 'string', default: '20' },
  seed: { type: 'string', default: String(Date.now() % 1_000_000) }
});
if (positionals.length > 0) fail(2, [`Argument de trop : « ${positionals[0]} »`, USAGE]);
const hierarchies = wholeNumber('hierarchies', values.hierarchies, 1, 1_000_000);
const fuzz = wholeNumber('fuzz', values.fuzz, 1, 10_000_000);
const mutants = wholeNumber('mutants', values.mutants, 0, 10_000);
const seed = wholeNumber('seed', values.seed, 0, 1_000_000);

mkdirSync(join(ROOT, '.cache/reports'), { recursive: true });
rmSync(REPORT, { force: true });
progress(`${hierarchies} tableaux tirés au sort, ${fuzz} fichiers abîmés par lecteur, graine ${seed}`);
const options = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${REPORT}`];
spawnSync('npx', ['vitest', 'run', `--testTimeout=${NO_TIMEOUT}`, ...options, ...SUITES], {
  cwd: ROOT,
  stdio: ['ignore', 2, 2],
  env: {
    ...process.env,
    SOAK: String(hierarchies),
    FUZZ_RUNS: String(fuzz),
    SOAK_PACKS: '1',
    SEED: String(seed)
  }
});
if (!existsSync(REPORT)) fail(2, 'Essais interrompus : vitest n’a pas laissé de rapport.');

const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1).replace('.', ',');
const lines = report.testResults.map(({ name, startTime, endTime, assertionResults }) => {
  const passed = assertionResults.filter(({ status }) => status === 'passed').length;
  const file = name.slice(ROOT.length + 1);
  return `${file.padEnd(60)} ${passed} sur ${assertionResults.length}, ${seconds(startTime, endTime)} s`;
});
const failures = report.testResults.flatMap(({ assertionResults }) =>
  assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `échec : ${fullName}`)
);
const total = `${report.numPassedTests} passed, ${report.numFailedTests} failed`;
process.stdout.write(`${[...lines, total].join('\n')}\n`);
if (mutants > 0) {
  progress(`${mutants} fautes glissées dans chaque moteur`);
  const run = spawnSync('npx', ['tsx', 'bench/bench.ts', 'mutation'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, MUTANTS: String(mutants), SEED: String(seed) }
  });
  if (run.status !== 0) failures.push('échec : fautes glissées dans les moteurs');
}
progress('essais longs du navigateur');
const browser = spawnSync('npx', ['playwright', 'test', '--grep', '@long'], {
  cwd: ROOT,
  stdio: ['ignore', 2, 2],
  env: { ...process.env, SOAK: '1' }
});
if (browser.status !== 0) failures.push('échec : essais longs du navigateur');
if (firefoxPath()) {
  progress('chaque page dans Firefox');
  const firefox = spawnSync('npm', ['run', '--silent', 'test:firefox'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, SOAK: '1' }
  });
  if (firefox.status !== 0) failures.push('échec : une page dans Firefox');
} else progress('Firefox absent : ses pages ne sont pas ouvertes');
if (failures.length > 0 || report.testResults.length === 0) fail(1, failures);
