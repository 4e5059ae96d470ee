// The load of a post as pages say it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandDigits, fairLoad, isOutOfBand } from '../../../../src/lib/model/assignment/fair-load.ts';
import type { ReferentShare } from '../../../../src/lib/model/assignment/balance.ts';
import { draws } from '../../../draws.ts';

const share = (part: Partial<ReferentShare>): ReferentShare => ({
  ...{ id: 'Référent 1', fte: 1, coordinator: null, units: 2, schools: 2, pupils: 200, meetings: 4 },
  ...{ workload: 900, parts: { visits: 700, meetings: 150, liaison: 50 }, travel: 100, hours: 1000 },
  ...{ target: 800, deviation: 0.25, worst: null, gained: 0, lost: 0, components: null },
  ...part
});

describe('the load of a post', () => {
  it('is a share of its fair part, whose parts add up to it, with whole children and its road in minutes', () => {
    const load = fairLoad(share({}), [{ children: 10.4 }, { children: 8.2 }], 'hours');
    expect(load).toMatchObject({ id: 'Référent 1', share: 1.25, children: 19, road: 100 });
    const { visits, road, others } = load.parts;
    expect(visits + road + others).toBeCloseTo(1.25, 9);
  });

  it('leaves the road out where the balance does, and still says its hours', () => {
    const load = fairLoad(share({ deviation: 0.125 }), [], 'workload');
    expect(load).toMatchObject({ share: 1.125, road: 100, parts: { road: 0 } });
  });

  it('is unknown where there is nothing to share, never 0', () => {
    expect(fairLoad(share({ target: 0, deviation: null }), [], 'hours').share).toBeNull();
  });
});

describe('a deviation out of the band', () => {
  it('is never written as the edge of the band, whatever is small between them; one in the band takes no decimal', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 3, noNaN: true }),
        fc.constantFrom(0.05, 0.075, 0.1, 0.15, 0.2),
        (deviation, tolerance) => {
          const digits = bandDigits(deviation, tolerance);
          const written = Number((100 * Math.abs(deviation)).toFixed(digits));
          if (!isOutOfBand(deviation, tolerance)) expect(digits).toBe(0);
          else if (digits < 3) expect(written).toBeGreaterThan(100 * tolerance);
        }
      ),
      { numRuns: draws() }
    );
    expect([
      bandDigits(-0.104, 0.1),
      bandDigits(-0.1, 0.1),
      bandDigits(0.37, 0.1),
      bandDigits(null, 0.1)
    ]).toEqual([1, 0, 0, 0]);
  });
});
