// The ground under the maps of a territory: an archive of tiles as it was given, or made of a file of roads and water; and its small
// file for paper. No tile is asked of anyone: who reads the map is nobody else's business.
import type { Finding } from '../../../model/findings.ts';
import { GROUND_PAPER_PATH, GROUND_TILES_PATH, type Ground } from '../../../model/ground.ts';
import type { Territory } from '../../../model/place.ts';
import {
  archiveLayers,
  groundArchive,
  paperGround,
  readArchive,
  type GroundBox,
  type GroundLayers
} from '../../ground/index.ts';
import { readBasemap } from './basemap.ts';
import type { Config } from './config.ts';
import type { OpenSource } from './sources.ts';

export interface TerritoryGround {
  ground: Ground;
  /** Path in the territory -> content. */
  files: [path: string, bytes: Uint8Array][];
  findings: readonly Finding[];
}

/** Degrees around the territory. */
const AROUND = 0.02;
/** The zoom at which main roads, rivers and canals are all drawn. */
const PAPER_ZOOM = 10;

const around = ([west, south, east, north]: Territory['bounds']): GroundBox => [
  west - AROUND,
  south - AROUND,
  east + AROUND,
  north + AROUND
];

function written(
  tiles: Uint8Array | null,
  layers: GroundLayers,
  bounds: Territory['bounds'],
  told: Pick<Ground, 'source' | 'credit' | 'date'>
): Pick<TerritoryGround, 'ground' | 'files'> {
  const paper = paperGround(layers, around(bounds));
  return {
    ground: { tiles: tiles !== null, paper: paper !== null, ...told },
    files: [
      ...(tiles ? [[GROUND_TILES_PATH, tiles] as [string, Uint8Array]] : []),
      ...(paper ? [[GROUND_PAPER_PATH, paper] as [string, Uint8Array]] : [])
    ]
  };
}

async function groundOfArchive(
  { file, credit }: NonNullable<Config['ground']>,
  open: OpenSource,
  bounds: Territory['bounds']
): Promise<TerritoryGround> {
  const { bytes } = await open(file);
  const facts = await readArchive(bytes, file, bounds);
  const zoom = Math.max(facts.minZoom, Math.min(PAPER_ZOOM, facts.maxZoom));
  const layers = await archiveLayers(bytes, around(bounds), zoom);
  const isOpenStreetMap = facts.own && /OpenStreetMap/i.test(facts.credit ?? '');
  const shown = credit ?? facts.credit;
  const made = written(bytes, layers, bounds, {
    source: isOpenStreetMap && credit === undefined ? 'openstreetmap' : 'operator',
    ...(shown !== null && !(isOpenStreetMap && credit === undefined) && { credit: shown }),
    ...(facts.date !== null && { date: facts.date })
  });
  const bare: Finding[] = made.ground.paper ? [] : [{ code: 'ground-no-paper', severity: 'note', file }];
  return { ...made, findings: [...facts.findings, ...bare] };
}

async function ofBasemap(
  { file, credit }: NonNullable<Config['basemap']>,
  open: OpenSource,
  bounds: Territory['bounds'],
  signal: AbortSignal | undefined
): Promise<TerritoryGround> {
  const { layers, findings } = await readBasemap(file, open, around(bounds));
  const tiles = await groundArchive(layers, around(bounds), {
    credit: credit ?? file,
    ...(signal && { signal })
  });
  const made = written(tiles, layers, bounds, {
    source: 'operator',
    ...(credit !== undefined && { credit })
  });
  return { ...made, findings };
}

/**
 * The ground that a configuration names; null when it names none.
 * @throws UnusableInput at an archive or a file of no use
 * @throws the reason of `signal` when aborted
 */
export async function readGround(
  { ground, basemap }: Pick<Config, 'ground' | 'basemap'>,
  open: OpenSource,
  bounds: Territory['bounds'],
  signal?: AbortSignal
): Promise<TerritoryGround | null> {
  if (ground) return groundOfArchive(ground, open, bounds);
  return basemap ? ofBasemap(basemap, open, bounds, signal) : null;
}
