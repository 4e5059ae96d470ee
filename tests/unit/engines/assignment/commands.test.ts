// npm run split: a result on standard output, an end with a code, one clear line when there is none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { split } from '../../../../scripts/split.ts';
import { runIn } from '../../../fixtures/command.ts';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import { checkResult } from '../../../../src/lib/engines/proof/check.ts';
import { buildProblem, factsOf, unitSchools } from '../../../../src/lib/engines/assignment/index.ts';
import { todayPlan } from '../../../../src/lib/model/assignment/assignment-file.ts';
import {
  DEFAULT_ASSIGNMENT_SETTINGS,
  type CommuneCriteria
} from '../../../../src/lib/model/assignment/settings.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { smallSplit } from '../../../fixtures/service.ts';
import type { AssignmentResult } from '../../../../src/lib/model/plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'split-'));
const at = (name: string) => join(folder, name);
const file = syntheticProblem(5, { units: 20, referents: 4, tolerance: 0.2, coordinators: 2 });

const run = (...args: string[]) => runIn(split, ...args);

beforeAll(() => {
  const { units, referents, minutes } = file;
  writeFileSync(
    at('good.json'),
    `\uFEFF${JSON.stringify({ ...file, coordinatorTolerance: 0.1, colour: 'red' })}`
  );
  const pins = [['U001', 'R001'], ['U001', 'R002']]; // prettier-ignore
  writeFileSync(at('contradiction.json'), JSON.stringify({ units, referents, minutes, pins }));
  writeFileSync(
    at('short.json'),
    JSON.stringify({ units, referents, minutes: minutes.slice(1), tolerance: -1 })
  );
  writeFileSync(at('cut.json'), '{"units": [');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run split', () => {
  it('writes a proven plan, and remarks what it did not know', async () => {
    const { status, stdout, lines } = await run(at('good.json'), '--start', 'heuristic', '--seconds', '20');
    const answer = JSON.parse(stdout) as AssignmentResult;
    expect([status, answer.status, answer.gap]).toEqual([0, 'optimal', 0]);
    expect(Object.keys(answer)).toEqual([
      'status',
      'objective',
      'bound',
      'gap',
      'seconds',
      'assignment',
      'loads'
    ]);
    expect(checkResult({ ...file, coordinatorTolerance: 0.1 }, answer)).toEqual([]);
    expect(lines.join()).toContain('la clé « colour » n’est pas connue');
  });

  it('gives a commune that keeps its own criteria whole to one referent, as the page does', async () => {
    const settings = { ...DEFAULT_ASSIGNMENT_SETTINGS, contiguous: false, tolerance: 1 };
    const problemBy = (communeCriteria: CommuneCriteria) => {
      const schools = unitSchools(smallSplit, factsOf(smallDashboard.schools), settings);
      return buildProblem(smallSplit, schools, todayPlan(smallSplit), { ...settings, communeCriteria });
    };
    const answers: AssignmentResult[] = [];
    const tried: CommuneCriteria[] = [{}, { '10001': ['commune'] }];
    for (const communeCriteria of tried) {
      const problem = problemBy(communeCriteria);
      writeFileSync(at('communes.json'), JSON.stringify(problem));
      const { status, stdout } = await run(at('communes.json'));
      const answer = JSON.parse(stdout) as AssignmentResult;
      expect([status, answer.status, checkResult(problem, answer)]).toEqual([0, 'optimal', []]);
      answers.push(answer);
    }
    const [alone, together] = answers as [AssignmentResult, AssignmentResult];
    expect(Object.keys(alone.assignment!)).toHaveLength(3);
    expect(Object.keys(together.assignment!)).toHaveLength(2);
    expect(together.objective!).toBeGreaterThanOrEqual(alone.objective!);
  });

  it('ends with 1 when rules contradict one another: names them, and the nearest plan', async () => {
    const { status, stdout, lines } = await run(at('contradiction.json'));
    const { status: told, conflict, relaxed } = JSON.parse(stdout) as AssignmentResult;
    expect([status, told, conflict?.length]).toEqual([1, 'infeasible', 2]);
    expect(Object.keys(relaxed!.assignment)).toHaveLength(20);
    expect(lines).toContain('  U001 fixée à R001');
    expect(lines.some((line) => line.startsWith('  sans la règle : U001 fixée'))).toBe(true);
  });

  it('ends with 2 and a line for each cause when the file cannot be used', async () => {
    const short = await run(at('short.json'));
    expect([short.status, short.stdout, short.lines]).toEqual([
      2,
      '',
      [
        'short.json, colonne « minutes » : les durées forment un tableau de 3 × 20, attendu 4 × 20 (référents × unités). Donnez une ligne par référent et une colonne par unité, dans leur ordre.',
        'short.json, colonne « tolerance » : nombre incorrect : attendu ≥ 0, trouvé -1. Écrivez un nombre sans guillemets ni unité, avec un point.'
      ]
    ]);
    const cut = await run(at('cut.json'));
    expect([cut.status, cut.stdout, cut.lines.length]).toEqual([2, '', 1]);
  });
});
