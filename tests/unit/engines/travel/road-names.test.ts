// Roads keep their names: no time changes for them, a road is found by its name or number, and a route is told road by road.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Router,
  buildGraph,
  decodeGraph,
  encodeGraph,
  itinerary,
  roadMatrix,
  roadsNamed,
  routerParameters,
  stretchAt
} from '../../../../src/lib/engines/travel/index.ts';
import { openExtract } from '../../../../scripts/graph/open-extract.ts';
import { readExtract, roadNetwork } from '../../../../src/lib/engines/ground/index.ts';
import { REAL } from '../../../fixtures/real-files.ts';
import {
  graphOf,
  networkOfWays,
  randomFrom,
  randomNetwork,
  withNames
} from '../../../fixtures/travel/networks.ts';
import { draws } from '../../../draws.ts';

const routerOf = (network: Parameters<typeof graphOf>[0]) =>
  new Router(graphOf({ ...network, meta: { ...network.meta, schematic: false } }), routerParameters('car'));

describe('names of roads', () => {
  it('change neither a link nor a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 5, max: 60 }), async (seed, size) => {
        const network = randomNetwork(seed, size, 0.2);
        const [plain, named] = [routerOf(network), routerOf(withNames(network, seed))];
        const { names, ...links } = named.graph;
        expect(links).toEqual(plain.graph);
        const random = randomFrom(seed);
        const places = Array.from({ length: 8 }, () => ({
          lon: 3.5 + random() * 0.05,
          lat: 50.35 + random() * 0.03
        }));
        const of = (router: Router) => roadMatrix(router, places, places);
        expect(await of(named)).toEqual(await of(plain));
        for (let l = 0; names && l < named.graph.from.length; l++) {
          const parts = named.partsOf(l);
          expect(parts[parts.length - 1]!.end).toBe(1);
          parts.forEach(({ start, end, road }, i) => {
            expect(end).toBeGreaterThan(start);
            if (i > 0) expect(road).not.toEqual(parts[i - 1]!.road);
          });
        }
      }),
      { numRuns: 40 }
    );
  });

  it('follow each other along a link that bears several, whichever way it is turned', () => {
    const points = [0, 1, 2, 4].map((x): [number, number] => [3.5 + x * 0.01, 50.36]);
    const ways = [
      { points: [0, 1], name: 'Rue de la Gare' },
      { points: [2, 1] },
      { points: [3, 2], name: ' Rue\nde  Lille', ref: 'D 7' }
    ];
    const ring = [{ points: [0, 4, 3], rural: 90 }];
    const router = routerOf(networkOfWays([...points, [3.52, 50.4]], [...ways, ...ring]));
    const link = router.nearestLink({ lon: 3.515, lat: 50.36 }, 30)!;
    const told = router.partsOf(link).map(({ road, end }) => [road?.name ?? null, end]);
    const forward = [
      ['Rue de la Gare', 0.25],
      [null, 0.5],
      ['Rue de Lille', 1]
    ];
    const backward = [
      ['Rue de Lille', 0.5],
      [null, 0.75],
      ['Rue de la Gare', 1]
    ];
    expect([forward, backward]).toContainEqual(told);
    expect(router.roadOf(link)).toEqual({ name: 'Rue de Lille', ref: 'D 7' });
    // A name that is the longest nowhere is found all the same.
    expect(roadsNamed(router, 'gare', 5)).toMatchObject([{ key: 'Rue de la Gare', stretches: 1 }]);
  });
});

/** A main road with two names and one number, crossed by streets; the same street name again 20 km away. */
const TOWN = networkOfWays(
  [
    [3.5, 50.36],
    [3.51, 50.36],
    [3.52, 50.36],
    [3.53, 50.36],
    [3.51, 50.37],
    [3.52, 50.37],
    [3.8, 50.36],
    [3.53, 50.37]
  ],
  [
    { points: [0, 1], name: 'Rue Jean Jaurès', ref: 'D 630', rural: 70 },
    { points: [1, 2], name: 'Rue Jean Jaurès', ref: 'D 630', rural: 70 },
    { points: [2, 3], name: 'Avenue de Liège', ref: 'D 630', rural: 70 },
    { points: [1, 4], name: 'Rue de l’Église' },
    { points: [2, 5] },
    { points: [4, 5] },
    { points: [0, 4], name: 'Rue de Famars' },
    { points: [3, 7], ref: 'D 63' },
    { points: [5, 7] },
    { points: [3, 6], rural: 90 },
    { points: [6, 3], name: 'Rue de l’Église' }
  ]
);

