// The ground of a territory out of one OpenStreetMap extract, read once: graphs of roads, vector tiles, the file for paper.
import { eventLoopYielder } from '../../../model/event-loop.ts';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { RoadMode } from '../../../model/travel/road-network.ts';
import {
  groundArchive,
  groundLayers,
  paperGround,
  readExtract,
  type GroundBox,
  type Extract,
  type ExtractFile
} from '../../ground/index.ts';
import { graphOf, type GraphFigures } from './graphs.ts';
import { widened } from './margin.ts';

export interface GroundRequest {
  file: ExtractFile;
  /** The territory, degrees: the extract must cover it. */
  box: GroundBox;
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
  box: GroundBox;
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

const GROUND_CREDIT = '© contributeurs OpenStreetMap';
/** Assumption: nobody goes round a closed road by more. */
const MARGIN_KM = 5;
/** Where the header of a PMTiles archive (version 3) says how many tiles it has. */
const TILE_COUNT_AT = 72;

/** Parts of the work, by what they took on a region of 300 MB. */
const READING = 0.5;
const GRAPHS = 0.15;

const tileCount = (archive: Uint8Array) =>
  new DataView(archive.buffer, archive.byteOffset).getUint32(TILE_COUNT_AT, true);

/**
 * Builds what a territory takes from an extract.
 *
 * @throws UnusableInput before the work when the extract does not cover the box, or with what is wrong in it
 * @throws the signal's reason, between two parts of the work; a worker that is ended stops at once
 */
export async function buildGround(request: GroundRequest): Promise<BuiltGround> {
  const { signal, onProgress } = request;
  const box = widened(request.box, request.margin ?? MARGIN_KM);
  const { graphs, figures, findings, layers, date, missing } = await readRoadsAndLayers(box, request);
  signal?.throwIfAborted();
  const share = (done: number) => READING + GRAPHS + (1 - READING - GRAPHS) * done;
  const tiles =
    layers &&
    (await groundArchive(layers, box, {
      credit: GROUND_CREDIT,
      date,
      ...(signal && { signal }),
      onProgress: (done) => onProgress?.({ stage: 'tiles', share: share(done) })
    }));
  const paper = layers && paperGround(layers, box);
  const summary: GroundSummary = {
    box,
    date,
    graphs: figures,
    tiles: tiles && tileCount(tiles),
    tileBytes: tiles?.length ?? 0,
    paperBytes: paper?.length ?? 0,
    missing
  };
  return { graphs, tiles, paper, summary, findings };
}

/** What comes of the extract itself, which is held here only: with the tiles it would weigh most. */
async function readRoadsAndLayers(
  box: GroundBox,
  { file, box: covered, modes, tiles, signal, onProgress }: GroundRequest
) {
  const extract = await readExtract(file, {
    box,
    covered,
    roadsOnly: !tiles,
    ...(signal && { signal }),
    onProgress: (share) => onProgress?.({ stage: 'reading', share: share * READING })
  });
  const { date, missing } = extract;
  const pause = eventLoopYielder();
  const graphs: BuiltGround['graphs'] = {};
  const figures: GroundSummary['graphs'] = {};
  const findings: Finding[] = [];
  const graphShare = tiles ? GRAPHS : 1 - READING;
  for (const [done, mode] of modes.entries()) {
    onProgress?.({ stage: 'graphs', share: READING + (graphShare * done) / modes.length });
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
  onProgress?.({ stage: 'graphs', share: READING + graphShare });
  return { graphs, figures, findings, layers: tiles ? groundLayers(extract) : null, date, missing };
}
