// npm run bench [-- NAME...] [--against FOLDER] [--quick]: measures, prints tables, keeps them in bench/results.json.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { loadNow, section, writeResults } from './results.ts';
import { browserVersion, closeSite } from './built-site.ts';
import type { Bench, Measurement } from './measurement.ts';
import { comparisonSummary, comparisonTable, measurementTable } from './text-table.ts';
import { ROOT } from '../scripts/setup.mjs';
import { fail, progress, readArguments } from '../scripts/shell.ts';

interface BenchEntry {
  /** Under bench. */
  file: string;
  what: string;
  /** Whether it measures the built site, and can visit a former build in turn with it. */
  compares?: true;
  /** Whether it has a short form. */
  quick?: true;
  /** Whether it lasts so long that it runs by its name only. */
  named?: true;
}

const BENCHES: Record<string, BenchEntry> = {
  sizes: {
    file: 'site/sizes',
    what: 'octets compressés (brotli) de chaque page, avant la base de données',
    compares: true
  },
  loading: {
    file: 'site/loading',
    what: 'chargement sans frein, puis avec 4 fois moins de processeur et 10 Mbit/s',
    compares: true
  },
  phone: {
    file: 'site/phone',
    what: 'chaque page sur un téléphone, 4 fois moins de processeur et 1,6 Mbit/s (PAGES=,ecoles : quelques-unes, trois fois)',
    compares: true
  },
  dashboard: {
    file: 'site/dashboard',
    what: 'un filtre : du geste aux données, aux graphiques, à la carte et à l’écran',
    compares: true
  },
  routes: {
    file: 'site/routes',
    what: 'd’une page à l’autre : du geste au premier contenu',
    compares: true
  },
  decision: {
    file: 'site/decision',
    what: 'une carte prise, puis Déplacements, Aujourd’hui, Semaine : du geste au dernier chiffre',
    compares: true
  },
  controls: {
    file: 'site/controls',
    what: 'commandes de chaque page, à l’ouverture puis plis et menus ouverts',
    compares: true
  },
  atlas: { file: 'site/atlas', what: 'atlas : secondes par page' },
  disclosure: { file: 'solving/disclosure', what: 'protection des fichiers de situations' },
  travel: { file: 'solving/travel', what: 'temps de trajet' },
  assignment: {
    file: 'solving/assignment',
    what: 'répartitions : plan rapide, preuve, deux niveaux'
  },
  cards: {
    file: 'solving/cards',
    what: 'trois cartes : secondes, et chacune face à la meilleure d’une recherche à part de 60 s (2 heures)',
    quick: true
  },
  proof: {
    file: 'solving/proof',
    what: 'certificats de découpages : part, temps, octets'
  },
  report: { file: 'solving/report', what: 'bilan de l’année : 1 000 enfants sur cinq ans' },
  homes: {
    file: 'solving/homes',
    what: 'route vers les familles : le chiffre affiché face à des tournées entre domiciles tirés au hasard'
  },
  territory: {
    file: 'solving/territory',
    what: 'trajets estimés par le solveur, face aux tournées affichées : rang et erreur'
  },
  build: {
    file: 'building/build',
    what: 'un territoire entier construit dans la page : secondes, mémoire (fichiers officiels à côté)'
  },
  ground: {
    file: 'ground/ground',
    what: 'fond de carte et graphes d’un extrait OpenStreetMap : Porto, et 300 Mo faits pour la mesure'
  },
  demand: {
    file: 'solving/demand',
    what: 'prévision des effectifs et attente selon les postes'
  },
  meetings: {
    file: 'solving/meetings',
    what: 'réunions d’une année : plan, réparation, date, conflit ; à côté du premier jour libre (25 minutes)',
    quick: true
  },
  agenda: {
    file: 'solving/agenda',
    what: 'ordres du jour d’une année dans un worker : secondes, et années non prouvées'
  },
  route: {
    file: 'solving/route',
    what: 'cinq années d’ouvertures : premier plan, années prouvées, mieux possible toutes années ensemble'
  },
  mutation: {
    file: 'mutation/mutation',
    what: 'fautes glissées une à une dans les moteurs, que les essais voient (par son nom seulement)',
    quick: true,
    named: true
  },
  scale: {
    file: 'scale/scale',
    what: 'comment le coût croît : 11, 100, 400 communes, jusqu’à 5 000 écoles et 100 000 enfants',
    quick: true
  },
  national: {
    file: 'national/national',
    what: 'le pays entier : construction par département, première vue, écoles, contours, parcours'
  }
};

const USAGE = `Mesure Maillage et écrit bench/results.json.

  npm run bench [-- NOM...] [--against DOSSIER] [--quick]

${Object.entries(BENCHES)
  .map(([name, { what, compares }]) => `  ${name.padEnd(12)}${what}${compares ? ' *' : ''}`)
  .join('\n')}

  --against DOSSIER   site construit auparavant (un dossier build), visité tour à tour avec celui-ci : rapport des
                      médianes, et son intervalle à 90 % ; sans nom, ne lance que les mesures marquées *
  --quick             forme courte des mesures qui en ont une (cards, meetings, mutation, scale) : moins de tirages, recherches plus courtes ;
                      rien n’est écrit
  --help              cette aide

« travaux » : le temps rapporté à un travail étalon mesuré dans la même passe (bench/README.md).`;

const { positionals, values } = readArguments(USAGE, {
  against: { type: 'string' },
  quick: { type: 'boolean' }
});
const against = values.against ?? null;
const quick = values.quick ?? false;
const known = Object.keys(BENCHES).filter(
  (name) => (against === null || BENCHES[name]!.compares) && (!quick || BENCHES[name]!.quick)
);
for (const name of positionals) {
  if (!known.includes(name)) {
    const without = quick ? 'Mesure sans forme courte' : 'Mesure sans comparaison';
    const why = name in BENCHES ? without : 'Mesure inconnue';
    fail(2, `${why} : « ${name} » ; attendu : ${known.join(', ')}`);
  }
}

const everything: Measurement[] = [];
try {
  for (const name of positionals.length > 0 ? positionals : known.filter((one) => !BENCHES[one]!.named)) {
    progress(`== ${name}`);
    const { run } = (await import(`./${BENCHES[name]!.file}.ts`)) as { run: Bench };
    const before = loadNow();
    const measurements = await run({ progress, against, quick });
    everything.push(...measurements);
    const load = { before, after: loadNow() };
    progress(`${cpus().length} cœurs, charge ${load.before} au départ et ${load.after} à la fin`);
    const one = section(measurements, load, await browserVersion());
    if (!quick) writeResults(join(ROOT, 'bench/results.json'), { [name]: one });
    const compared = comparisonTable(measurements);
    const tables = [measurementTable(measurements), ...(compared === null ? [] : ['', compared])];
    process.stdout.write(`\n${[name, ...tables].join('\n')}\n`);
  }
  const summary = comparisonSummary(everything);
  if (summary !== null) process.stdout.write(`\n${summary}\n`);
  await closeSite();
} catch (error) {
  fail(2, `Mesure impossible : ${error instanceof Error ? error.message : String(error)}`);
}
process.exit(0);
