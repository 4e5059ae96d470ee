// Builds the demonstration into static/: facts and one seed in, tables and downloads out. Does nothing when all is up to date.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serviceFile } from '../src/lib/engines/travel/index.ts';
import { BadFact } from './demo/read-table.ts';
import { fail, progress, readArguments } from './shell.ts';
import { sha256 } from './tables/manifest.ts';
import { UnsafeTerritory } from './tables/refuse-unsafe.ts';
import { hashOfFolders, isFresh, stampBuild } from './tables/stamp.ts';

const USAGE = `Usage : npm run data -- [--prove] [--out DOSSIER]
        tsx scripts/build-data.ts [--force] [--prove] [--out DOSSIER]

Construit le territoire de démonstration : tables, téléchargements et fonds de carte.
  --force        reconstruit même si rien n’a changé
  --prove        cherche de nouveau les effectifs à protéger, prouve l’optimum et réécrit data/demo/protection.json
  --out DOSSIER  dossier de sortie (par défaut : static)
  --help         cette aide`;

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Folders whose files make the tables. */
const INPUTS = [
  'data',
  'geo',
  ...['demo', 'geo', 'graph', 'safe', 'tables'].map((folder) => `scripts/${folder}`),
  ...['model', 'catalogue', 'cube', 'engines', 'export', 'solver'].map((folder) => `src/lib/${folder}`)
];

async function build(out: string, prove: boolean): Promise<string[]> {
  const started = performance.now();
  // The generator and the writer are loaded only when there is something to build: `npm start` waits for this command.
  const [
    { demonstration },
    { keptRelease },
    { writeTerritory },
    { DEMO_TIMES, demoMatrices, demoTravel, writeDemoTravel },
    { demoAccess, demoDrives, writeTeam },
    { writeSplit },
    { findingSentence }
  ] = await Promise.all([
    import('./demo/demonstration.ts'),
    import('./tables/kept-release.ts'),
    import('./tables/write-tables.ts'),
    import('./graph/demo-travel.ts'),
    import('./graph/team.ts'),
    import('./graph/split.ts'),
    import('../src/lib/i18n/findings/findings.ts')
  ]);
  const { rows, cases, findings } = demonstration(ROOT);
  const release = await keptRelease(ROOT, cases, rows, prove);
  const travel = await demoTravel(ROOT);
  const matrices = await demoMatrices(rows, travel);
  const { car } = matrices;
  const written = await writeTerritory(
    { ...rows, release, access: demoAccess(rows, car), drives: demoDrives(rows, car) },
    {
      tables: join(out, 'tables'),
      downloads: join(out, 'downloads'),
      map: join(out, 'map')
    },
    findings
  );
  const graph = join(out, 'graph');
  written.push(...writeDemoTravel(travel, graph));
  const team = await writeTeam(rows, matrices, DEMO_TIMES, graph);
  const folders = { folder: graph, maps: join(out, 'map') };
  written.push(team.path);
  written.push(...writeSplit(rows, car, team.burdens, DEMO_TIMES, folders));
  for (const finding of findings) progress(`  ${findingSentence(finding)}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  progress(
    `${rows.territory.name} : ${written.length} fichiers, ${findings.length} remarques, ${seconds} s.`
  );
  return written;
}

const { values } = readArguments(USAGE, {
  force: { type: 'boolean', default: false },
  prove: { type: 'boolean', default: false },
  out: { type: 'string', default: join(ROOT, 'static') }
});
const out = resolve(values.out);
const stampPath = join(ROOT, '.cache', `data-${sha256(out).slice(0, 12)}.json`);
const inputs = () => hashOfFolders(ROOT, INPUTS);
if (!values.force && !values.prove && isFresh(stampPath, inputs(), out)) {
  progress('Données à jour.');
} else {
  try {
    const written = await build(out, values.prove);
    stampBuild(stampPath, inputs(), out, written);
  } catch (cause) {
    if (cause instanceof UnsafeTerritory) fail(2, cause.reasons);
    if (cause instanceof BadFact) fail(2, cause.message);
    throw cause;
  }
}
// The service of travel times is its operator's choice: it stays when it is there.
const service = join(out, 'graph/service.json');
if (!existsSync(service)) {
  mkdirSync(dirname(service), { recursive: true });
  writeFileSync(service, serviceFile(null));
}
