// Perimeters, labels and joins: rounded shapes that stay in their communes, names that stand inside.
import { area } from '@turf/area';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../scripts/demo/facts.ts';
import { labelPoint } from '../../../../src/lib/engines/territory-builder/geometry/label-point.ts';
import { drawPerimeter } from '../../../../scripts/geo/perimeters.ts';
import { simplifyLine } from '../../../../src/lib/algorithms/line-simplification.ts';
import { toWkb } from '../../../../src/lib/algorithms/wkb.ts';
import type { SourceSurface } from '../../../../src/lib/engines/territory-builder/rows.ts';
import { DEMO, ROOT } from './repository.ts';

const { rows, findings } = DEMO;
const facts = readFacts(ROOT);
const outlines = new Map<string, SourceSurface>(rows.communes.map(({ code, outline }) => [code, outline]));

function square(west: number, south: number, size: number): SourceSurface {
  const [east, north] = [west + size, south + size];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south]
      ]
    ]
  };
}

describe('perimeters of QPV', () => {
  it('lie in the listed communes of the EPCI, to a metre', () => {
    for (const { code, communes, perimeter } of rows.qpvs) {
      const parts = communes.flatMap((commune) => {
        const outline = outlines.get(commune);
        return outline ? [feature(outline)] : [];
      });
      const bounds = parts.length > 1 ? union(featureCollection(parts)) : parts[0];
      const inside = bounds && intersect(featureCollection([feature(perimeter!), bounds]));
      const share = inside ? area(inside) / area(perimeter!) : 0;
      expect(share, code).toBeGreaterThan(0.999);
    }
  });

  it('are marked approximate, and wide enough to be seen', () => {
    for (const { geometry_quality, perimeter } of rows.qpvs) {
      expect(geometry_quality).toBe('approximate');
      expect(area(perimeter!)).toBeGreaterThan(100_000);
    }
  });

  it('report the listed communes that they do not reach', () => {
    const disagreeing = findings.filter(({ code }) => code === 'qpv-commune-disagrees');
    const doubtful = disagreeing.filter(({ severity }) => severity === 'doubtful');
    expect(doubtful.map(({ found }) => found?.slice(0, 8))).toEqual(['QN05921M', 'QN05927M']);
    expect(disagreeing).toHaveLength(5);
  });

  it('melt discs that touch into one shape without a cusp, and keep far ones apart', () => {
    const around = new Map([['a', square(2.9, 49.9, 0.2)]]);
    const draw = (lon: number) =>
      drawPerimeter(
        {
          code: 'q',
          communes: ['a'],
          parts: [
            { lon: 3, lat: 50, radius: 300 },
            { lon, lat: 50, radius: 300 }
          ]
        },
        around
      ).surface;
    expect(draw(3.007).type).toBe('Polygon');
    expect(draw(3.03).type).toBe('MultiPolygon');
  });

  it('refuse a QPV that lies elsewhere', () => {
    const parts = [{ lon: 3, lat: 50, radius: 300 }];
    expect(() => drawPerimeter({ code: 'q', communes: ['b'], parts }, new Map())).toThrow(/no part of q/);
  });
});

describe('names on the map', () => {
  it('stand inside every commune and every QPV', () => {
    for (const { lon, lat, outline } of rows.communes) {
      expect(booleanPointInPolygon([lon, lat], outline)).toBe(true);
    }
    for (const { lon, lat, perimeter } of rows.qpvs) {
      expect(booleanPointInPolygon([lon, lat], perimeter!)).toBe(true);
    }
  });

  it('stand inside a crescent, whose centroid lies outside', () => {
    const crescent: SourceSurface = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 10],
          [0, 8],
          [8, 8],
          [8, 2],
          [0, 2],
          [0, 0]
        ]
      ]
    };
    const { lon, lat } = labelPoint(crescent);
    expect(booleanPointInPolygon([lon, lat], crescent)).toBe(true);
  });
});

describe('joins', () => {
  it('place every school in its commune, and those of a QPV inside its perimeter', () => {
    expect(findings.filter(({ code }) => code === 'position-outside-commune')).toEqual([]);
    const inQpv = rows.schools.filter(({ qpv }) => qpv !== null);
    expect(inQpv.length).toBeGreaterThan(20);
    for (const { lon, lat, qpv } of inQpv) {
      const perimeter = rows.qpvs.find(({ code }) => code === qpv)?.perimeter;
      expect(perimeter && booleanPointInPolygon([lon ?? 0, lat ?? 0], perimeter)).toBe(true);
    }
  });

  it('list as neighbours pairs that both lie in the EPCI, once', () => {
    expect(rows.neighbours).toHaveLength(70);
    expect(new Set(rows.neighbours.map((pair) => [...pair].sort().join())).size).toBe(70);
    expect(rows.neighbours.flat().every((code) => outlines.has(code))).toBe(true);
  });
});

describe('geometry files', () => {
  it('simplify a ring without moving it by more than the tolerance', () => {
    const ring = Array.from({ length: 361 }, (_, degree) => {
      const angle = ((degree % 360) * Math.PI) / 180;
      return [300 * Math.cos(angle), 300 * Math.sin(angle)] as const;
    });
    const simple = simplifyLine(ring, 1.5);
    expect(simple.length).toBeLessThan(60);
    expect(simple[0]).toEqual(simple.at(-1));
    simple.slice(1).forEach(([x, y], at) => {
      const [px = 0, py = 0] = simple[at] ?? [];
      expect(300 - Math.hypot((x + px) / 2, (y + py) / 2)).toBeLessThan(1.6);
    });
  });

  it('write WKB that a reader of the standard reads back', () => {
    const bytes = toWkb({ type: 'MultiPolygon', coordinates: [square(1, 2, 3).coordinates as number[][][]] });
    const view = new DataView(bytes.buffer);
    expect([view.getUint8(0), view.getUint32(1, true), view.getUint32(5, true)]).toEqual([1, 6, 1]);
    expect([view.getUint8(9), view.getUint32(10, true), view.getUint32(14, true)]).toEqual([1, 3, 1]);
    expect([view.getUint32(18, true), view.getFloat64(22, true), view.getFloat64(30, true)]).toEqual([
      5, 1, 2
    ]);
    expect(bytes.byteLength).toBe(9 + 9 + 4 + 5 * 16);
  });

  it('read facts of the right width only', () => {
    expect(facts.schools).toHaveLength(95);
    expect(facts.communes.every(({ outline }) => outline.coordinates[0]?.[0]?.length === 2)).toBe(true);
  });
});
