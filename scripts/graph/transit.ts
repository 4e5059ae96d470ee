// npm run transit -- --gtfs FILE.zip --points POINTS.json --date D --from T --to T [--out FILE]: median seconds by public transport.
import { readFileSync } from 'node:fs';
import { matrixToJson, readGtfs, secondsOf, transitTimes } from '../../src/lib/engines/travel/index.ts';
import { readPoints } from './points.ts';
import { causeLine, expectedCause } from './cause-line.ts';
import { fail, print, progress, readArguments, start, writeInFolder } from '../shell.ts';

const USAGE = `Calcule les durées médianes en transport public entre tous les points d’une liste, marche et attente comprises.

  npm run transit -- --gtfs FICHIER.zip --points POINTS.json --date AAAA-MM-JJ --from HH:MM --to HH:MM [--out FICHIER.json]

  --gtfs FICHIER     horaires au format GTFS
  --points FICHIER   [{"lat": 50.36, "lon": 3.52, "id": "a"}], id facultatif
  --date DATE        jour de circulation
  --from, --to       fenêtre de départ, essayée minute par minute
  --out FICHIER      où écrire ; par défaut : sortie standard
  --help             cette aide

Sortie : {"engine", "dataDate", "calibration", "points", "seconds"} ; une ligne par origine. Là où rien ne circule
pendant plus de la moitié de la fenêtre : la marche, jusqu’à une heure, et null au-delà.`;

const FINDINGS_SHOWN = 5;
function optionsOf(args: readonly string[]) {
  const { values } = readArguments(
    USAGE,
    {
      gtfs: { type: 'string' },
      points: { type: 'string' },
      date: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      out: { type: 'string' }
    },
    args
  );
  const { gtfs, points: pointsFile, date, out } = values;
  if (gtfs === undefined || pointsFile === undefined || date === undefined) {
    fail(2, ['Attendu : --gtfs, --points, --date, --from et --to.', USAGE]);
  }
  const day = new Date(`${date}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(date) ||
    Number.isNaN(day.getTime()) ||
    !day.toISOString().startsWith(date)
  ) {
    fail(2, `--date : attendu AAAA-MM-JJ, trouvé « ${date} »`);
  }
  function timeOf(name: 'from' | 'to'): number {
    const seconds = secondsOf(values[name] ?? '');
    if (seconds === undefined) fail(2, `--${name} : attendu HH:MM, trouvé « ${values[name] ?? ''} »`);
    return seconds;
  }
  const [from, to] = [timeOf('from'), timeOf('to')];
  if (to <= from) fail(2, `--to : attendu une heure après ${values.from}, trouvé « ${values.to} »`);
  return { gtfs, pointsFile, date, out, from, to };
}

/** `npm run transit`. */
export async function transit(args: readonly string[]): Promise<void> {
  const { gtfs, pointsFile, date, out, from, to } = optionsOf(args);
  let reading = gtfs;
  try {
    const feed = readGtfs(new Uint8Array(readFileSync(gtfs)));
    progress(`${feed.stops.length} arrêts, ${feed.trips.length} courses, ${feed.findings.length} remarques`);
    for (const finding of feed.findings.slice(0, FINDINGS_SHOWN)) progress(`  ${causeLine(finding)}`);
    reading = pointsFile;
    const points = readPoints(pointsFile);
    const started = performance.now();
    reading = gtfs;
    const matrix = await transitTimes(feed).matrix(points, points, 'transit', { date, from, to });
    progress(`${points.length} x ${points.length} en ${Math.round(performance.now() - started)} ms`);
    const json = JSON.stringify(matrixToJson(matrix, points));
    if (out === undefined) print(json);
    else {
      reading = out;
      writeInFolder(out, `${json}\n`);
    }
  } catch (error) {
    const cause = expectedCause(error, reading);
    if (cause === undefined) throw error;
    fail(2, cause);
  }
}

await start(import.meta.url, transit);
