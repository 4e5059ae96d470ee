// A programme whose list lacks some costs and meetings: what is unknown stays unknown, and sums say that they are least values.
import { describe, expect, it } from 'vitest';
import { exportTable } from '../../../../src/lib/export/columns.ts';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { keyFigures } from '../../../../src/lib/cube/figures.ts';
import { costPerChild, sheetsOfUnknownFunding, totalOf } from '../../../../src/lib/cube/programme-figures.ts';
import {
  programmeCommunesTable,
  flowsTable,
  sheetsTable,
  teamsTable
} from '../../../../src/lib/features/programme/programme-files.ts';
import { programmeFigures } from '../../../../src/lib/features/programme/programme-figure-words.ts';
import { ProgrammeState } from '../../../../src/lib/features/programme/programme-state.svelte.ts';
import { knownSum } from '../../../../src/lib/model/known-sum.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { smallProgramme } from '../../../fixtures/programme.ts';

const NBSP = '\u00a0';
const [first, ...others] = smallProgramme.actions;
const partial = {
  ...smallProgramme,
  actions: [{ ...first!, cost_euros: null, funders: { etat: null, epci: 400 } }, ...others],
  teams: smallProgramme.teams.map((team, at) =>
    at === 0 ? { ...team, meetings: null, professionals: null } : team
  )
};
const cube = new CoverageCube(smallDashboard);
const state = new ProgrammeState(partial, () => cube);
const known = others.reduce((sum, { cost_euros }) => sum + (cost_euros ?? NaN), 0);

describe('a programme with unknown figures', () => {
  it('says « au moins » of its total, and knows how many costs it lacks', () => {
    expect(totalOf(partial.actions)).toEqual({ value: known, unknown: 1 });
    expect(programmeFigures(state).cost.value).toBe(`au moins ${known}${NBSP}€`);
    expect(programmeFigures(state).teams.base).toMatch(/^(?:au moins|un nombre inconnu de) /);
  });

  it('says « inconnu » when it knows nothing, never 0', () => {
    const nothing = partial.actions.map((sheet) => ({ ...sheet, cost_euros: null, funders: {} }));
    const empty = new ProgrammeState({ ...partial, actions: nothing }, () => cube);
    expect(programmeFigures(empty).cost.value).toBe('inconnu');
    expect(costPerChild(knownSum([null]), { value: 42, status: 'published' }).value).toBeNull();
    expect(sheetsOfUnknownFunding(nothing)).toBe(nothing.length);
  });

  it('says it in every file that it gives', async () => {
    const column = (table: ReturnType<typeof exportTable>, title: RegExp) =>
      table.rows.map((row) => row[table.columns.findIndex((one) => title.test(one.title))]);
    expect(column(exportTable(sheetsTable(state)), /^Coût/)[0]).toBeNull();
    expect(column(exportTable(sheetsTable(state)), /^État/)[0]).toBeNull();
    expect(column(exportTable(teamsTable(state)), /^Réunions/)[0]).toBeNull();
    expect(
      exportTable(flowsTable(state)).rows.every((row) => String(row.at(-1)).startsWith('au moins '))
    ).toBe(true);
    expect(typeof programmeCommunesTable).toBe('function');
  });

  it('says it on the coverage page, and compares a least value with nothing', () => {
    const serviceYears = smallDashboard.serviceYears.map((row) =>
      row.school_year === smallDashboard.years.at(-1) ? { ...row, meetings: null, budget_euros: null } : row
    );
    const actions = smallDashboard.actions.map((sheet, at) =>
      at === 0 ? { ...sheet, cost_euros: null } : sheet
    );
    const lacking = new CoverageCube({ ...smallDashboard, serviceYears, actions });
    const year = smallDashboard.years.at(-1)!;
    const budget = keyFigures(lacking, { year, level: 'ALL', theme: 'ALL', place: null }).find(
      ({ name }) => name === 'budget'
    );
    expect(budget).toMatchObject({
      count: { value: 6000, status: 'published', atLeast: true },
      change: null
    });
    const alone = keyFigures(lacking, {
      ...{ year, level: 'ALL', theme: 'ALL' },
      place: { kind: 'commune', code: '10001' }
    }).find(({ name }) => name === 'budget');
    expect(alone?.count).toEqual({ value: null, status: 'absent' });
  });
});
