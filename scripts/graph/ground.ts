// npm run ground -- --pbf FILE [--bbox W,S,E,N | --territory DIR] --out DIR: one reading of an extract, the street map and the graphs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { boxOf, buildGround } from '../../src/lib/engines/territory-builder/index.ts';
import { type GroundBox, extractHeader } from '../../src/lib/engines/ground/index.ts';
import type { RoadMode } from '../../src/lib/model/travel/road-network.ts';
import { boxArgument } from './box-argument.ts';
import { causeLine, expectedCause } from './cause-line.ts';
import { openExtract } from './open-extract.ts';
import { fail, print, progress, readArguments, start } from '../shell.ts';

const USAGE = `Fait le fond de carte et les graphes de routes d’un territoire à partir d’un extrait OpenStreetMap.

  npm run ground -- --pbf FICHIER.osm.pbf [--bbox O,S,E,N | --territory DOSSIER] --out DOSSIER

  --pbf FICHIER        extrait OpenStreetMap (PBF), par exemple de download.geofabrik.de
  --bbox O,S,E,N       le rectangle à garder, en degrés (ouest, sud, est, nord)
  --territory DOSSIER  un territoire construit par npm run territory : son rectangle, et 5 km autour
                       sans l’un ni l’autre : tout l’extrait
  --out DOSSIER        où écrire ground.pmtiles, ground.geojson (papier), car.bin, bike.bin et foot.bin
  --help               cette aide`;

const MODES: readonly RoadMode[] = ['car', 'bike', 'foot'];
function optionsOf(args: readonly string[]) {
  const { values } = readArguments(
    USAGE,
    {
      pbf: { type: 'string' },
      bbox: { type: 'string' },
      territory: { type: 'string' },
      out: { type: 'string' }
    },
    args
  );
  const { pbf, bbox, territory, out } = values;
  if (pbf === undefined || out === undefined) fail(2, ['Attendu : --pbf et --out.', USAGE]);
  if (bbox !== undefined && territory !== undefined)
    fail(2, 'Attendu : --bbox ou --territory, pas les deux.');
  return { pbf, bbox, territory, out };
}

/** Of the communes that a built territory shows. */
function territoryBox(folder: string): GroundBox {
  const path = join(folder, 'map/communes.geojson');
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as { features: Parameters<typeof boxOf>[0][] };
  const boxes = features.flatMap((feature) => boxOf(feature) ?? []);
  const side = (at: number, pick: (...all: number[]) => number) =>
    pick(...boxes.filter((_, i) => i % 4 === at));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}

const brotli = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Writes the street map, its lines for paper and the graphs. @returns what the command answers of them */
function writeGround(
  out: string,
  { graphs, tiles, paper, summary }: Awaited<ReturnType<typeof buildGround>>
) {
  mkdirSync(out, { recursive: true });
  const write = (name: string, bytes: Uint8Array | null | undefined) => {
    if (bytes) writeFileSync(join(out, name), bytes);
  };
  for (const mode of MODES) write(`${mode}.bin`, graphs[mode]);
  write('ground.pmtiles', tiles);
  write('ground.geojson', paper);
  const modes = MODES.flatMap((mode) => {
    const figures = summary.graphs[mode];
    const bytes = graphs[mode];
    return figures && bytes
      ? [[mode, { ...figures, named: rounded(figures.named), brotliBytes: brotli(bytes) }] as const]
      : [];
  });
  const first = modes[0]?.[1];
  return {
    out,
    box: summary.box,
    date: summary.date,
    nodes: first?.nodes ?? 0,
    edges: first?.edges ?? 0,
    named: first?.named ?? 0,
    graphs: Object.fromEntries(modes),
    tiles: summary.tiles ?? 0,
    bytes: summary.tileBytes,
    paperBytes: summary.paperBytes,
    missing: summary.missing
  };
}

/** `npm run ground`. */
export async function ground(args: readonly string[]): Promise<void> {
  const { pbf, bbox, territory, out } = optionsOf(args);
  try {
    const started = performance.now();
    const file = openExtract(pbf);
    const whole = async () => {
      const { box } = await extractHeader(file);
      return (
        box ?? fail(2, `${pbf} : cet extrait ne dit pas ce qu’il couvre ; donnez --bbox ou --territory.`)
      );
    };
    const box =
      territory === undefined
        ? bbox === undefined
          ? await whole()
          : boxArgument(bbox)
        : territoryBox(territory);
    let shown = 0;
    const made = await buildGround({
      file,
      box,
      ...(territory === undefined && { margin: 0 }),
      modes: MODES,
      tiles: true,
      onProgress: ({ share }) => {
        if (share < shown + 0.1) return;
        shown = share;
        progress(`${Math.round(share * 100)} %`);
      }
    });
    const { findings, summary } = made;
    for (const finding of findings) progress(causeLine(finding));
    const { missing } = summary;
    if (missing.points > 0)
      progress(`${missing.points} points absents de l’extrait : lignes coupées au bord.`);
    if (missing.relations > 0)
      progress(`${missing.relations} surfaces non refermées dans l’extrait : laissées de côté.`);
    const written = writeGround(out, made);
    print(JSON.stringify({ ...written, seconds: rounded((performance.now() - started) / 1000) }));
  } catch (error) {
    const cause = expectedCause(error, (error as NodeJS.ErrnoException).path ?? pbf);
    if (cause === undefined) throw error;
    fail(2, cause);
  }
}

await start(import.meta.url, ground);
