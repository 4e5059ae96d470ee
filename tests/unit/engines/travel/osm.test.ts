// An OpenStreetMap extract becomes a graph; a file that is none says why.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { networkOf, readRoads } from '../../../../scripts/graph/osm.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { buildGraph } from '../../../../src/lib/engines/travel/graph/build-graph.ts';
import type { RoadMode } from '../../../../src/lib/engines/travel/graph/road-graph.ts';
import { BUILD_OPTIONS, routerParameters } from '../../../../src/lib/engines/travel/parameters.ts';
import { Router } from '../../../../src/lib/engines/travel/road/router.ts';
import { REAL } from '../../../fixtures/real-files.ts';
import { pbfOf } from '../../../fixtures/travel/pbf.ts';
import type { TestNode, TestWay } from '../../../fixtures/travel/pbf.ts';

const folder = mkdtempSync(join(tmpdir(), 'osm-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: Uint8Array): string {
  const path = join(folder, 'roads.osm.pbf');
  writeFileSync(path, content);
  return path;
}

async function codeOf(content: Uint8Array): Promise<string> {
  try {
    await readRoads(file(content));
    return 'read';
  } catch (error) {
    if (error instanceof UnusableInput) return error.finding.code;
    throw error;
  }
}

/** A block of streets: 1-2-3-4-1, the side 1-2 with a bollard at 5, a footway 2-4, a ferry 1-3. */
const NODES: TestNode[] = [
  { id: 1, lon: 3.5, lat: 50.36 },
  { id: 2, lon: 3.51, lat: 50.36 },
  { id: 3, lon: 3.51, lat: 50.37 },
  { id: 4, lon: 3.5, lat: 50.37 },
  { id: 5, lon: 3.505, lat: 50.36, tags: { barrier: 'bollard' } },
  { id: 9, lon: 3.4, lat: 50.3 }
];
const WAYS: TestWay[] = [
  { id: 1, refs: [1, 5, 2], tags: { highway: 'residential' } },
  { id: 2, refs: [2, 3, 4, 1], tags: { highway: 'tertiary' } },
  { id: 3, refs: [2, 4], tags: { highway: 'footway' } },
  { id: 4, refs: [1, 3], tags: { route: 'ferry' } },
  { id: 5, refs: [4, 9, 77], tags: { highway: 'residential' } },
  { id: 6, refs: [1, 2, 3], tags: { building: 'yes' } }
];
const SQUARE = pbfOf(NODES, WAYS);

describe('an OpenStreetMap extract', () => {
  const routerFor = async (mode: RoadMode) => {
    const roads = await readRoads(file(SQUARE));
    return new Router(buildGraph(networkOf(roads, mode, 'test', ''), BUILD_OPTIONS), routerParameters(mode));
  };
  const seconds = (router: Router) => {
    const [from, to] = [router.snap({ lon: 3.5, lat: 50.36 })!, router.snap({ lon: 3.51, lat: 50.36 })!];
    return router.journeys(from, [to])[0]!.metres;
  };

  it('lets each mode take its own ways: a bollard stops a car, a footway is walked', async () => {
    const straight = 709;
    const round = 709 + 2 * 1112;
    expect(seconds(await routerFor('foot'))).toBeCloseTo(straight, -1.5);
    expect(seconds(await routerFor('bike'))).toBeCloseTo(straight, -1.5);
    expect(seconds(await routerFor('car'))).toBeCloseTo(round, -1.5);
  });

  it('counts the points that it lacks, and cuts the road there', async () => {
    const roads = await readRoads(file(SQUARE));
    expect([roads.missing, roads.ways.length]).toEqual([1, 4]);
  });

  it('leaves ferries and buildings out', async () => {
    const { graph } = await routerFor('car');
    expect(Math.max(...graph.speed)).toBeLessThanOrEqual(40);
  });
});

describe('a file that is no extract', () => {
  it('is named as foreign, truncated, damaged or without roads', async () => {
    expect(await codeOf(new TextEncoder().encode('<osm version="0.6"></osm>'))).toBe('pbf-foreign');
    expect(await codeOf(new Uint8Array())).toBe('pbf-foreign');
    expect(await codeOf(new Uint8Array(5000))).toBe('pbf-foreign');
    expect(await codeOf(pbfOf(NODES, [{ id: 1, refs: [1, 2], tags: { building: 'yes' } }]))).toBe(
      'pbf-no-road'
    );
    for (let length = 1; length < SQUARE.length; length += 7) {
      expect(await codeOf(SQUARE.subarray(0, length))).toMatch(/^pbf-(foreign|truncated|no-road)$/);
    }
  });

  it('is named whichever byte is wrong, or still read', async () => {
    for (let at = 0; at < SQUARE.length; at++) {
      const damaged = Buffer.from(SQUARE);
      damaged[at]! ^= 0x55;
      expect(await codeOf(damaged)).toMatch(/^(pbf-(foreign|truncated|damaged|no-road)|read)$/);
    }
  });
});

const porto = join(REAL, 'osm/porto.osm.pbf');
const monaco = join(REAL, 'osm/monaco.osm.pbf');

describe.skipIf(!existsSync(monaco))('the real Monaco', () => {
  it('is a small connected graph in every mode', async () => {
    const roads = await readRoads(monaco);
    for (const mode of ['car', 'bike', 'foot'] as const) {
      const graph = buildGraph(networkOf(roads, mode, 'OpenStreetMap', ''), BUILD_OPTIONS);
      expect(graph.lon.length).toBeGreaterThan(400);
      const router = new Router(graph, routerParameters(mode));
      const [west, east] = [
        router.snap({ lon: 7.4145, lat: 43.7275 })!,
        router.snap({ lon: 7.43, lat: 43.744 })!
      ];
      const route = router.route(west, east)!;
      expect(route.metres).toBeGreaterThan(2000);
      expect(route.metres).toBeLessThan(6000);
    }
  });
});

describe.skipIf(!existsSync(porto))('the real Porto, beside Valhalla', () => {
  it('gives its car times: median ratio within 5 %, median error within 4 %, nine in ten within 11 %, on unseen places too', async () => {
    const graph = buildGraph(networkOf(await readRoads(porto), 'car', 'OpenStreetMap', ''), BUILD_OPTIONS);
    const router = new Router(graph, routerParameters('car'));
    const points = JSON.parse(readFileSync(join(REAL, 'osm/porto-points.json'), 'utf8')) as {
      lon: number;
      lat: number;
    }[];
    const { D } = JSON.parse(readFileSync(join(REAL, 'osm/porto-valhalla-auto.json'), 'utf8')) as {
      D: number[];
    };
    const snaps = points.map((point) => router.snap(point));
    const pairs = snaps.flatMap((from, o) =>
      router
        .journeys(from!, snaps)
        .flatMap((journey, d) =>
          o === d ? [] : [{ o, d, ratio: journey!.seconds / D[o * points.length + d]! }]
        )
    );
    const ratios = pairs.map(({ ratio }) => ratio);
    const quantile = (values: number[], share: number) =>
      [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
    const median = quantile(ratios, 0.5);
    const errors = ratios.map((ratio) => Math.abs(ratio / median - 1));
    expect(median).toBeGreaterThan(0.95);
    expect(median).toBeLessThan(1.05);
    expect(quantile(errors, 0.5)).toBeLessThanOrEqual(0.04);
    expect(quantile(errors, 0.9)).toBeLessThanOrEqual(0.11);

    // Held out: the scalar is fitted between the even places, the error taken between the odd ones.
    const between = (half: 0 | 1) =>
      pairs.filter(({ o, d }) => o % 2 === half && d % 2 === half).map(({ ratio }) => ratio);
    const scalar = quantile(between(0), 0.5);
    const unseen = between(1).map((ratio) => Math.abs(ratio / scalar - 1));
    expect(quantile(unseen, 0.5)).toBeLessThanOrEqual(0.04);
    expect(quantile(unseen, 0.9)).toBeLessThanOrEqual(0.11);
  });
});
