// A place is put on its road, a journey is timed, measured and drawn.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ROUTE } from '../../../../src/lib/model/travel/travel-times.ts';
import { greatCircleMetres } from '../../../../src/lib/algorithms/distance.ts';
import { roadMatrix } from '../../../../src/lib/engines/travel/road/road-matrix.ts';
import { matrixFromJson, matrixToJson } from '../../../../src/lib/engines/travel/matrix-json.ts';
import { routerParameters } from '../../../../src/lib/engines/travel/parameters.ts';
import { Router } from '../../../../src/lib/engines/travel/road/router.ts';
import {
  graphOf,
  networkOfWays,
  randomFrom,
  randomNetwork,
  withTurns
} from '../../../fixtures/travel/networks.ts';
import { draws } from '../../../draws.ts';

const routerOf = (network: Parameters<typeof graphOf>[0], closed?: ReadonlySet<number>) =>
  new Router(graphOf(network), routerParameters('car', { closed }));

/** A straight street of 1.1 km with a bend, a one-way lane back, and a motorway beside it. */
const TOWN = networkOfWays(
  [
    [3.5, 50.36],
    [3.51, 50.36],
    [3.51, 50.365],
    [3.5, 50.365],
    [3.495, 50.3605],
    [3.515, 50.3605]
  ],
  [
    { points: [0, 1] },
    { points: [1, 2, 3, 0], oneway: true, rural: 30 },
    { points: [0, 4] },
    { points: [1, 5] },
    { points: [4, 5], rural: 110 }
  ]
);

describe('a place', () => {
  const router = routerOf(TOWN);

  it('is put on the nearest road, with the distance walked', () => {
    const snap = router.snap({ lon: 3.505, lat: 50.3598 })!;
    expect(snap.metres).toBeGreaterThan(21);
    expect(snap.metres).toBeLessThan(23.5);
    expect(snap.along).toBeCloseTo(0.5, 2);
  });

  it('is not put on a motorway while another road is near', () => {
    const snap = router.snap({ lon: 3.505, lat: 50.3605 })!;
    expect(router.graph.speed[snap.link]).toBe(50);
  });

  it('in the sea has no road', () => {
    expect(router.snap({ lon: 2.5, lat: 51.3 })).toBeUndefined();
  });

  it('is nearest to the road that a look at every road finds', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.double({ min: 0, max: 0.05, noNaN: true }),
        fc.double({ min: 0, max: 0.03, noNaN: true }),
        (seed, dx, dy) => {
          const random = routerOf(randomNetwork(seed, 20, 0.2));
          const { graph } = random;
          const place = { lon: 3.5 + dx, lat: 50.35 + dy };
          const snap = random.snap(place);
          let best = Infinity;
          for (let l = 0; l < graph.from.length; l++) {
            if (graph.speed[l]! > 85) continue;
            for (const share of Array.from({ length: 101 }, (_, i) => i / 100)) {
              const [a, b] = [graph.from[l]!, graph.to[l]!];
              if (graph.shapeStart[l] !== graph.shapeStart[l + 1]) continue;
              const lon = (graph.lon[a]! + share * (graph.lon[b]! - graph.lon[a]!)) * 1e-5;
              const lat = (graph.lat[a]! + share * (graph.lat[b]! - graph.lat[a]!)) * 1e-5;
              best = Math.min(best, greatCircleMetres(place, { lon, lat }));
            }
          }
          if (snap && best < 2000) expect(snap.metres).toBeLessThanOrEqual(best * 1.002 + 0.5);
        }
      ),
      { numRuns: draws() }
    );
  });
});

