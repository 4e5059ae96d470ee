// Promises of the surroundings of schools: who is nearest, and who touches whom.
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  surroundings,
  touching
} from '../../../../src/lib/engines/territory-builder/geometry/surroundings.ts';
import { draws } from '../../../draws.ts';

const area: Polygon = { type: 'Polygon', coordinates: [[[3, 50], [3.4, 50], [3.4, 50.3], [3, 50.3], [3, 50]]] }; // prettier-ignore
const site = fc.record({
  lon: fc.integer({ min: 3001, max: 3399 }).map((value) => value / 1000),
  lat: fc.integer({ min: 50_001, max: 50_299 }).map((value) => value / 1000)
});
const sites = fc
  .uniqueArray(site, { minLength: 1, maxLength: 12, selector: ({ lon, lat }) => `${lon} ${lat}` })
  .map((places) => places.map((place, at) => ({ ...place, id: `S${String(at).padStart(2, '0')}` })));
const metres = (a: { lon: number; lat: number }, b: { lon: number; lat: number }, at: number) =>
  Math.hypot((a.lon - b.lon) * Math.cos((at * Math.PI) / 180), a.lat - b.lat);

describe('surroundings of schools', () => {
  it('give each point of the commune to the school that is nearest', () => {
    fc.assert(
      fc.property(sites, site, (schools, point) => {
        const shrink = schools[0]!.lat;
        const cell = surroundings(schools, area).find(({ geometry }) =>
          booleanPointInPolygon([point.lon, point.lat], geometry)
        );
        const owner = schools.find(({ id }) => cell?.ids.includes(id));
        const nearest = Math.min(...schools.map((one) => metres(one, point, shrink)));
        // Corners are rounded to a metre.
        expect(owner).toBeDefined();
        expect(metres(owner!, point, shrink)).toBeLessThan(nearest + 1e-4);
      }),
      { numRuns: draws() }
    );
  });

  it('are shared by schools of one place, which touch one another', () => {
    const schools = [
      { id: 'A', lon: 3.1, lat: 50.1 },
      { id: 'B', lon: 3.1, lat: 50.1 },
      { id: 'C', lon: 3.3, lat: 50.2 }
    ];
    expect(surroundings(schools, area).map(({ ids }) => ids)).toEqual([['A', 'B'], ['C']]);
    expect(touching(schools)).toEqual([['A', 'B'], ['A', 'C'], ['B', 'C']]); // prettier-ignore
  });

  it('touch in a way that leaves no school alone', () => {
    fc.assert(
      fc.property(sites, (schools) => {
        const pairs = touching(schools);
        const reached = new Set([schools[0]!.id]);
        for (let grew = true; grew;) {
          grew = false;
          for (const [a, b] of pairs) {
            if (reached.has(a) === reached.has(b)) continue;
            reached.add(a).add(b);
            grew = true;
          }
        }
        expect(reached.size).toBe(schools.length);
      }),
      { numRuns: draws() }
    );
  });
});
