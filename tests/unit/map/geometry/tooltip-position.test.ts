// A tooltip does not hide what it is about.
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../../src/lib/map/geometry/polygons.ts';
import { tooltipPosition } from '../../../../src/lib/map/geometry/tooltip-position.ts';

describe('places', () => {
  it('are never under their own tooltip when there is room beside them', () => {
    const size = { width: 160, height: 60 };
    const frame = { width: 500, height: 600 };
    for (const place of [
      { left: 0, top: 0, right: 120, bottom: 200 },
      { left: 380, top: 500, right: 500, bottom: 600 },
      { left: 0, top: 200, right: 500, bottom: 300 }
    ]) {
      const { left, top } = tooltipPosition(place, size, frame);
      expect(overlap(place, { left, top, right: left + size.width, bottom: top + size.height })).toBe(false);
      expect(left >= 0 && top >= 0 && left + size.width <= 500 && top + size.height <= 600).toBe(true);
    }
  });
});