describe('a journey', () => {
  const router = routerOf(TOWN);
  const at = (lon: number, lat: number) => router.snap({ lon, lat })!;

  it('on one street takes its length at its speed', () => {
    const [journey] = router.journeys(at(3.502, 50.36), [at(3.508, 50.36)]);
    expect(journey!.metres).toBeCloseTo(426, -1);
    expect(journey!.seconds).toBeCloseTo(((426 * 3.6) / 50 + 0.6 * 0.6) * 0.976, 0);
  });

  it('against a one-way street goes round', () => {
    const [along] = router.journeys(at(3.508, 50.365), [at(3.502, 50.365)]);
    const [against] = router.journeys(at(3.502, 50.365), [at(3.508, 50.365)]);
    expect(against!.metres).toBeGreaterThan(3 * along!.metres);
  });

  it('counts the walk to the road and from it', () => {
    const near = router.journeys(at(3.502, 50.36), [at(3.508, 50.36)])[0]!;
    const far = router.journeys(at(3.502, 50.3591), [at(3.508, 50.3591)])[0]!;
    expect(far.metres - near.metres).toBeCloseTo(200, -1);
    expect(far.seconds - near.seconds).toBeCloseTo(200 / (5 / 3.6), -0.5);
  });

  it('is drawn from end to end, as long as it says', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed);
        const place = () => ({ lon: 3.5 + random() * 0.05, lat: 50.35 + random() * 0.03 });
        const any = routerOf(randomNetwork(seed, 25, 0.2));
        const [from, to] = [any.snap(place()), any.snap(place())];
        if (!from || !to) return;
        const route = any.route(from, to)!;
        const drawn = route.coordinates.slice(1).reduce((sum, [lon, lat], i) => {
          const [lon0, lat0] = route.coordinates[i]!;
          return sum + greatCircleMetres({ lon: lon0, lat: lat0 }, { lon, lat });
        }, 0);
        expect(Math.abs(drawn + from.metres + to.metres - route.metres)).toBeLessThan(
          0.01 * route.metres + 30
        );
        expect(route.coordinates[0]![0]).toBeCloseTo(from.lon * 1e-5, 6);
        expect(route.coordinates.at(-1)![1]).toBeCloseTo(to.lat * 1e-5, 6);
      }),
      { numRuns: draws() }
    );
  });

  it('between parts cut from each other by a closed road has no way', () => {
    const bridge = networkOfWays(
      [
        [3.5, 50.36],
        [3.5, 50.37],
        [3.51, 50.365],
        [3.52, 50.365],
        [3.53, 50.36],
        [3.53, 50.37]
      ],
      [{ points: [0, 1, 2, 0] }, { points: [2, 3], rural: 40 }, { points: [3, 4, 5, 3] }]
    );
    const graph = graphOf(bridge);
    const closed = new Set([[...graph.speed].indexOf(40)]);
    const cut = new Router(graph, routerParameters('car', { closed }));
    const [west, east] = [cut.snap({ lon: 3.5, lat: 50.365 })!, cut.snap({ lon: 3.53, lat: 50.365 })!];
    expect(cut.journeys(west, [east])).toEqual([undefined]);
    expect(cut.route(west, east)).toBeUndefined();
    const whole = new Router(graph, routerParameters('car'));
    expect(whole.journeys(west, [east])[0]!.seconds).toBeGreaterThan(100);
  });
});

