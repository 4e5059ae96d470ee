// The search answers exactly what a slow and simple one answers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf, type Adjacency } from '../../../../src/lib/engines/travel/graph/adjacency.ts';
import { Search, UNREACHED } from '../../../../src/lib/engines/travel/road/shortest-path.ts';
import { COSTS, graphOf, randomNetwork, slowSearch } from '../../../fixtures/travel/networks.ts';
import { draws } from '../../../draws.ts';

const arcsOf = ({ tail, arcs }: Adjacency) =>
  Array.from(tail, (from, arc) => ({ from, to: arcs[2 * arc]!, cost: arcs[2 * arc + 1]! }));
const nodesOf = (adjacency: Adjacency) => adjacency.first.length - 1;

const network = fc
  .record({ seed: fc.integer(), size: fc.integer({ min: 4, max: 60 }), oneway: fc.constantFrom(0, 0.3, 0.7) })
  .map(({ seed, size, oneway }) => adjacencyOf(graphOf(randomNetwork(seed, size, oneway)), COSTS));

describe('shortest paths', () => {
  it('are exact on random two-way and one-way networks', () => {
    fc.assert(
      fc.property(network, fc.nat(), (adjacency, pick) => {
        const source = pick % nodesOf(adjacency);
        const search = new Search(adjacency);
        search.run([{ node: source, ticks: 0 }]);
        const expected = slowSearch(nodesOf(adjacency), arcsOf(adjacency), source);
        expect(expected.map((_, node) => search.ticks(node))).toEqual(expected);
      }),
      { numRuns: draws() }
    );
  });

  it('stay exact from several starting points that cost something', () => {
    fc.assert(
      fc.property(
        network,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 90_000 }),
        (adjacency, a, b, late) => {
          const nodes = nodesOf(adjacency);
          const search = new Search(adjacency);
          search.run([
            { node: a % nodes, ticks: 7 },
            { node: b % nodes, ticks: late }
          ]);
          const fromA = slowSearch(nodes, arcsOf(adjacency), a % nodes);
          const fromB = slowSearch(nodes, arcsOf(adjacency), b % nodes);
          expect(fromA.map((_, node) => search.ticks(node))).toEqual(
            fromA.map((cost, node) => Math.min(cost + 7, fromB[node]! + late))
          );
        }
      ),
      { numRuns: draws() }
    );
  });

  it('leave alone what lies beyond the bound, and are right below it', () => {
    fc.assert(
      fc.property(network, fc.integer({ min: 0, max: 3000 }), (adjacency, within) => {
        const search = new Search(adjacency);
        search.run([{ node: 0, ticks: 0 }], { within });
        const expected = slowSearch(nodesOf(adjacency), arcsOf(adjacency), 0);
        expect(expected.map((_, node) => search.ticks(node))).toEqual(
          expected.map((cost) => (cost <= within ? cost : UNREACHED))
        );
      }),
      { numRuns: draws() }
    );
  });

  it('are right for the nodes asked for when the search stops early, and for the next search', () => {
    fc.assert(
      fc.property(network, fc.nat(), (adjacency, pick) => {
        const target = pick % nodesOf(adjacency);
        const search = new Search(adjacency);
        const expected = slowSearch(nodesOf(adjacency), arcsOf(adjacency), 0);
        search.run([{ node: 0, ticks: 0 }], { until: [target] });
        expect(search.ticks(target)).toBe(expected[target]);
        search.run([{ node: 0, ticks: 0 }]);
        expect(expected.map((_, node) => search.ticks(node))).toEqual(expected);
      }),
      { numRuns: draws() }
    );
  });

  it('give the arcs of a way whose costs add up', () => {
    fc.assert(
      fc.property(network, fc.nat(), (adjacency, pick) => {
        const target = pick % nodesOf(adjacency);
        const search = new Search(adjacency);
        search.run([{ node: 0, ticks: 0 }]);
        const path = search.arcsTo(target);
        let at = 0;
        let ticks = 0;
        for (const arc of path) {
          expect(adjacency.tail[arc]).toBe(at);
          at = adjacency.arcs[2 * arc]!;
          ticks += adjacency.arcs[2 * arc + 1]!;
        }
        expect([at, ticks]).toEqual([target, search.ticks(target)]);
      }),
      { numRuns: draws() }
    );
  });

  it('do not cross a closed road', () => {
    const graph = graphOf(randomNetwork(3, 12, 0));
    const all = new Set(graph.from.keys());
    const adjacency = adjacencyOf(graph, { ...COSTS, closed: all });
    const search = new Search(adjacency);
    search.run([{ node: 0, ticks: 0 }]);
    expect(search.ticks(0)).toBe(0);
    for (let node = 1; node < graph.lon.length; node++) expect(search.ticks(node)).toBe(UNREACHED);
  });
});
