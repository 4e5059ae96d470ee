// Maps of a story: their text is read from the back of the room, and two steps stand on a sheet.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slideSize } from '../../../../src/lib/features/council/slide-size.ts';
import { draws } from '../../../draws.ts';

/** What the screen leaves to a projected map, as the slide's styles say it. */
const SHARE = 0.82;
/** Smallest text of a map, in its own pixels, and smallest on a projected screen. */
const DRAWN = 11;
const READ = 12;
const MM = 96 / 25.4;

it('a projected map has no text under 12 pixels, from 720 lines on, and fills its place', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 720, max: 2160 }),
      fc.double({ min: 0.62, max: 1.6, noNaN: true }),
      (screen, ratio) => {
        const width = Math.round((screen * 16 * 0.5) / 9);
        const size = slideSize({ width, screen, still: false, ratio });
        const scale = Math.min(width / size.width, (SHARE * screen) / size.height);
        expect(DRAWN * scale).toBeGreaterThanOrEqual(READ - 0.1);
        expect(size.width * scale).toBeGreaterThan(0.97 * width);
      }
    ),
    { seed: 30, numRuns: draws() }
  );
});

it('two steps stand on an A4 sheet, and their text is of 6 points at least', () => {
  for (const ratio of [0.62, 0.75, 1, 1.6])
    for (const width of [0, 528]) {
      const size = slideSize({ width, screen: 900, still: true, ratio });
      const printed = 0.6 * 186 * MM;
      const scale = printed / size.width;
      expect(size.height * scale).toBeLessThan((0.5 * 260 - 14) * MM);
      expect(DRAWN * scale * 0.75).toBeGreaterThan(6);
    }
});
