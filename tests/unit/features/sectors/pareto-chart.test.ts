// Chart of the trade-offs: each plan stands at its own travel.
import * as Plot from '@observablehq/plot';
import { expect, it } from 'vitest';
import { paretoChart } from '$lib/features/sectors/search/pareto-chart';

it('22 h 07 and 22 h 55 stand at two heights', () => {
  const at = (travel: number) => ({ travel, maxDeviation: 0.1, pupilsMoved: 0 });
  const words = { road: '', deviation: '', weekly: String, percent: String };
  const { y } = paretoChart([at(1327), at(1375)], at(1400), words, { width: 400, height: 300 });
  const scale = Plot.scale({ y });
  expect(scale?.type).toBe('linear');
  expect(scale?.domain).toEqual([1320, 1410]);
  expect(scale?.apply(1327)).not.toBe(scale?.apply(1375));
});
