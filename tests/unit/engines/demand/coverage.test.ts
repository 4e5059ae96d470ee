// What the range promises, on territories whose next years are known: eight counts out of ten fall inside, whatever the growth does.
import { describe, expect, it } from 'vitest';
import { forecast } from '../../../../src/lib/engines/demand/index.ts';
import {
  FEW,
  HIDING,
  HYPOTHESES,
  KNOWN_YEARS,
  nameOf,
  STRONG,
  knownTable,
  syntheticTerritory,
  type Hypothesis
} from './synthetic.ts';

const TERRITORIES = 60;
const AHEAD = 3;
/** Counts of one series move together: fewer of them are as many draws as there are territories. */
const LEAST = { series: 0.78, oneSeries: 0.72, total: 0.76 };

/** One territory: its forecast of the next years, and what came. */
function tried(seed: number, hypothesis: Hypothesis) {
  const counts = syntheticTerritory(seed, hypothesis, AHEAD);
  const table = knownTable(seed, hypothesis, counts);
  const found = forecast(table, { horizon: AHEAD });
  const came = (id: string, ahead: number) => counts[Number(id)]![table.years.length + ahead - 1]!;
  const shown = found.series.filter(({ next }) => next !== null);
  const whole = (ahead: number) => shown.reduce((sum, { id }) => sum + came(id, ahead), 0);
  const holds = (next: NonNullable<(typeof found.series)[number]['next']>, ahead: number, count: number) =>
    next[ahead - 1]!.low <= count && count <= next[ahead - 1]!.high;
  return {
    counts,
    found,
    came,
    series: (ahead: number) => shown.map(({ id, next }) => holds(next!, ahead, came(id, ahead))),
    total: (ahead: number) => (found.total.next ? [holds(found.total.next, ahead, whole(ahead))] : [])
  };
}
const share = (hits: readonly boolean[]) => hits.filter(Boolean).length / hits.length;
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const runsOf = (hypothesis: Hypothesis, at: number) =>
  Array.from({ length: TERRITORIES }, (_, run) => tried(1 + at * 1000 + run, hypothesis));

const GROUPS = {
  'many counts': HYPOTHESES,
  'hidden counts': HIDING,
  'strong growth': STRONG,
  'few counts': FEW
};

describe.each(Object.entries(GROUPS))('%s', (_, hypotheses) => {
  const all = hypotheses.map((hypothesis, at) => ({ hypothesis, runs: runsOf(hypothesis, at) }));

  it.each(all.map(({ hypothesis, runs }) => ({ name: nameOf(hypothesis), hypothesis, runs })))(
    'the range of a series holds its next counts as often as it says: $name',
    ({ hypothesis, runs }) => {
      const least = hypothesis.communes === 1 ? LEAST.oneSeries : LEAST.series;
      for (const ahead of [1, 2, 3]) {
        const held = share(runs.flatMap(({ series }) => series(ahead)));
        expect(held, `${ahead} years ahead`).toBeGreaterThanOrEqual(least);
      }
      // Nor is it so wide that it says nothing.
      expect(share(runs.flatMap(({ series }) => series(1)))).toBeLessThanOrEqual(0.93);
    }
  );

  it('the range of the total holds as often as it says, however growth goes on', () => {
    for (const growth of ['steady', 'fading', 'stopping', 'random']) {
      const runs = all.filter(({ hypothesis }) => hypothesis.growth === growth).flatMap((one) => one.runs);
      for (const ahead of [1, 2, 3]) {
        const held = share(runs.flatMap(({ total }) => total(ahead)));
        expect(held, `${growth}, ${ahead} years ahead`).toBeGreaterThanOrEqual(LEAST.total);
      }
    }
  });

  it('the back-test announces about the coverage that follows', () => {
    for (const { hypothesis, runs } of all) {
      const announced = runs.flatMap(({ found }) => found.backtest.coverage ?? []);
      if (announced.length === 0) continue;
      const held = share(runs.flatMap(({ series }) => series(1)));
      expect(Math.abs(mean(announced) - held), nameOf(hypothesis)).toBeLessThan(0.08);
    }
  });
});

it.each(
  HYPOTHESES.map((hypothesis, at) => ({ hypothesis, at }))
    .filter(({ hypothesis }) => hypothesis.growth !== 'stopping')
    .map((one) => ({ name: nameOf(one.hypothesis), ...one }))
)('the method errs less than announcing the same as last year: $name', ({ hypothesis, at }) => {
  const runs = runsOf(hypothesis, at);
  const missed = (announced: (run: (typeof runs)[number], id: string) => number) =>
    mean(
      runs.flatMap((run) => run.found.series.map(({ id }) => Math.abs(announced(run, id) - run.came(id, 1))))
    );
  const ours = missed(({ found }, id) => found.series.find((one) => one.id === id)!.next![0]!.value);
  const same = missed(({ counts }, id) => counts[Number(id)]![KNOWN_YEARS - 1]!);
  expect(ours).toBeLessThan(same);
});

it('the range of a total widens with the years', () => {
  for (const [at, hypothesis] of HYPOTHESES.entries())
    for (const { found } of runsOf(hypothesis, at).slice(0, 10)) {
      const widths = found.total.next!.map(({ low, high }) => high - low);
      expect(widths[1]).toBeGreaterThan(widths[0]!);
      expect(widths[2]).toBeGreaterThan(widths[1]!);
    }
});
