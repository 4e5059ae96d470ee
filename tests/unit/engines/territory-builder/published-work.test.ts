// One work a school: Répartition, Déplacements and the shell's split count the same published children.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/setup.mjs';
import { readProblem } from '../../../../src/lib/engines/assignment/index.ts';
import { demandOf } from '../../../../src/lib/engines/territory-builder/travel/school-demand.ts';
import { parseTeamFile } from '../../../../src/lib/engines/travel/index.ts';
import { DEFAULT_SETTINGS } from '../../../../src/lib/model/travel/travel-settings.ts';
import { DEFAULT_WORKLOAD, publishedChildren, workloadOf } from '../../../../src/lib/model/workload.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { demonstrationProblem } from '../../../fixtures/synthetic/demonstration-problem.ts';

const TEAM = join(ROOT, 'static/graph/team.json');
const demonstration = demonstrationProblem();

describe.skipIf(demonstration === null || !existsSync(TEAM))('the work of a school', () => {
  it('is the same for Répartition, Déplacements and the shell’s split', () => {
    const { schools, problem } = demonstration!;
    const team = parseTeamFile(readFileSync(TEAM, 'utf8'));
    const read = readProblem(JSON.parse(JSON.stringify(problem)), 'problem.json').problem;
    const inShell = new Map(read.units.map(({ id, workload }) => [id, workload]));
    const driven = new Map(team.posts.flatMap((post) => post.schools.map((school) => [school.uai, school])));
    expect(schools.length).toBe(driven.size);
    for (const { uai, workload } of schools) {
      expect(inShell.get(uai)).toBe(workload);
      expect(workloadOf(driven.get(uai)!, DEFAULT_SETTINGS).workload).toBe(workload);
    }
    const loads = new Map(
      team.team.map(({ id, hours }) => [id, 60 * (hours.total.mean - hours.driving.mean)])
    );
    const workOf = new Map(schools.map(({ uai, workload }) => [uai, workload]));
    for (const { id, schools: own } of team.posts)
      expect(loads.get(id)).toBeCloseTo(
        own.reduce((sum, { uai }) => sum + workOf.get(uai)!, 0),
        6
      );
  });

  it('counts, over all, the children that the site publishes', () => {
    const { dashboard, file } = demonstration!;
    const whole = dashboard.pathways[dashboard.years.at(-1)!]![dashboard.territory.siren]![0];
    expect(publishedChildren(file.schools.filter(({ waiting }) => !waiting))).toBeCloseTo(whole!, 6);
  });
});

describe('a territory without published children', () => {
  it('has none in its files: the work counts three for 100 pupils', () => {
    const schools = [{ ...smallDashboard.schools[0]!, uai: 'a', pupils: 200, status: 'followed' as const }];
    const demand = demandOf({
      schools,
      teams: [],
      release: null,
      ...{ communes: [], years: [], asOf: '2026-06', territory: { demonstration: false } }
    })('a');
    expect(demand).not.toHaveProperty('children');
    expect(workloadOf(demand, DEFAULT_WORKLOAD)).toEqual(
      workloadOf(demand, { ...DEFAULT_WORKLOAD, childrenPer100: 3 })
    );
  });
});
