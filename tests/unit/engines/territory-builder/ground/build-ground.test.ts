// One reading of an extract gives the graphs of three modes, the street map and the file for paper.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openExtract } from '../../../../../scripts/graph/open-extract.ts';
import {
  buildGround,
  type GroundProgress,
  type GroundRequest
} from '../../../../../src/lib/engines/territory-builder/index.ts';
import type { GroundBox as GroundBox, ExtractFile } from '../../../../../src/lib/engines/ground/index.ts';
import { decodeGraph } from '../../../../../src/lib/engines/travel/index.ts';
import { UnusableInput } from '../../../../../src/lib/model/findings.ts';
import { pbfFile, pbfOf, type TestNode, type TestWay } from '../../../../fixtures/ground/osm-pbf.ts';
import { REAL } from '../../../../fixtures/real-files.ts';

const NODES: TestNode[] = [
  { id: 1, lon: 3.5, lat: 50.36 },
  { id: 2, lon: 3.51, lat: 50.36 },
  { id: 3, lon: 3.51, lat: 50.37 }
];
const street = (highway: string): TestWay[] => [
  { id: 1, refs: [1, 2, 3, 1], tags: { highway, name: 'Rue de Lille' } }
];
const BOX: GroundBox = [3.49, 50.35, 3.52, 50.38];
const MODES = ['car', 'bike', 'foot'] as const;

/** The file, and how many of its bytes were asked for. */
function counted(content: Uint8Array<ArrayBuffer>): { file: ExtractFile; asked: () => number } {
  const blob = new Blob([content]);
  let asked = 0;
  const slice = (from: number, to: number) => {
    asked += to - from;
    return blob.slice(from, to);
  };
  return { file: { size: blob.size, slice }, asked: () => asked };
}

const built = (content: Uint8Array<ArrayBuffer>, more: Partial<GroundRequest> = {}) =>
  buildGround({ file: new Blob([content]), box: BOX, modes: MODES, tiles: true, ...more });

const findingOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof UnusableInput) return error.finding;
      throw error;
    }
  );

describe('the ground of a territory', () => {
  it('is three graphs, tiles and a file for paper, with their figures', async () => {
    const told: GroundProgress[] = [];
    const { graphs, tiles, summary, findings } = await built(pbfOf(NODES, street('primary')), {
      onProgress: (progress) => told.push(progress)
    });
    for (const mode of MODES) {
      expect(decodeGraph(graphs[mode]!).meta).toMatchObject({
        mode,
        source: 'OpenStreetMap',
        schematic: false
      });
      expect(summary.graphs[mode]).toMatchObject({ edges: 1, named: 1, bytes: graphs[mode]!.length });
    }
    expect(new TextDecoder().decode(tiles!.subarray(0, 7))).toBe('PMTiles');
    expect(summary.tiles).toBeGreaterThan(5);
    expect([summary.tileBytes, findings]).toEqual([tiles!.length, []]);
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['reading', 'tiles', 'graphs']));
  });

  it('is the graphs alone where no street map is asked for', async () => {
    const { tiles, paper, graphs } = await built(pbfOf(NODES, street('primary')), { tiles: false });
    expect([tiles, paper, Object.keys(graphs)]).toEqual([null, null, [...MODES]]);
  });

  it('names the mode that has no road, and keeps the others', async () => {
    const { graphs, findings } = await built(pbfOf(NODES, street('footway')));
    expect(Object.keys(graphs)).toEqual(['foot']);
    expect(findings.map(({ code, found }) => [code, found])).toEqual([
      ['ground-no-mode', 'car'],
      ['ground-no-mode', 'bike']
    ]);
    const none = await findingOf(built(pbfOf(NODES, street('footway')), { modes: ['car'] }));
    expect(none?.code).toBe('ground-no-mode');
  });

  it('is refused before the file is read when the extract does not cover the territory', async () => {
    const content = pbfFile(
      [
        { nodes: NODES, ways: street('primary') },
        { padding: 8_000_000, packing: 'raw' }
      ],
      {
        box: [3.4, 50.3, 3.6, 50.4]
      }
    );
    const elsewhere = counted(content);
    const refused = await findingOf(
      buildGround({ file: elsewhere.file, box: [4, 50.3, 4.2, 50.4], modes: MODES, tiles: true })
    );
    expect(refused).toMatchObject({
      code: 'pbf-elsewhere',
      found: '3.4 50.3 3.6 50.4',
      expected: '4 50.3 4.2 50.4'
    });
    expect(elsewhere.asked()).toBeLessThan(content.length);
    // The margin around the territory may pass the extract.
    const edge = await built(content, { box: [3.4, 50.3, 3.6, 50.4] });
    expect(edge.summary.graphs.car?.edges).toBe(1);
  });

  it('stops when asked to', async () => {
    const reason = new Error('stopped by the reader');
    const content = pbfOf(NODES, street('primary'));
    for (const stage of ['reading', 'tiles', 'graphs'] as const) {
      const stop = new AbortController();
      const onProgress = (progress: GroundProgress) => {
        if (progress.stage === stage && progress.share < 1) stop.abort(reason);
      };
      await expect(built(content, { signal: stop.signal, onProgress })).rejects.toBe(reason);
    }
  });
});

const monaco = join(REAL, 'osm/monaco.osm.pbf');

it.skipIf(!existsSync(monaco))('the real Monaco is drawn and travelled', async () => {
  const { summary, paper } = await buildGround({
    file: openExtract(monaco),
    box: [7.41, 43.725, 7.44, 43.75],
    modes: MODES,
    tiles: true
  });
  expect(summary).toMatchObject({ date: '2015-04-28', missing: { points: 0 } });
  expect(summary.graphs.foot!.edges).toBeGreaterThan(summary.graphs.car!.edges);
  expect(summary.graphs.car!.named).toBeGreaterThan(0.6);
  expect(summary.tiles).toBeGreaterThan(10);
  expect(paper!.length).toBeGreaterThan(1000);
});
