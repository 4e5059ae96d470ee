import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { planMeetings, readMeetings } from '../../../../src/lib/engines/meetings/index.ts';
import type { ConflictRule } from '../../../../src/lib/model/meetings/meeting-rules.ts';
import { minimalConflict } from '../../../../src/lib/algorithms/minimal-conflict.ts';
import { withRules } from '../../../../src/lib/engines/meetings/plan/conflict.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { conflictWords } from '../../../../scripts/meetings/words.ts';
import { byBruteForce, tinyProblem } from './tiny.ts';
import { draws } from '../../../draws.ts';

const RUNS = draws();
let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

describe('why a year is impossible', () => {
  it('is always told, of one team or of several, and never of a year that is possible', async () => {
    const seen = { alone: 0, together: 0, possible: 0 };
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const { status, conflict } = await planMeetings(problem, {
          seconds: 0.01,
          solver: () => Promise.resolve(solver)
        });
        const best = byBruteForce(problem);
        expect(status).toBe(best === null ? 'infeasible' : 'planned');
        if (best !== null) return void (seen.possible += 1);
        expect(conflict.length).toBeGreaterThan(0);
        const joint = conflict.some(({ rule }) => rule === 'coordinator' || rule === 'two-places');
        seen[joint ? 'together' : 'alone'] += 1;
      }),
      { numRuns: draws(3) }
    );
    expect(seen.alone).toBeGreaterThan(0);
    // Years that only several teams make impossible are rare in a draw: SOAK=400 meets some.
    if (RUNS >= 400) expect(seen.together).toBeGreaterThan(0);
    expect(seen.possible).toBeGreaterThan(0);
  });

  it('tells that a team meets once a day at most, where its band allows no day between two meetings', async () => {
    const document = (meetings: number) => ({
      calendar: ['2026-09-07', '2026-09-08'],
      teams: [
        { id: 'A', coordinator: 'k', meetings, commune: 'A', members: [{ partner: 'p' }], band: [0, 0] }
      ],
      coordinators: [{ id: 'k', commune: 'A' }],
      minutes: {}
    });
    const { status, conflict } = await planMeetings(readMeetings(document(2)).problem, { seconds: 0.01 });
    expect(status).toBe('infeasible');
    expect(conflict.map(conflictWords)).toEqual([
      'A : aucun jour entre deux réunions, alors qu’une équipe se réunit au plus une fois par jour'
    ]);
    const once = await planMeetings(readMeetings(document(1)).problem, { seconds: 0.01 });
    expect(once.status).toBe('planned');
    for (const file of ['docs/reunions.md', 'scripts/meetings.ts'])
      expect(readFileSync(file, 'utf8')).toMatch(/une équipe se réunit au plus une fois par jour/i);
  });

  it('names a smallest set: with these rules only a team still cannot meet, and without any of them it can', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const { conflict } = await planMeetings(problem, { seconds: 0.01 });
        const joint = conflict.some(({ rule }) => rule === 'coordinator' || rule === 'two-places');
        const [one] = conflict.flatMap((rule) => ('team' in rule ? [rule.team] : []));
        if (joint || one === undefined || conflict[0]?.rule === 'calendar') return;
        told += 1;
        const team = problem.teams.find(({ id }) => id === one)!;
        const possible = (rules: readonly ConflictRule[]) => {
          const some = withRules(problem, [team], rules);
          const spare = (id: string) => ({
            ...team,
            id,
            coordinator: id,
            meetings: 1,
            members: [],
            quorum: {}
          });
          return (
            byBruteForce({
              ...some,
              teams: [...some.teams, spare('x'), spare('y')],
              calendar: problem.calendar,
              away: some.away.filter(({ who }) => !who.startsWith('room:') || who === `room:${team.commune}`)
            }) !== null
          );
        };
        expect(possible(conflict)).toBe(false);
        for (const rule of conflict) expect(possible(conflict.filter((other) => other !== rule))).toBe(true);
      }),
      { numRuns: draws(2) }
    );
    expect(told).toBeGreaterThan(0);
  });

  it('is a smallest set for any rules that clash by threes', () => {
    const triples = fc.array(fc.uniqueArray(fc.nat(11), { minLength: 3, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(triples, (clashes) => {
        const holds = (rules: readonly number[]) =>
          !clashes.some((clash) => clash.every((rule) => rules.includes(rule)));
        const found = minimalConflict(
          Array.from({ length: 12 }, (_, i) => i),
          holds
        );
        expect(holds(found)).toBe(false);
        for (const rule of found) expect(holds(found.filter((other) => other !== rule))).toBe(true);
      })
    );
  });
});
