// The marks of posts on their line: none covers another, none leaves the line, each stays near its deviation.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apart, loadMarks } from '$lib/features/today/load-marks.ts';

it('marks stay where they want while they have room', () => {
  expect(apart([10, 50, 90], 22, 100)).toEqual([10, 50, 90]);
});

it('marks at one place are shared around it', () => {
  expect(apart([50, 50, 50], 20, 100)).toEqual([30, 50, 70]);
});

it('marks never cover one another, keep their order, and stay on the line', () => {
  const WIDTH = 280;
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: WIDTH, noNaN: true }), { minLength: 1, maxLength: 12 }),
      (all) => {
        const wanted = all.toSorted((a, b) => a - b);
        const places = apart(wanted, 22, WIDTH);
        expect(places.length).toBe(wanted.length);
        places.forEach((at, i) => {
          expect(at).toBeGreaterThanOrEqual(-1e-9);
          expect(at).toBeLessThanOrEqual(WIDTH + 1e-9);
          if (i > 0) expect(at - places[i - 1]!).toBeGreaterThanOrEqual(22 - 1e-9);
        });
      }
    )
  );
});

it('a post keeps the colour of its rank in the file, and its number', () => {
  const posts = [
    { id: 'Référent 8', deviation: -0.2 },
    { id: 'Référent 1', deviation: 0.2 }
  ];
  const order = Array.from({ length: 8 }, (_, i) => `Référent ${i + 1}`);
  const marks = loadMarks(posts, order, { width: 280, side: 20, tolerance: 0.1 });
  expect(marks.map(({ color, number }) => [color, number])).toEqual([
    [2, '8'],
    [1, '1']
  ]);
});
