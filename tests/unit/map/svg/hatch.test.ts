// Hatching is lines, so that paper keeps it sharp and light.
import { describe, expect, it } from 'vitest';
import { hatchLines } from '../../../../src/lib/map/svg/Hatch.svelte';

describe('the hatching of a shape', () => {
  it('crosses its box from edge to edge, never beyond', () => {
    expect(hatchLines('M0 0L10 0L10 10L0 10Z', 5)).toBe('M0 5L5 0M0 10L10 0M5 10L10 5');
    for (const line of hatchLines('M-3.5 2.1L40.2 2.1L18 33.3Z', 7).split('M').slice(1)) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.split(/[ L]/).map(Number);
      expect(x1 + y1).toBeCloseTo(x2 + y2, 0);
      expect([x1, x2].every((x) => x >= -3.5 && x <= 40.2)).toBe(true);
      expect([y1, y2].every((y) => y >= 2.05 && y <= 33.35)).toBe(true);
    }
  });

  it('runs on from a shape to its neighbour', () => {
    const sums = (d: string) =>
      [...hatchLines(d, 7).matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map(
        ([, x, y]) => (Number(x) + Number(y)) % 7
      );
    expect(
      [...sums('M3 3L30 3L30 30L3 30Z'), ...sums('M31 5L60 5L60 29L31 29Z')].every((sum) => sum === 0)
    ).toBe(true);
  });

  it('of nothing is nothing', () => {
    expect(hatchLines('', 5)).toBe('');
  });
});