describe('a road', () => {
  const router = routerOf(TOWN);

  it('is found by its number however it is written, by its name without accents, and none by another word', () => {
    const keys = (query: string) => roadsNamed(router, query, 9).map(({ key }) => key);
    for (const query of ['D 630', 'd630', '630', ' D-630 ']) expect(keys(query)[0]).toBe('D 630');
    expect(keys('d63')).toEqual(['D 63', 'D 630', 'Rue Jean Jaurès', 'Avenue de Liège']);
    expect(keys('jaures')).toEqual(['Rue Jean Jaurès']);
    expect(keys('JEAN RUE')).toEqual(['Rue Jean Jaurès']);
    expect([keys('aures'), keys('Lille'), keys(''), keys(' ,')]).toEqual([[], [], [], []]);
  });

  it('is one under its number whatever its names, and two where streets far apart share a name', () => {
    expect(roadsNamed(router, 'D 630', 1)).toMatchObject([{ name: null, ref: 'D 630', stretches: 3 }]);
    expect(roadsNamed(router, 'liege', 1)).toMatchObject([{ name: 'Avenue de Liège', ref: 'D 630' }]);
    const churches = roadsNamed(router, 'rue de l eglise', 9);
    expect(churches.map(({ stretches }) => stretches)).toEqual([1, 1]);
    expect(churches[0]!.at).not.toEqual(churches[1]!.at);
  });

  it('of one way says where it leads, as each carriageway of a motorway does', () => {
    const square: [number, number][] = [
      [3.5, 50.36],
      [3.52, 50.36],
      [3.52, 50.38]
    ];
    const oneway = routerOf(networkOfWays(square, [{ points: [0, 1], oneway: true }, { points: [1, 2, 0] }]));
    expect(stretchAt(oneway, [3.51, 50.36])!.toward).toBe('east');
    expect(stretchAt(oneway, [3.52, 50.37])!.toward).toBeNull();
  });

  it('without a name is told by the roads that cross it at its ends, beyond where it goes on alone', () => {
    const at = (lon: number, lat: number) => stretchAt(router, [lon, lat])!;
    const nameless = at(3.52, 50.365);
    expect([nameless.name, nameless.ref]).toEqual([null, null]);
    expect(nameless.between.map((road) => road?.ref ?? null).sort()).toEqual(['D 630', null].sort());
    const first = at(3.505, 50.36);
    expect(first.between.map((road) => road?.name).sort()).toEqual(
      ['Rue de Famars', 'Rue de l’Église'].sort()
    );
  });
});

describe('a route', () => {
  it('is told road by road, and its legs sum to the journey', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const router = routerOf(withNames(randomNetwork(seed, 50, 0.2), seed));
        const random = randomFrom(seed);
        const snap = () => router.snap({ lon: 3.5 + random() * 0.05, lat: 50.35 + random() * 0.03 })!;
        const [from, to] = [snap(), snap()];
        const [journey] = router.journeys(from, [to]);
        const told = itinerary(router, from, to);
        expect(told === undefined).toBe(journey === undefined);
        if (!told || !journey) return;
        const sum = (of: 'metres' | 'seconds') =>
          told.legs.reduce((all, leg) => all + leg[of], told.walk[of]);
        expect(Math.abs(sum('metres') - journey.metres)).toBeLessThan(1);
        expect(Math.abs(sum('seconds') - journey.seconds)).toBeLessThan(0.3);
        told.legs.slice(1).forEach((leg, i) => {
          const before = told.legs[i]!;
          if (leg.ref === null) expect([leg.name, leg.ref]).not.toEqual([before.name, before.ref]);
          else expect(leg.ref).not.toBe(before.ref);
        });
      }),
      { numRuns: draws() }
    );
  });

  it('keeps one leg through two names of one number, and through a roundabout without a name', () => {
    const points = [0, 1, 1.05, 2].map((x): [number, number] => [3.5 + x * 0.01, 50.36]);
    const ways = [
      { points: [0, 1], ref: 'D 7', name: 'Rue de Lille' },
      { points: [1, 2], rural: 20 },
      { points: [2, 3], ref: 'D 7', name: 'Rue de Paris' }
    ];
    const router = routerOf(networkOfWays(points, ways));
    const snap = (lon: number) => router.snap({ lon, lat: 50.36 })!;
    const { legs } = itinerary(router, snap(3.501), snap(3.519))!;
    expect(legs).toMatchObject([{ ref: 'D 7', name: null }]);
  });
});

const porto = join(REAL, 'osm/porto.osm.pbf');

describe.skipIf(!existsSync(porto))('the names of the real Porto', () => {
  it('change no time, cost less than 60 kB, and are found', async () => {
    const network = roadNetwork(await readExtract(openExtract(porto), { roadsOnly: true }), 'car');
    const ways = network.ways.map(({ name: _name, ref: _ref, ...way }) => way);
    const files = [network, { ...network, ways }].map((one) => encodeGraph(buildGraph(one)));
    const [named, plain] = files.map((file) => new Router(decodeGraph(file), routerParameters('car')));
    const places = (
      JSON.parse(readFileSync(join(REAL, 'osm/porto-points.json'), 'utf8')) as { lon: number; lat: number }[]
    ).slice(0, 30);
    const of = (router: Router) => roadMatrix(router, places, places);
    expect(await of(named!)).toEqual(await of(plain!));
    const [heavy, light] = files.map((file) => brotliCompressSync(file).length);
    expect(heavy! - light!).toBeLessThan(60_000);
    expect(roadsNamed(named!, 'a28', 1)).toMatchObject([{ ref: 'A 28' }]);
    expect(roadsNamed(named!, 'santa catarina', 1)[0]!.name).toBe('Rua de Santa Catarina');
    expect(roadsNamed(plain!, 'a28', 1)).toEqual([]);
  });
});
