// One trip, one time: what is shown from seconds, and what is shown from the tenths of minutes that problems hold, are the same words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration } from '../../../src/lib/i18n/numbers.ts';
import { tripMinutes } from '../../../src/lib/model/travel/travel-times.ts';
import { textsOf } from '../house/source-files.ts';
import { draws } from '../../draws.ts';

describe('the time of a trip', () => {
  it('is written alike from its seconds and from the minutes of a problem, whatever the trip', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 * 3600 }), (seconds) => {
        const inProblem = JSON.parse(JSON.stringify(tripMinutes(seconds))) as number;
        expect(duration(tripMinutes(seconds))).toBe(duration(inProblem));
        expect(duration(Math.round(inProblem))).toBe(duration(tripMinutes(seconds)));
        expect(Math.abs(inProblem - seconds / 60)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
      { seed: 7, numRuns: draws() }
    );
    expect([duration(tripMinutes(747)), duration(12.5)]).toEqual(['13\u00a0min', '13\u00a0min']);
  });

  it('is rounded nowhere else in pages, figures and problems', () => {
    // The clock of a timetable, and the time that a download still takes, are no trips.
    const others = /transit-times\.ts$|territory\/words\.ts$|model\/travel\/travel-times\.ts$/;
    const rounded = [...textsOf('src/lib')]
      .filter(([path, text]) => !others.test(path) && /econds \/ 60?\b/.test(text))
      .map(([path]) => path);
    expect(rounded).toEqual([]);
  });
});
