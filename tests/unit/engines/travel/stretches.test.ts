// A road can be closed: it is found from a point, the ways go around it, and it opens again.
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../../src/lib/engines/travel/graph/build-graph.ts';
import { BUILD_OPTIONS, routerParameters } from '../../../../src/lib/engines/travel/parameters.ts';
import { Router } from '../../../../src/lib/engines/travel/road/router.ts';
import { linksAt, stretchAt, usedStretches } from '../../../../src/lib/engines/travel/road/stretches.ts';
import { readSchematic, schematicNetwork } from '../../../../scripts/graph/schematic.ts';

const schematic = readSchematic('.');
const { places } = schematic;
const router = new Router(
  buildGraph(schematicNetwork(schematic, 'car'), BUILD_OPTIONS),
  routerParameters('car')
);
const place = (id: string) => places.find((one) => one.id === id)!;
const [valenciennes, conde] = [place('59606'), place('59153')];
const closedBy = (closures: Parameters<typeof linksAt>[1]) =>
  new Router(router.graph, routerParameters('car', { closed: linksAt(router, closures) }));
const seconds = (on: Router) =>
  on.journeys(on.snap(valenciennes)!, [on.snap(conde)!])[0]?.seconds ?? Infinity;

describe('a closed road', () => {
  it('is named by its middle, whatever point of it is pointed at', () => {
    const links = router.links(router.snap(valenciennes)!, router.snap(conde)!)!;
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const [near] = router.line(link, 0.3, 0.3);
      const stretch = stretchAt(router, near!)!;
      expect(linksAt(router, [stretch.at])).toEqual(linksAt(router, [near!]));
      expect(stretchAt(router, stretch.at)).toEqual(stretch);
    }
  });

  it('lengthens the ways that took it, one after the other', () => {
    const usual = seconds(router);
    const way = { from: valenciennes, to: conde, times: 1 };
    const [first] = usedStretches(router, [way], 5);
    const around = closedBy([first!.at]);
    expect(seconds(around)).toBeGreaterThan(usual);
    const [second] = usedStretches(around, [way], 5);
    expect(second!.at).not.toEqual(first!.at);
    expect(seconds(closedBy([first!.at, second!.at]))).toBeGreaterThanOrEqual(seconds(around));
  });

  it('far from any road closes nothing', () => {
    expect(stretchAt(router, [0, 45])).toBeNull();
    expect(linksAt(router, [[0, 45]]).size).toBe(0);
    expect(seconds(closedBy([[0, 45]]))).toBe(seconds(router));
  });
});

describe('the roads driven along most', () => {
  it('are those that most ways share, and a place at a junction uses no road of its own', () => {
    const ways = places.slice(0, 22).map((to) => ({ from: valenciennes, to, times: 2 }));
    const used = usedStretches(router, ways, 4);
    expect(used.map(({ uses }) => uses)).toEqual(used.map(({ uses }) => uses).sort((a, b) => b - a));
    expect(used[0]!.uses).toBeLessThanOrEqual(2 * ways.length);
    expect(usedStretches(router, [{ from: conde, to: conde, times: 1 }], 4)).toEqual([]);
  });
});
