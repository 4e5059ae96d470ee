// A road can be closed: it is found from a point, the ways go around it, and it opens again.
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../../src/lib/engines/travel/graph/build-graph.ts';
import { routerParameters } from '../../../../src/lib/engines/travel/parameters.ts';
import { Router } from '../../../../src/lib/engines/travel/road/router.ts';
import {
  closedAt,
  linksAt,
  roadsNamed,
  stretchAt,
  usedRoads
} from '../../../../src/lib/engines/travel/road/stretches.ts';
import { readSchematic, schematicNetwork } from '../../../../scripts/graph/schematic.ts';

const schematic = readSchematic('.');
const { places } = schematic;
const router = new Router(buildGraph(schematicNetwork(schematic, 'car')), routerParameters('car'));
const place = (id: string) => places.find((one) => one.id === id)!;
const [valenciennes, conde] = [place('59606'), place('59153')];
const closedBy = (closures: Parameters<typeof linksAt>[1]) =>
  new Router(router.graph, routerParameters('car', { closed: linksAt(router, closures) }));
const seconds = (on: Router) =>
  on.journeys(on.snap(valenciennes)!, [on.snap(conde)!])[0]?.seconds ?? Infinity;

const stretchesOf = (on: Router, way: Parameters<typeof usedRoads>[1][number]) =>
  usedRoads(on, [way], 5).flatMap(({ stretches }) => stretches);

describe('a closed road', () => {
  it('is named by its middle, whatever point of it is pointed at', () => {
    const links = router.links(router.snap(valenciennes)!, router.snap(conde)!)!;
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const [near] = router.line(link, 0.3, 0.3);
      const stretch = stretchAt(router, near!)!;
      expect(linksAt(router, [{ at: stretch.at }])).toEqual(linksAt(router, [{ at: near! }]));
      expect(stretchAt(router, stretch.at)).toEqual(stretch);
    }
  });

  it('lengthens the ways that took it, one after the other', () => {
    const usual = seconds(router);
    const way = { from: valenciennes, to: conde, times: 1 };
    const first = stretchesOf(router, way)[0];
    const around = closedBy([{ at: first!.at }]);
    expect(seconds(around)).toBeGreaterThan(usual);
    const second = stretchesOf(around, way)[0];
    expect(second!.at).not.toEqual(first!.at);
    expect(seconds(closedBy([{ at: first!.at }, { at: second!.at }]))).toBeGreaterThanOrEqual(
      seconds(around)
    );
  });

  it('far from any road closes nothing', () => {
    expect(stretchAt(router, [0, 45])).toBeNull();
    expect(linksAt(router, [{ at: [0, 45] }]).size).toBe(0);
    expect(seconds(closedBy([{ at: [0, 45] }]))).toBe(seconds(router));
  });
});

describe('a road closed whole', () => {
  const [road] = roadsNamed(router, 'A 2', 1);

  it('is every stretch of its number, and the same from any point of it and however the number is written', () => {
    expect(road).toMatchObject({ key: 'A2', ref: 'A2', name: null, stretches: 6 });
    const whole = linksAt(router, [{ at: road!.at, road: road!.key }]);
    expect(whole.size).toBe(6);
    for (const link of whole) {
      const [middle] = router.line(link, 0.4, 0.4);
      expect(linksAt(router, [{ at: middle!, road: 'a 2' }])).toEqual(whole);
    }
    const closed = closedAt(router, { at: road!.at, road: 'A2' })!;
    expect(closed.road).toEqual(road);
    expect(closed.stretches.map(({ ref }) => ref)).toEqual(Array(6).fill('A2'));
  });

  it('lengthens the ways that took it', () => {
    const way = { from: place('59515'), to: place('59484') };
    const on = (one: Router) => one.journeys(one.snap(way.from)!, [one.snap(way.to)!])[0]!.seconds;
    expect(on(closedBy([{ at: road!.at, road: 'A2' }]))).toBeGreaterThan(on(router) + 60);
  });

  it('closes nothing where there is no road of that name, or where it is far from the point of the link', () => {
    const nowhere = [
      { at: road!.at, road: 'A999' },
      { at: [4.5, 50.3] as const, road: 'A2' },
      { at: road!.at, road: ' ' }
    ];
    for (const closure of nowhere) {
      expect(linksAt(router, [closure]).size).toBe(0);
      expect(closedAt(router, closure)).toBeNull();
    }
  });
});

describe('the roads driven along most', () => {
  it('are those that most ways share, by road, and a place at a junction uses no road of its own', () => {
    const ways = places.slice(0, 22).map((to) => ({ from: valenciennes, to, times: 2 }));
    const used = usedRoads(router, ways, 8);
    expect(used.map(({ uses }) => uses)).toEqual(used.map(({ uses }) => uses).sort((a, b) => b - a));
    expect(used[0]!.uses).toBeLessThanOrEqual(2 * ways.length);
    expect(used.some(({ road }) => road?.ref)).toBe(true);
    const keys = used.flatMap(({ road }) => (road ? [road.key] : []));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { road, uses, stretches } of used) {
      // A way that takes several stretches of a road uses it once.
      expect(uses).toBeGreaterThanOrEqual(stretches[0]!.uses);
      expect(uses).toBeLessThanOrEqual(stretches.reduce((sum, one) => sum + one.uses, 0));
      if (!road) expect(stretches).toHaveLength(1);
    }
    expect(usedRoads(router, [{ from: conde, to: conde, times: 1 }], 4)).toEqual([]);
  });
});
