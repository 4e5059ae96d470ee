// A plan is placed among plans drawn at random by the same measure: no bar is lost, and today's plan is told to be out of balance.
import { describe, expect, it } from 'vitest';
import { demonstrationProblem } from '../../../../fixtures/synthetic/demonstration-problem.ts';
import { compileProblem, solveAssignment } from '../../../../../src/lib/engines/assignment/index.ts';
import { drawPlans } from '../../../../../src/lib/engines/proof/index.ts';
import { fewer, histogramOf, marksOf } from '../../../../../src/lib/features/sectors/proof/among-plans.ts';
import { bootHighs } from '../../../../../src/lib/solver/highs.ts';

describe('the histogram of plans drawn', () => {
  it('counts every plan once, in bars of a round width, and reaches the marks outside them', () => {
    const minutes = Array.from({ length: 5000 }, (_, k) => 800 + 400 * Math.abs(Math.sin(k * k)));
    const { counts, from, to, start, width, ticks, most } = histogramOf(minutes, [620, 1500]);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(5000);
    expect(most).toBe(Math.max(...counts));
    expect([from, to]).toEqual([620, 1500]);
    expect(start % width).toBe(0);
    expect(counts.length).toBeLessThanOrEqual(38);
    counts.forEach((count, b) => {
      const inside = minutes.filter((one) => one >= start + b * width && one < start + (b + 1) * width);
      expect(inside).toHaveLength(count);
    });
    for (const tick of ticks) expect([tick % 60, tick >= from && tick <= to]).toEqual([0, true]);
    expect(ticks.length).toBeGreaterThan(1);
  });

  it('holds when all plans drawn need the same travel', () => {
    expect(histogramOf([600, 600, 600])).toMatchObject({ counts: [3], most: 3 });
  });

  it('counts the plans that need less travel than a mark, and not those that need as much', () => {
    expect(fewer([1, 2, 3, 3, 4], 3)).toBe(2);
  });
});

const demonstration = demonstrationProblem();

describe.skipIf(demonstration === null)('plans of the demonstration', () => {
  const { file, problem, schools } = demonstration ?? ({} as NonNullable<typeof demonstration>);
  const coordinators = {};

  it('are marked by the measure of the plans drawn; today is out of balance, the best one is not', async () => {
    const found = solveAssignment(await bootHighs(), problem, { seconds: 20 });
    const best = Object.fromEntries(
      problem.units.map(({ id, schools: [uai] }) => [uai!, found.assignment[id]!])
    );
    const [today, proposed, ...others] = marksOf(problem, [
      ['today', { referents: file.assignment, coordinators }],
      ['screen', { referents: best, coordinators }]
    ]);
    expect(others).toEqual([]);
    expect(today).toMatchObject({ id: 'today', isBalanced: false });
    expect(proposed).toMatchObject({ isBalanced: true, minutes: found.objective! / 10 });
    const drawn = drawPlans(compileProblem(problem), { plans: 200 });
    if (drawn.status !== 'drawn') throw new Error(drawn.status);
    expect(
      fewer(
        drawn.objectives.map((tenths) => tenths / 10),
        proposed!.minutes
      )
    ).toBe(0);
  });

  it('get no mark while a school has no referent', () => {
    const { [schools[0]!.uai]: _, ...referents } = file.assignment;
    expect(marksOf(problem, [['screen', { referents, coordinators }]])).toEqual([]);
  });
});
