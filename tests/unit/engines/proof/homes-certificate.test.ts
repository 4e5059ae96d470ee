// The road to homes in a certificate: where families live farther, or are visited once more, the optimum that a checker without solver accepts is longer by just that.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { check } from '../../../../scripts/check.ts';
import { split } from '../../../../scripts/split.ts';
import {
  buildProblem,
  factsOf,
  roadDemand,
  unitSchools
} from '../../../../src/lib/engines/assignment/index.ts';
import type { AssignmentFile } from '../../../../src/lib/model/assignment/assignment-file.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS as USUAL } from '../../../../src/lib/model/assignment/settings.ts';
import type { AssignmentResult } from '../../../../src/lib/model/plan.ts';
import { runIn } from '../../../fixtures/command.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { smallSplit } from '../../../fixtures/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'homes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

/** Three visits a week to each school of ten children. */
const VISITS = (3 * 36) / 10 / 10;
const settings = {
  ...USUAL,
  ...{ contiguous: false, tolerance: 1, measure: 'workload' as const },
  workload: { ...USUAL.workload, visitsPerMonth: VISITS }
};
const CHANGED = '0000002B';
const withSchool = (part: Partial<AssignmentFile['schools'][number]>): AssignmentFile => ({
  ...smallSplit,
  schools: smallSplit.schools.map((school) => ({
    ...{ ...school, children: 10, homeMetres: 300 },
    ...(school.uai === CHANGED && part)
  }))
});

/** The proven optimum of a territory, tenths of a minute, as its certificate claims it and the checker accepts it. */
async function certified(name: string, file: AssignmentFile): Promise<number> {
  const schools = unitSchools(file, factsOf(smallDashboard.schools), settings);
  const problem = buildProblem(file, schools, { referents: {}, coordinators: {} }, settings);
  const [path, proof] = [at(`${name}.json`), at(`${name}.certificate.json`)];
  writeFileSync(path, JSON.stringify(problem));
  const answer = JSON.parse((await runIn(split, path, '--certificate', proof)).stdout) as AssignmentResult;
  expect(answer).toMatchObject({ status: 'optimal', certified: true });
  const { status, stdout } = await runIn(check, path, proof);
  expect([status, JSON.parse(stdout)]).toMatchObject([
    0,
    { accepted: true, claim: { atLeast: answer.objective } }
  ]);
  return answer.objective!;
}
/** What the demand of one school costs more than that of another, the nearest base being `minutes` away. */
function dearer(
  to: { visits: number; homeMetres: number },
  from: { visits: number; homeMetres: number },
  minutes: number
): number {
  const cost = (school: typeof to) => {
    const { visits, stopMinutes } = roadDemand(smallSplit)(school);
    return Math.round(20 * visits * minutes + 10 * stopMinutes);
  };
  return cost(to) - cost(from);
}

it('two schools of as many visits whose families live within 300 m and 1,200 m differ by the way among homes; one visit more costs its own', async () => {
  const near = await certified('near', withSchool({}));
  const far = await certified('far', withSchool({ homeMetres: 1200 }));
  const more = await certified('more', withSchool({ homeMetres: 1200, children: 40 / 3 }));
  const among = dearer({ visits: 3, homeMetres: 1200 }, { visits: 3, homeMetres: 300 }, 3);
  expect(among).toBeGreaterThan(0);
  expect(far - near).toBe(among);
  const visit = dearer({ visits: 4, homeMetres: 1200 }, { visits: 3, homeMetres: 1200 }, 3);
  // Its parking at least: two minutes.
  expect(visit).toBeGreaterThan(20);
  expect(more - far).toBe(visit);
  // The proof of one is none of the other.
  const { status } = await runIn(check, at('near.json'), at('far.certificate.json'));
  expect(status).not.toBe(0);
  expect(readFileSync(at('near.json'), 'utf8')).not.toContain('homeMetres');
});
