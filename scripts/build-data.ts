// Builds the demonstration into static/: facts and one seed in, tables and downloads out. Does nothing when all is up to date.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UnsafeTerritory } from '../src/lib/model/findings.ts';
import { SESSIONS_PATH } from '../src/lib/model/actions/session-rows.ts';
import { MEETINGS_PATH } from '../src/lib/model/meetings/meetings-file.ts';
import { minutesBetweenTowns } from '../src/lib/engines/meetings/index.ts';
import { parseTeamFile, teamPlaces } from '../src/lib/engines/travel/index.ts';
import { BadFact } from './demo/read-table.ts';
import { DATA_INPUTS, hashOfFolders, isFresh, sha256, stampBuild } from './demo/stamp.ts';
import { fail, progress, readArguments } from './shell.ts';

const USAGE = `Usage : npm run data -- [--prove] [--out DOSSIER]
        tsx scripts/build-data.ts [--force] [--prove] [--out DOSSIER]

Construit le territoire de démonstration : tables, téléchargements et fonds de carte.
  --force        reconstruit même si rien n’a changé
  --prove        cherche de nouveau les effectifs à protéger, prouve l’optimum et réécrit data/demo/protection.json
  --out DOSSIER  dossier de sortie (par défaut : static)
  --help         cette aide

MAILLAGE_PACKS=0 dans l’environnement : le site n’a pas les données de départ des départements (data/packs).`;

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

async function build(out: string, prove: boolean): Promise<string[]> {
  const started = performance.now();
  // The generator and the writer are loaded only when there is something to build: `npm start` waits for this command.
  const [
    { demonstration },
    { keptRelease },
    { teamFiles, territoryFiles },
    { DEMO_TIMES, demoMatrices, demoTravel, writeDemoTravel },
    { demoAccess, demoDrives },
    { findingSentence },
    { writeFiles },
    { shipsPacks, writeSitePacks },
    { demoGroundFiles },
    { demoMeetings },
    { demoSessions },
    { withCards }
  ] = await Promise.all([
    import('./demo/demonstration.ts'),
    import('./demo/protection/kept-release.ts'),
    import('../src/lib/engines/territory-builder/index.ts'),
    import('./graph/demo-travel.ts'),
    import('./demo/access.ts'),
    import('../src/lib/i18n/findings/findings.ts'),
    import('./territory/write-files.ts'),
    import('./packs/ship.ts'),
    import('./demo/ground.ts'),
    import('./demo/meetings/demo-meetings.ts'),
    import('./demo/actions/sessions.ts'),
    import('./demo/cards.ts')
  ]);
  const { rows: known, cases, findings } = demonstration(ROOT);
  const actionSessions = demoSessions(ROOT, known);
  const sessions = actionSessions.sessions.length;
  const rows = { ...known, sessions, release: await keptRelease(ROOT, cases, known, prove) };
  const travel = await demoTravel(ROOT);
  const matrices = await demoMatrices(rows, travel);
  const { car } = matrices;
  const filled = { ...rows, access: demoAccess(rows, car), drives: demoDrives(rows, car) };
  const tables = territoryFiles(filled, findings);
  const team = await teamFiles(rows, matrices, DEMO_TIMES);
  const { towns, seconds: times } = parseTeamFile(new TextDecoder().decode(team.get('graph/team.json')));
  const meetings = await demoMeetings(
    rows.teams,
    rows.staff,
    rows.schools,
    minutesBetweenTowns(towns, times.car ?? [])
  );
  const written = [
    ...writeDemoTravel(travel, join(out, 'graph')),
    ...writeFiles(
      out,
      withCards(new Map([...tables, ...team]), teamPlaces(rows.communes, rows.schools), car)
    ),
    ...writeFiles(
      out,
      new Map(
        [[MEETINGS_PATH, meetings] as const, [SESSIONS_PATH, actionSessions] as const].map(([path, file]) => [
          path,
          new TextEncoder().encode(JSON.stringify(file))
        ])
      )
    ),
    ...writeFiles(out, await demoGroundFiles(ROOT, rows.communes, rows.territory.bounds)),
    ...writeSitePacks(out, shipsPacks())
  ];
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
const inputs = () => hashOfFolders(ROOT, DATA_INPUTS) + (process.env.MAILLAGE_PACKS ?? '');
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
