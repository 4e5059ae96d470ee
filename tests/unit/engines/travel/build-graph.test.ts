// Building a graph changes no journey: junctions joined, shapes thinned and numbers changed, times stay.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '../../../../src/lib/engines/travel/graph/adjacency.ts';
import { buildGraph, hilbert } from '../../../../src/lib/engines/travel/graph/build-graph.ts';
import { largestComponent, strongComponents } from '../../../../src/lib/algorithms/strong-components.ts';
import type { RoadNetwork } from '../../../../src/lib/model/travel/road-network.ts';
import { linksOf } from '../../../../src/lib/engines/travel/graph/links.ts';
import { UNIT } from '../../../../src/lib/engines/travel/graph/road-graph.ts';
import { Search } from '../../../../src/lib/engines/travel/road/shortest-path.ts';
import {
  COSTS,
  PLAIN,
  graphOf,
  networkOfWays,
  randomNetwork,
  slowSearch
} from '../../../fixtures/travel/networks.ts';
import type { Arc } from '../../../fixtures/travel/networks.ts';
import { draws } from '../../../draws.ts';

/** Seconds between points of a network, straight from its ways. */
function rawArcs(network: RoadNetwork): Arc[] {
  return linksOf(network, Infinity).flatMap((link) => {
    const [from, to] = [link.points[0]!, link.points[link.points.length - 1]!];
    const arc = { from, to, cost: (link.metres * 3.6) / link.speed };
    return link.oneway ? [arc] : [arc, { ...arc, from: to, to: from }];
  });
}

describe('the graph builder', () => {
  it('keeps every time between junctions', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 5, max: 40 }),
        fc.constantFrom(0, 0.4),
        (seed, size, oneway) => {
          const network = randomNetwork(seed, size, oneway);
          const graph = graphOf(network);
          const search = new Search(adjacencyOf(graph, { ...COSTS, penalty: 0 }));
          const pointAt = new Map(
            Array.from(network.lon, (lon, i) => [
              `${Math.round(lon / UNIT)} ${Math.round(network.lat[i]! / UNIT)}`,
              i
            ])
          );
          const points = Array.from(graph.lon, (lon, node) => pointAt.get(`${lon} ${graph.lat[node]}`)!);
          const expected = slowSearch(network.lon.length, rawArcs(network), points[0]!);
          search.run([{ node: 0, ticks: 0 }]);
          points.forEach((point, node) => {
            // Whole metres and tenths of a second on each link of a way.
            const slack = 0.12 * (search.arcsTo(node).length + 1);
            expect(Math.abs(search.ticks(node) / 10 - expected[point]!)).toBeLessThan(slack);
          });
        }
      ),
      { numRuns: draws() }
    );
  });

  it('drops what cannot be left or reached again', () => {
    // A square 0-1-2-3, a one-way spur to 4, an island 5-6.
    const points: [number, number][] = [
      [3.5, 50.3],
      [3.51, 50.3],
      [3.51, 50.31],
      [3.5, 50.31],
      [3.52, 50.31],
      [3.6, 50.4],
      [3.61, 50.4]
    ];
    const graph = graphOf(
      networkOfWays(points, [
        { points: [0, 1, 2, 3, 0] },
        { points: [0, 2] },
        { points: [2, 4], oneway: true },
        { points: [5, 6] }
      ])
    );
    expect(Math.max(...graph.lon)).toBeLessThanOrEqual(351_000);
    expect(graph.lon.length).toBe(2);
    expect(graph.from.length).toBe(3);
  });

  it('joins degree-2 points into the shape of one link, and keeps a change of speed', () => {
    const points: [number, number][] = [
      [3.5, 50.3],
      [3.51, 50.305],
      [3.52, 50.3],
      [3.53, 50.3]
    ];
    const graph = graphOf(
      networkOfWays(points, [{ points: [0, 1] }, { points: [2, 1] }, { points: [2, 3], rural: 90 }])
    );
    expect([graph.from.length, graph.shapeLon.length, graph.lon.length]).toEqual([2, 1, 3]);
    expect([...graph.speed].sort()).toEqual([50, 90]);
  });

  it('turns a one-way road the way it runs', () => {
    const points: [number, number][] = [
      [3.5, 50.3],
      [3.51, 50.3],
      [3.505, 50.31]
    ];
    const graph = graphOf(networkOfWays(points, [{ points: [2, 1, 0], oneway: true }, { points: [0, 2] }]));
    const oneway = [...graph.oneway].indexOf(1);
    expect([graph.lon[graph.from[oneway]!], graph.lon[graph.to[oneway]!]]).toEqual([350_500, 350_000]);
  });

  it('gives urban speeds where roads are dense', () => {
    const points = Array.from({ length: 40 }, (_, i): [number, number] => [
      3.5 + (i % 2) * 0.008,
      50.302 + i * 0.0001
    ]);
    const ways = points.slice(1).map((_, i) => ({ points: [i, i + 1], rural: 50, urban: 30 }));
    const speeds = new Set(buildGraph(networkOfWays(points, ways), { urbanDensity: 10, tolerance: 3 }).speed);
    expect([...speeds]).toEqual([30]);
    expect([...new Set(buildGraph(networkOfWays(points, ways), PLAIN).speed)]).toEqual([50]);
  });

  it('refuses a network without a road', () => {
    expect(() => graphOf(networkOfWays([[3.5, 50.3]], []))).toThrow('no connected road');
  });
});

describe('its parts', () => {
  it('find the components that a plain search finds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 }), (edges) => {
        const sorted = [...edges].sort((a, b) => a[0] - b[0]);
        const first = Uint32Array.from({ length: 9 }, (_, n) => sorted.filter(([a]) => a < n).length);
        const component = strongComponents(
          first,
          Uint32Array.from(sorted, ([, b]) => b)
        );
        const arcs = edges.map(([from, to]) => ({ from, to, cost: 1 }));
        const reach = Array.from({ length: 8 }, (_, n) => slowSearch(8, arcs, n));
        for (let a = 0; a < 8; a++) {
          for (let b = 0; b < 8; b++) {
            const together = reach[a]![b]! < Infinity && reach[b]![a]! < Infinity;
            expect(component[a] === component[b]).toBe(together);
          }
        }
        const sizes = [...component].map((c) => component.filter((other) => other === c).length);
        expect(component.filter((c) => c === largestComponent(component)).length).toBe(Math.max(...sizes));
      })
    );
  });

  it('walk the Hilbert curve one step at a time', () => {
    const cells = new Map<number, [number, number]>();
    for (let x = 0; x < 16; x++) for (let y = 0; y < 16; y++) cells.set(hilbert(x, y), [x, y]);
    const order = [...cells.keys()].sort((a, b) => a - b).map((d) => cells.get(d)!);
    expect(order.length).toBe(256);
    order
      .slice(1)
      .forEach(([x, y], i) => expect(Math.abs(x - order[i]![0]) + Math.abs(y - order[i]![1])).toBe(1));
  });
});
