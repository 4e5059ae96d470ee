import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkAgenda, planAgenda } from '../../../../src/lib/engines/agenda/index.ts';
import { bruteForce, smallProblems } from './agendas.ts';
import { draws } from '../../../draws.ts';

const RUNS = { numRuns: draws(), seed: 32 };

it('no agenda does better, on every figure in its order: 200 small cases, all agendas tried', () => {
  fc.assert(
    fc.property(smallProblems(4), (problem) => {
      const { over, longest, reviews, balance, bound } = planAgenda(problem);
      expect({ over, longest, reviews, balance }).toEqual(bruteForce(problem));
      expect(bound).toEqual({ over, longest });
    }),
    RUNS
  );
});

it('an agenda passes the checker, and the order of rows changes nothing', () => {
  fc.assert(
    fc.property(smallProblems(9), (problem) => {
      const agenda = planAgenda(problem);
      expect(checkAgenda(problem, agenda)).toEqual([]);
      const turned = {
        ...problem,
        meetings: problem.meetings.toReversed(),
        situations: problem.situations.toReversed()
      };
      expect(planAgenda(turned)).toEqual(agenda);
    }),
    RUNS
  );
});