describe('a matrix', () => {
  const router = routerOf(randomNetwork(5, 60, 0.2));
  const places = Array.from({ length: 8 }, (_, i) => ({
    lon: 3.502 + i * 0.006,
    lat: 50.352 + (i % 3) * 0.01
  }));

  it('has for each pair what the pair has alone, and no way for a place at sea', async () => {
    const points = [...places, { lon: 2.5, lat: 51.3 }];
    const shares: number[] = [];
    const matrix = await roadMatrix(router, points, points, {
      progress: (share) => shares.push(share)
    });
    points.forEach((origin, o) =>
      points.forEach((destination, d) => {
        const [from, to] = [router.snap(origin), router.snap(destination)];
        const journey = from && to && router.journeys(from, [to])[0];
        expect(matrix.seconds[o * points.length + d]).toBe(journey ? Math.round(journey.seconds) : NO_ROUTE);
        expect(matrix.metres![o * points.length + d]).toBe(journey ? Math.round(journey.metres) : NO_ROUTE);
      })
    );
    expect(shares.at(-1)).toBe(1);
    expect(matrix.meta.engine).toBe('maillage-graph 3, car, schematic');
  });

  it('stops when cancelled', async () => {
    const controller = new AbortController();
    const work = roadMatrix(router, places, places, {
      signal: controller.signal,
      progress: () => controller.abort()
    });
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('comes back from its JSON, which says where it is wrong', async () => {
    const matrix = await roadMatrix(router, places, places);
    const json = JSON.parse(JSON.stringify(matrixToJson(matrix, places)));
    expect(matrixFromJson(json)).toEqual({ matrix, points: places });
    json.seconds[2][3] = 'soon';
    expect(() => matrixFromJson(json)).toThrow('row 3, cell 4');
    json.seconds.pop();
    expect(() => matrixFromJson(json)).toThrow('not 8 rows');
  });
});

describe('forbidden turns', () => {
  /** Ticks from the middle of one link to the middle of another, by trying every state of link and direction. */
  function slowTicks({ graph, adjacency }: Router, from: number, to: number): number {
    const { linkCost } = adjacency;
    const { turns } = graph;
    const barred = new Set(
      Array.from(turns?.from ?? [], (link, t) => `${link} ${turns!.via[t]!} ${turns!.to[t]!}`)
    );
    const states = Array.from(graph.from, (_, link) => link).flatMap((link) => [
      { link, start: graph.from[link]!, end: graph.to[link]! },
      ...(graph.oneway[link] ? [] : [{ link, start: graph.to[link]!, end: graph.from[link]! }])
    ]);
    const half = (link: number) => Math.round(0.5 * linkCost[link]!);
    const cost = states.map(({ link }) => (link === from ? half(link) : Infinity));
    for (let changed = true; changed;) {
      changed = false;
      states.forEach((before, a) => {
        states.forEach((after, b) => {
          if (before.end !== after.start || barred.has(`${before.link} ${before.end} ${after.link}`)) return;
          const through = cost[a]! + linkCost[after.link]!;
          if (through < cost[b]!) {
            cost[b] = through;
            changed = true;
          }
        });
      });
    }
    let best = Infinity;
    states.forEach((before, a) => {
      states.forEach((after) => {
        if (after.link !== to || before.end !== after.start) return;
        if (barred.has(`${before.link} ${before.end} ${to}`)) return;
        best = Math.min(best, cost[a]! + half(to));
      });
    });
    return best;
  }

  it('are never taken, and cost what trying every way finds', () => {
    let restricted = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const router = routerOf(withTurns(randomNetwork(seed, 14, 0.25), seed + 1, 8));
        const { graph } = router;
        restricted += graph.turns?.from.length ?? 0;
        const at = (link: number) => ({ link, along: 0.5, metres: 0, lon: 0, lat: 0 });
        for (let from = 0; from < graph.from.length; from += 2) {
          for (let to = 1; to < graph.from.length; to += 3) {
            if (from === to) continue;
            const [journey] = router.journeys(at(from), [at(to)]);
            const slow = slowTicks(router, from, to);
            expect(journey === undefined ? Infinity : Math.round(journey.seconds * 10)).toBe(slow);
            const links = router.links(at(from), at(to)) ?? [];
            expect(links[0]).toBe(from);
            expect(links[links.length - 1]).toBe(to);
          }
        }
      }),
      { numRuns: 20 }
    );
    expect(restricted).toBeGreaterThan(20);
  });

  it('leave every junction within reach of every other', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const router = routerOf(withTurns(randomNetwork(seed, 20, 0.4), seed + 1, 15));
        const { graph } = router;
        const all = Array.from(graph.from, (_, link) => ({ link, along: 0.5, metres: 0, lon: 0, lat: 0 }));
        expect(router.journeys(all[0]!, all)).not.toContain(undefined);
        expect(all.map((snap) => router.journeys(snap, [all[0]!])[0])).not.toContain(undefined);
      }),
      { numRuns: draws() }
    );
  });
});
