// npm run graph -- --pbf FILE --mode car/bike/foot --out FILE: a road graph from OpenStreetMap.
import { statSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { readExtract, roadNetwork } from '../src/lib/engines/ground/index.ts';
import { buildGraph, encodeGraph } from '../src/lib/engines/travel/index.ts';
import type { RoadMode } from '../src/lib/model/travel/road-network.ts';
import { boxArgument } from './graph/box-argument.ts';
import { expectedCause } from './graph/cause-line.ts';
import { openExtract } from './graph/open-extract.ts';
import { fail, print, progress, readArguments, start, writeInFolder } from './shell.ts';

const USAGE = `Fait un graphe de routes à partir d’un extrait OpenStreetMap.

  npm run graph -- --pbf FICHIER.osm.pbf --mode car|bike|foot --out FICHIER.bin

  --pbf FICHIER   extrait OpenStreetMap (PBF)
  --mode MODE     car (voiture), bike (vélo) ou foot (marche) ; par défaut : car
  --out FICHIER   où écrire le graphe
  --bbox O,S,E,N  ne garder que ce rectangle, en degrés (ouest, sud, est, nord)
  --date DATE     date des données, AAAA-MM-JJ ; par défaut : celle du fichier
  --help          cette aide`;

const MODES: readonly RoadMode[] = ['car', 'bike', 'foot'];
function optionsOf(args: readonly string[]) {
  const { values } = readArguments(
    USAGE,
    {
      pbf: { type: 'string' },
      mode: { type: 'string', default: 'car' },
      out: { type: 'string' },
      bbox: { type: 'string' },
      date: { type: 'string' }
    },
    args
  );
  const { pbf, out } = values;
  const mode = MODES.find((known) => known === values.mode);
  if (pbf === undefined || out === undefined) fail(2, ['Attendu : --pbf et --out.', USAGE]);
  if (!mode) fail(2, `--mode : attendu car, bike ou foot, trouvé « ${values.mode} »`);
  if (values.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.date)) {
    fail(2, `--date : attendu AAAA-MM-JJ, trouvé « ${values.date} »`);
  }
  return { pbf, out, mode, bbox: values.bbox, date: values.date };
}

/** `npm run graph`. */
export async function graph(args: readonly string[]): Promise<void> {
  const { pbf, out, mode, bbox, date } = optionsOf(args);
  try {
    const started = performance.now();
    const box = bbox === undefined ? undefined : boxArgument(bbox);
    let shown = 0;
    const extract = await readExtract(openExtract(pbf), {
      ...(box && { box }),
      roadsOnly: true,
      onProgress: (share) => {
        if (share < shown + 0.25) return;
        shown = share;
        progress(`Lecture : ${Math.round(share * 100)} %`);
      }
    });
    const lacking = extract.missing.points;
    if (lacking > 0) progress(`${lacking} points absents de l’extrait : routes coupées au bord.`);
    const network = roadNetwork(extract, mode);
    network.meta.dataDate = date ?? extract.date ?? statSync(pbf).mtime.toISOString().slice(0, 10);
    const built = buildGraph(network);
    const file = encodeGraph(built);
    writeInFolder(out, file);
    const summary = {
      out,
      mode,
      nodes: built.lon.length,
      links: built.from.length,
      bytes: file.length,
      brotliBytes: brotliCompressSync(file).length,
      seconds: Math.round(performance.now() - started) / 1000
    };
    print(JSON.stringify(summary));
  } catch (error) {
    const cause =
      expectedCause(error, (error as NodeJS.ErrnoException).path ?? pbf) ??
      (error instanceof Error && error.message.startsWith('no connected road')
        ? `${pbf} : aucune route pour le mode ${mode}`
        : undefined);
    if (cause === undefined) throw error;
    fail(2, cause);
  }
}

await start(import.meta.url, graph);
