// npm run bench [-- NAME...]: measures, prints a table, keeps it in tests/bench/results.json.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { loadNow, section, writeResults } from './bench/results.ts';
import { browserVersion, closeSite } from './bench/built-site.ts';
import { textTable, type Bench } from './bench/measurement.ts';
import { ROOT } from './setup.mjs';
import { fail, progress, readArguments } from './shell.ts';

/** What each bench measures, and its file under scripts/bench. */
const BENCHES: Record<string, { file: string; what: string }> = {
  sizes: { file: 'site/sizes', what: 'octets compressés (brotli) de chaque page, avant la base de données' },
  loading: {
    file: 'site/loading',
    what: 'chargement sans frein, puis avec 4 fois moins de processeur et 10 Mbit/s'
  },
  dashboard: {
    file: 'site/dashboard',
    what: 'un filtre : du geste aux données, aux graphiques, à la carte et à l’écran'
  },
  routes: { file: 'site/routes', what: 'd’une page à l’autre : du geste au premier contenu' },
  atlas: { file: 'site/atlas', what: 'atlas : secondes par page' },
  disclosure: { file: 'solving/disclosure', what: 'protection des fichiers de situations' },
  travel: { file: 'solving/travel', what: 'temps de trajet' },
  assignment: {
    file: 'solving/assignment',
    what: 'répartitions : plan rapide, preuve, deux niveaux, p-médianes'
  },
  national: {
    file: 'national/national',
    what: 'le pays entier : construction par département, première vue, écoles, contours, parcours'
  }
};

const USAGE = `Mesure Maillage et écrit tests/bench/results.json.

  npm run bench [-- NOM...]

${Object.entries(BENCHES)
  .map(([name, { what }]) => `  ${name.padEnd(12)}${what}`)
  .join('\n')}

  --help      cette aide`;

const { positionals } = readArguments(USAGE, {});
const known = Object.keys(BENCHES);
for (const name of positionals) {
  if (!known.includes(name)) fail(2, `Mesure inconnue : « ${name} » ; attendu : ${known.join(', ')}`);
}

try {
  for (const name of positionals.length > 0 ? positionals : known) {
    progress(`== ${name}`);
    const { run } = (await import(`./bench/${BENCHES[name]!.file}.ts`)) as { run: Bench };
    const before = loadNow();
    const measurements = await run(progress);
    const load = { before, after: loadNow() };
    progress(`${cpus().length} cœurs, charge ${load.before} au départ et ${load.after} à la fin`);
    const one = section(measurements, load, await browserVersion());
    writeResults(join(ROOT, 'tests/bench/results.json'), { [name]: one });
    process.stdout.write(`\n${name}\n${textTable(measurements)}\n`);
  }
  await closeSite();
} catch (error) {
  fail(2, `Mesure impossible : ${error instanceof Error ? error.message : String(error)}`);
}
process.exit(0);
