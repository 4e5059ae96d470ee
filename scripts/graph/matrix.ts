// npm run matrix -- --graph FILE --points POINTS.json [--out FILE]: all-pairs seconds and metres.
import { readFileSync } from 'node:fs';
import {
  decodeGraph,
  matrixToJson,
  roadMatrix,
  Router,
  routerParameters
} from '../../src/lib/engines/travel/index.ts';
import { readPoints } from './points.ts';
import { expectedCause } from './cause-line.ts';
import { fail, print, progress, readArguments, start, writeInFolder } from '../shell.ts';

const USAGE = `Calcule les durées et les distances entre tous les points d’une liste.

  npm run matrix -- --graph GRAPHE.bin --points POINTS.json [--out FICHIER.json]

  --graph FICHIER   graphe écrit par « npm run graph »
  --points FICHIER  [{"lat": 41.01, "lon": -8.64, "id": "a"}], id facultatif
  --peak FACTEUR    multiplie les durées en voiture ; par défaut : 1
  --out FICHIER     où écrire ; par défaut : sortie standard
  --help            cette aide

Sortie : {"engine", "dataDate", "calibration", "points", "seconds", "metres"} ; une ligne par origine, null sans chemin.`;

/** `npm run matrix`. */
export async function matrix(args: readonly string[]): Promise<void> {
  const { values } = readArguments(
    USAGE,
    {
      graph: { type: 'string' },
      points: { type: 'string' },
      peak: { type: 'string' },
      out: { type: 'string' }
    },
    args
  );
  const { graph: graphFile, points: pointsFile, out } = values;
  if (graphFile === undefined || pointsFile === undefined) fail(2, ['Attendu : --graph et --points.', USAGE]);
  const peak = values.peak === undefined ? undefined : Number(values.peak);
  if (peak !== undefined && !(peak >= 0.1 && peak <= 10)) {
    fail(2, `--peak : attendu un nombre de 0,1 à 10, trouvé « ${values.peak} »`);
  }

  let reading = graphFile;
  try {
    const graph = decodeGraph(new Uint8Array(readFileSync(graphFile)));
    reading = pointsFile;
    const points = readPoints(pointsFile);
    const router = new Router(graph, routerParameters(graph.meta.mode, { peak }));
    const away = points.filter((point) => router.snap(point) === undefined);
    for (const { id, lat, lon } of away) progress(`Point loin de toute route : ${id ?? `${lat}, ${lon}`}`);
    const started = performance.now();
    const times = await roadMatrix(router, points, points);
    progress(`${points.length} x ${points.length} en ${Math.round(performance.now() - started)} ms`);
    const json = JSON.stringify(matrixToJson(times, points));
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

await start(import.meta.url, matrix);
