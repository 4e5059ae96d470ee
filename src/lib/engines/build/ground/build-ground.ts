// The ground of a territory out of one OpenStreetMap extract, read once: graphs of roads, vector tiles, the file for paper.
import { eventLoopYielder } from '../../../model/event-loop.ts';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { RoadMode } from '../../../model/road-network.ts';
import {
  groundArchive,
  groundLayers,
  paperGround,
  readExtract,
  type Box,
  type Extract,
  type ExtractFile
} from '../../ground/index.ts';
import { graphOf, type GraphFigures } from './graphs.ts';
import { widened } from './margin.ts';

export interface GroundRequest {
  file: ExtractFile;
  /** The territory, degrees: the extract must cover it. */
  box: Box;
  /** Kilometres around it that are read too: roads that leave it, the map beside it. */
  margin?: number;
  modes: readonly RoadMode[];
  /** Whether the street map is made: tiles and the file for paper. */
  tiles: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: GroundProgress) => void;
}

/** @param share of the whole work, 0 to 1 */
export interface GroundProgress {
  stage: 'reading' | 'graphs' | 'tiles';
  share: number;
}

export interface GroundSummary {
  /** What was read, with the margin. */
  box: Box;
  /** Date of the data, `YYYY-MM-DD`; null when the extract does not say. */
  date: string | null;
  graphs: Partial<Record<RoadMode, GraphFigures>>;
  /** Tiles of the archive; null when none was asked for or nothing is there to draw. */
  tiles: number | null;
  /** Bytes of the archive and of the file for paper; 0 without one. */
  tileBytes: number;
  paperBytes: number;
  /** Points that ways name and the extract lacks, relations whose rings do not close. */
  missing: Extract['missing'];
}

export interface BuiltGround {
  graphs: Partial<Record<RoadMode, Uint8Array>>;
  tiles: Uint8Array | null;
  paper: Uint8Array | null;
  summary: GroundSummary;
  /** A mode without a road (`ground-no-mode`). */
  findings: Finding[];
}

export const GROUND_CREDIT = '© contributeurs OpenStreetMap';
/** Assumption: nobody goes round a closed road by more. */
const MARGIN_KM = 5;
/** Where the header of a PMTiles archive (version 3) says how many tiles it has. */
const TILE_COUNT_AT = 72;

/** Parts of the work, by what they took on a region of 300 MB. */
const READING = 0.5;
const TILES = 0.25;

const tileCount = (archive: Uint8Array) =>
  new DataView(archive.buffer, archive.byteOffset).getUint32(TILE_COUNT_AT, true);

/**
 * Builds what a territory takes from an extract.
 *
 * @throws UnusableInput before the work when the extract does not cover the box, or with what is wrong in it
 * @throws the signal's reason, between two parts of the work; a worker that is ended stops at once
 */
export async function buildGround(request: GroundRequest): Promise<BuiltGround> {
  const { file, modes, signal, onProgress } = request;
  const box = widened(request.box, request.margin ?? MARGIN_KM);
  const tell = (stage: GroundProgress['stage'], share: number) => onProgress?.({ stage, share });
  const reading = request.tiles || modes.length > 0 ? READING : 1;
  const extract = await readExtract(file, {
    box,
    covered: request.box,
    roadsOnly: !request.tiles,
    ...(signal && { signal }),
    onProgress: (share) => tell('reading', share * reading)
  });
  const pause = eventLoopYielder();
  const mapped = request.tiles ? await streetMap(extract, box, request) : { tiles: null, paper: null };
  const graphs: BuiltGround['graphs'] = {};
  const figures: GroundSummary['graphs'] = {};
  const findings: Finding[] = [];
  const before = request.tiles ? READING + TILES : READING;
  for (const [done, mode] of modes.entries()) {
    tell('graphs', before + ((1 - before) * done) / modes.length);
    await pause();
    signal?.throwIfAborted();
    const graph = graphOf(extract, mode);
    if ('code' in graph) findings.push(graph);
    else {
      graphs[mode] = graph.bytes;
      figures[mode] = graph.figures;
    }
  }
  const [none] = findings;
  if (none && findings.length === modes.length) throw new UnusableInput(none);
  tell('graphs', 1);
  const { tiles, paper } = mapped;
  const summary: GroundSummary = {
    box,
    date: extract.date,
    graphs: figures,
    tiles: tiles && tileCount(tiles),
    tileBytes: tiles?.length ?? 0,
    paperBytes: paper?.length ?? 0,
    missing: extract.missing
  };
  return { graphs, tiles, paper, summary, findings };
}

/** The layers are held here only: they are as heavy as the extract. */
async function streetMap(
  extract: Extract,
  box: Box,
  { signal, onProgress }: GroundRequest
): Promise<Pick<BuiltGround, 'tiles' | 'paper'>> {
  const layers = groundLayers(extract);
  signal?.throwIfAborted();
  const tiles = await groundArchive(layers, box, {
    credit: GROUND_CREDIT,
    date: extract.date,
    ...(signal && { signal }),
    onProgress: (share) => onProgress?.({ stage: 'tiles', share: READING + TILES * share })
  });
  return { tiles, paper: paperGround(layers, box) };
}
