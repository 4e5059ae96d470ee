// The live map gets its schools again only when it must.
import { describe, expect, it } from 'vitest';
import { SymbolStock, symbolId } from '../../../../src/lib/map/live/school-features.ts';
import { school } from '../fixtures.ts';

describe('the symbols of the live map', () => {
  it('gives the map its schools again only for a symbol that it never had', () => {
    const stock = new SymbolStock();
    const codes = (features: ReturnType<SymbolStock['hold']>) =>
      features.features.map(({ properties: { code, status } }) => [code, status]);
    const points = [school('A', 3, 50), school('B', 3.1, 50)];
    const held = stock.hold(points);
    const faded = points.map((point) => ({ ...point, faded: true }));
    for (const same of [points, faded, points.slice(1), [], faded]) expect(stock.hold(same)).toBe(held);
    const more = stock.hold([school('A', 3, 50, { status: 'waiting' })]);
    expect(codes(more)).toEqual([
      ['A:followed', 'followed'],
      ['B:followed', 'followed'],
      ['A:waiting', 'waiting']
    ]);
    expect(stock.hold(points)).toBe(more);
    const moved = stock.hold([school('A', 3.2, 50)]);
    expect(moved.features.map(({ geometry }) => geometry.coordinates)).toEqual([[3.2, 50]]);
    const sized = stock.hold([school('A', 3.2, 50, { size: 100 }), school('B', 3.1, 50, { size: 50 })]);
    expect(sized.features[0]!.properties.radius).toBeGreaterThan(sized.features[1]!.properties.radius);
  });

  it('tells apart each school under each status, by number where there is one', () => {
    const one = school('0590001A', 3, 50);
    const ids = (['followed', 'waiting', 'linked', 'outside', 'team'] as const).map((status) =>
      symbolId({ ...one, status })
    );
    expect(new Set(ids).size).toBe(5);
    expect(ids.every((id) => typeof id === 'number')).toBe(true);
    expect(ids).not.toContain(symbolId(school('0590002B', 3, 50)));
  });
});
