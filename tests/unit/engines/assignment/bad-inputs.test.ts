// What cannot be meant is explained in French, with the way to fix it, and still gets the nearest plan: nothing is lost.
import { beforeAll, describe, expect, it } from 'vitest';
import { readProblem } from '../../../../src/lib/engines/assignment/problem/read-problem.ts';
import { checkResult } from '../../../../src/lib/engines/proof/check.ts';
import { solveAssignment } from '../../../../src/lib/engines/assignment/solve-assignment.ts';
import {
  findingCodes,
  findingSentence,
  findingSentenceIn,
  wordsIn
} from '../../../../src/lib/i18n/findings/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { AssignmentResult, ProblemFile } from '../../../../src/lib/model/plan.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { readPlanFile, writePlanFile } from '../../../../src/lib/storage/assignment-file.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const units = [9, 12, 10, 11, 8, 10].map((workload, i) => ({ id: `u${i}`, workload, pupils: 10, visits: 1, lat: 50, lon: i })); // prettier-ignore
const referents = ['a', 'b', 'c'].map((id, j) => ({ id, fte: 1, base: { lat: 50, lon: 2 * j } }));
const minutes = referents.map((_, j) => units.map((_, i) => 5 + 4 * Math.abs(i - 2 * j)));
const good = { units, referents, minutes, tolerance: 0.2 };

/** Codes of a kind that do not say what to do. */
const silent = (kind: RegExp) =>
  findingCodes().filter((code) => kind.test(code) && !wordsIn('fr', code)?.fix);

/** What is said of the file, and the answer to it, borne out by the checker. */
function told(changes: object): { sentences: string[]; found: AssignmentResult; problem: ProblemFile } {
  const { problem, findings } = readProblem({ ...good, ...changes }, 'p.json');
  const found = solveAssignment(solver, problem, { seconds: 5 });
  expect(checkResult(problem, found)).toEqual([]);
  return { sentences: findings.map(findingSentence), found, problem };
}
const everyone = ({ found }: ReturnType<typeof told>) =>
  Object.keys((found.relaxed ?? found).assignment).length;

describe('a problem that can hardly have been meant says where, what and how to fix it, and gets a plan', () => {
  it('nothing to say of a sound one', () => {
    const { sentences, found } = told({});
    expect([sentences, found.status]).toEqual([[], 'optimal']);
  });

  it('a base without coordinates: the durations alone decide', () => {
    const one = told({ referents: [{ id: 'a', fte: 1, base: { lat: 50 } }, ...referents.slice(1)] });
    expect(one.sentences).toEqual([expect.stringMatching(/^p\.json, colonne « referents » : la base de a n’a pas de coordonnées.*Ajoutez lat et lon/)]); // prettier-ignore
    expect([one.found.status, everyone(one)]).toEqual(['optimal', 6]);
  });

  it('a post without working time: it gets no school, and the others share them', () => {
    const one = told({ referents: [...referents.slice(0, 2), { ...referents[2], fte: 0 }] });
    expect(one.sentences).toEqual([
      expect.stringMatching(/c n’a pas de temps de travail.*Donnez-lui un temps/)
    ]);
    expect([one.found.status, everyone(one), one.found.loads.c]).toEqual(['optimal', 6, 0]);
  });

  it('a tolerance of zero: what stands in the way is named, and the least tolerance that works is offered', () => {
    const one = told({ tolerance: 0, units: [...units.slice(0, 5), { ...units[5], workload: 11 }] });
    expect(one.sentences).toEqual([
      expect.stringMatching(/colonne « tolerance ».*tolérance de zéro.*Essayez 0,05/)
    ]);
    expect(one.found.conflict?.every(({ rule }) => rule === 'tolerance' || rule === 'assigned')).toBe(true);
    expect(one.found.relaxed!.tolerance).toBeGreaterThan(0);
    expect(everyone(one)).toBe(6);
  });

  it('more pins than a referent can carry: they are named, and the least that must give way', () => {
    const one = told({ pins: ['u0', 'u1', 'u2', 'u3'].map((id) => [id, 'a']) });
    expect(one.sentences).toEqual([
      expect.stringMatching(/colonne « pins ».*a, 42 min, au plus 24 min.*Libérez une unité/)
    ]);
    expect(one.found.conflict?.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['pin', 'tolerance']));
    expect(everyone(one)).toBe(6);
  });

  it('a unit larger than any target: it is named with its size, and still placed', () => {
    const one = told({ units: [{ ...units[0], workload: 90 }, ...units.slice(1)] });
    expect(one.sentences).toEqual([
      expect.stringMatching(/colonne « units ».*u0, 90 min, au plus 56 min.*Découpez-la/)
    ]);
    expect(one.found.status).toBe('infeasible');
    expect(everyone(one)).toBe(6);
  });

  it('all bases in one place: loads alone decide, and it is said', () => {
    const one = told({ referents: referents.map((post) => ({ ...post, base: { lat: 50, lon: 3 } })), minutes: minutes.map(() => minutes[0]!) }); // prettier-ignore
    expect(one.sentences).toEqual([
      expect.stringMatching(/les 3 bases sont au même endroit.*Vérifiez les coordonnées/)
    ]);
    expect([one.found.status, everyone(one)]).toEqual(['optimal', 6]);
  });

  it('an unknown school in a rule: the rule is left aside, the others hold', () => {
    const one = told({ pins: [['u9', 'a'], ['u5', 'a']] }); // prettier-ignore
    expect(one.sentences).toEqual([
      expect.stringMatching(/colonne « pins\[0\] ».*u9 n’est ni une unité.*corrigez le nom/)
    ]);
    expect(one.found.assignment.u5).toBe('a');
  });

  it('every remark on a problem says what to do', () => {
    expect(silent(/^split-/)).toEqual([]);
  });
});

describe('a plan file that is not of here', () => {
  const known = { territory: '245901160', schools: ['0590001A'], posts: ['Référent 1'], coordinators: [] };
  const text = writePlanFile(known.territory, {
    ...{ name: 'Un plan', made: null, settings: {} },
    plan: { referents: { '0590001A': 'Référent 1' }, coordinators: {} }
  });
  it.each([
    ['of another territory', text.replace('245901160', '200000000'), /autre territoire.*200000000.*245901160.*Ouvrez-le sur le site de son territoire/, /200000000.*245901160/],
    ['of another version', text.replace('"version": 1', '"version": 7'), /autre version « 7 ».*lit la version 1.*mettez ce site à jour/, /version.*7.*1/],
    ['of a school that nobody knows', text.replace('0590001A', '0599999Z'), /aucune ligne de cette répartition ne donne une école d’ici/, /school/]
  ])('%s is refused in French and in English, and leaves the plan on screen', (_, file, french, english) => {
    const { plan, findings } = readPlanFile(file, known);
    expect(plan).toBeNull();
    const [finding] = findings;
    expect(findingSentence(finding!).replace(/[\u00a0\u202f]/g, ' ')).toMatch(french);
    expect(findingSentenceIn('en', finding!)).toMatch(english);
  }); // prettier-ignore

  it('every remark says what to do', () => {
    expect(silent(/^plan-/)).toEqual([]);
  });
});
