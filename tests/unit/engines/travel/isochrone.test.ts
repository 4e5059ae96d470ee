// An isochrone holds what can be reached, grows with time, keeps its holes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from 'geojson';
import { isochrones } from '../../../../src/lib/engines/travel/road/isochrone.ts';
import { routerParameters } from '../../../../src/lib/engines/travel/parameters.ts';
import { Router } from '../../../../src/lib/engines/travel/road/router.ts';
import { graphOf, networkOfWays, randomNetwork } from '../../../fixtures/travel/networks.ts';

/** Square metres near latitude 50.36. */
function squareMetres(area: MultiPolygon): number {
  const metres = ([lon, lat]: number[]) => [lon! * 70_960, lat! * 111_195] as const;
  return area.coordinates.flat().reduce((sum, ring) => {
    const points = ring.map(metres);
    return (
      sum + points.slice(1).reduce((part, [x, y], i) => part + (points[i]![0] * y - x * points[i]![1]) / 2, 0)
    );
  }, 0);
}

/** Even-odd rule over all rings. */
function contains(area: MultiPolygon, lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of area.coordinates.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1] as [number, number];
      const [x2, y2] = ring[i] as [number, number];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

const LIMITS = [60, 120, 300, 600];

describe('an isochrone', () => {
  it('grows with time, from the shape of the roads', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const router = new Router(graphOf(randomNetwork(seed, 40, 0.2)), routerParameters('car'));
        const from = router.snap({ lon: 3.525, lat: 50.365 });
        if (!from) return;
        const areas = isochrones(router, from, LIMITS).map(({ area }) => squareMetres(area));
        areas.slice(1).forEach((area, i) => expect(area).toBeGreaterThanOrEqual(areas[i]!));
        expect(areas[3]).toBeGreaterThan(0);
      }),
      { numRuns: 25 }
    );
  });

  it('holds the places reached in time, and not those reached much later', () => {
    const router = new Router(graphOf(randomNetwork(8, 60, 0.2)), routerParameters('car'));
    const from = router.snap({ lon: 3.525, lat: 50.365 })!;
    const { area } = isochrones(router, from, [240], { cell: 100, offRoad: 200 })[0]!;
    const { graph } = router;
    let judged = 0;
    for (let node = 0; node < graph.lon.length; node++) {
      const [lon, lat] = [graph.lon[node]! * 1e-5, graph.lat[node]! * 1e-5];
      const seconds = router.searchFrom(from).ticks(node) / 10;
      // Walking across a cell takes 100 s at most.
      if (seconds < 140) expect(contains(area, lon, lat)).toBe(true);
      if (seconds < 140) judged++;
    }
    expect(judged).toBeGreaterThan(2);
    expect(contains(area, 3.65, 50.5)).toBe(false);
  });

  it('keeps the hole inside a ring road', () => {
    const ring = Array.from({ length: 36 }, (_, i): [number, number] => [
      3.5 + 0.03 * Math.cos((i * Math.PI) / 18),
      50.36 + 0.02 * Math.sin((i * Math.PI) / 18)
    ]);
    const points = [...ring.keys(), 0];
    const network = networkOfWays(ring, [{ points: points.slice(0, 19) }, { points: points.slice(18) }]);
    const router = new Router(graphOf(network), routerParameters('car'));
    const { area } = isochrones(router, router.snap({ lon: 3.53, lat: 50.36 })!, [1200], {
      cell: 150,
      offRoad: 1000
    })[0]!;
    expect(area.coordinates.length).toBe(1);
    expect(area.coordinates[0]!.length).toBe(2);
    expect(contains(area, 3.5, 50.36)).toBe(false);
    expect(contains(area, 3.47, 50.36)).toBe(true);
  });

  it('fills what lies between the links of a schematic network, at the speed of local streets', () => {
    const points: [number, number][] = [
      [3.5, 50.36],
      [3.53, 50.36]
    ];
    const from = { lon: 3.5, lat: 50.36 };
    const areaOf = (schematic: boolean) => {
      const network = networkOfWays(points, [{ points: [0, 1] }]);
      const router = new Router(
        graphOf({ ...network, meta: { ...network.meta, schematic } }),
        routerParameters('car')
      );
      return isochrones(router, router.snap(from)!, [900])[0]!.area;
    };
    // 2 km north of the link: 8 minutes at 20 km/h with the detour of a town, 24 on foot.
    expect(contains(areaOf(true), 3.5, 50.378)).toBe(true);
    expect(contains(areaOf(false), 3.5, 50.378)).toBe(false);
    expect(contains(areaOf(true), 3.5, 50.41)).toBe(false);
  });

  it('does not go up a one-way street', () => {
    const network = networkOfWays(
      [
        [3.5, 50.36],
        [3.53, 50.36],
        [3.53, 50.39],
        [3.5, 50.39]
      ],
      [{ points: [0, 1] }, { points: [1, 2, 3, 0], oneway: true }]
    );
    const router = new Router(graphOf(network), routerParameters('car'));
    const { area } = isochrones(router, router.snap({ lon: 3.502, lat: 50.36 })!, [200])[0]!;
    expect(contains(area, 3.5, 50.37)).toBe(false);
    expect(contains(area, 3.515, 50.36)).toBe(true);
  });
});
