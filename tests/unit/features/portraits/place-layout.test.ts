// The small map of a portrait.
import { describe, expect, it } from 'vitest';
import { spreadNumbers } from '../../../../src/lib/features/portraits/map/place-layout.ts';

describe('numbers on a small map', () => {
  it('keep apart and inside, even at the same place', () => {
    const crowd = Array.from({ length: 12 }, (_, at) => ({ number: at + 1, at: [5, 5] as const }));
    const drawn = spreadNumbers(crowd, 12, 200, 150);
    for (const [i, a] of drawn.entries()) {
      expect(a.drawn[0]).toBeGreaterThanOrEqual(6);
      for (const b of drawn.slice(i + 1))
        expect(Math.hypot(a.drawn[0] - b.drawn[0], a.drawn[1] - b.drawn[1])).toBeGreaterThan(9);
    }
    expect(spreadNumbers(crowd, 12, 200, 150)).toEqual(drawn);
  });
});
