// What the range promises, on territories whose next year is known: eight counts out of ten fall inside.
import { describe, expect, it } from 'vitest';
import { forecast } from '../../../../src/lib/engines/demand/index.ts';
import { COMMUNES, HYPOTHESES, KNOWN_YEARS, syntheticTerritory, type Hypothesis } from './synthetic.ts';

const SERIES = 600;
const TERRITORIES = Math.ceil(SERIES / COMMUNES);
const years = Array.from({ length: KNOWN_YEARS }, (_, at) => 2021 + at);

/** One territory: its forecast of the next years, and what came. */
function tried(seed: number, hypothesis: Hypothesis) {
  const counts = syntheticTerritory(seed, hypothesis, KNOWN_YEARS + 3);
  const series = counts.map((values, at) => ({ id: String(at), values: values.slice(0, KNOWN_YEARS) }));
  const found = forecast({ years, series }, { horizon: 3 });
  const came = (id: string, ahead: number) => counts[Number(id)]![KNOWN_YEARS + ahead - 1]!;
  return {
    found,
    came,
    total: (ahead: number) => counts.reduce((sum, row) => sum + row[KNOWN_YEARS + ahead - 1]!, 0)
  };
}
const share = (hits: readonly boolean[]) => hits.filter(Boolean).length / hits.length;
const seeds = (hypothesis: number, count = TERRITORIES) =>
  Array.from({ length: count }, (_, at) => 1 + hypothesis * 1000 + at);
const name = ({ growth, own, shared }: Hypothesis) => `${growth} growth, shocks ${own} and ${shared}`;

describe.each(HYPOTHESES.map((hypothesis, at) => ({ name: name(hypothesis), hypothesis, at })))(
  'on 600 synthetic series of $name',
  ({ hypothesis, at }) => {
    const runs = seeds(at).map((seed) => tried(seed, hypothesis));

    it('the range of 80 % holds between 75 and 85 % of the counts', () => {
      const hits = runs.flatMap(({ found, came }) =>
        found.series.map(({ id, next }) => next![0]!.low <= came(id, 1) && came(id, 1) <= next![0]!.high)
      );
      expect(hits.length).toBeGreaterThanOrEqual(SERIES);
      expect(share(hits)).toBeGreaterThanOrEqual(0.75);
      expect(share(hits)).toBeLessThanOrEqual(0.85);
    });

    it('the back-test announces about that coverage', () => {
      const announced = runs.map(({ found }) => found.backtest.coverage!);
      const mean = announced.reduce((sum, one) => sum + one, 0) / announced.length;
      expect(mean).toBeGreaterThan(0.72);
      expect(mean).toBeLessThan(0.86);
    });

    it('the method errs less than announcing the same as last year', () => {
      const errors = (of: (id: string, run: (typeof runs)[number]) => number) =>
        runs.reduce((sum, run) => sum + run.found.series.reduce((all, { id }) => all + of(id, run), 0), 0);
      const ours = errors((id, { found, came }) =>
        Math.abs(found.series.find((one) => one.id === id)!.next![0]!.value - came(id, 1))
      );
      const same = errors((id, { came }) => Math.abs(came(id, 0) - came(id, 1)));
      expect(ours).toBeLessThan(same);
    });
  }
);

it('the range of the total holds between 75 and 85 % of 600 totals, and widens with the years', () => {
  const runs = HYPOTHESES.flatMap((hypothesis, at) =>
    seeds(at, SERIES / HYPOTHESES.length).map((seed) => tried(seed, hypothesis))
  );
  expect(runs).toHaveLength(SERIES);
  const within = (ahead: number) =>
    share(
      runs.map(({ found, total }) => {
        const point = found.total.next![ahead - 1]!;
        return point.low <= total(ahead) && total(ahead) <= point.high;
      })
    );
  expect(within(1)).toBeGreaterThanOrEqual(0.75);
  expect(within(1)).toBeLessThanOrEqual(0.85);
  for (const ahead of [2, 3]) expect(within(ahead)).toBeGreaterThan(0.72);
  for (const { found } of runs) {
    const widths = found.total.next!.map(({ low, high }) => high - low);
    expect(widths[1]).toBeGreaterThan(widths[0]!);
    expect(widths[2]).toBeGreaterThan(widths[1]!);
  }
});
