// The figures of the programme and the database give the same answers, under every filter.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../src/lib/cube/coverage.ts';
import type { Dashboard } from '../../src/lib/cube/dashboard.ts';
import { parseProgramme } from '../../src/lib/cube/programme.ts';
import { THEMES } from '../../src/lib/model/pathway.ts';
import { ACTION_LEVELS, FUNDERS } from '../../src/lib/model/service.ts';
import { namedQuery } from '../../src/lib/tables/sql.ts';
import {
  flowCalculation,
  programmeCalculation
} from '../../src/lib/features/programme/programme-calculation.ts';
import { ProgrammeState } from '../../src/lib/features/programme/programme-state.svelte.ts';
import { programmeQuery } from '../../src/lib/tables/programme-queries.ts';
import { openNodeDatabase } from './node-database.ts';

const FIGURES = ['cost', 'teams', 'partners', 'correspondents', 'perChild', 'gaps'] as const;
const BUILT = new URL('../../static', import.meta.url).pathname;

describe.skipIf(!existsSync(`${BUILT}/tables/programme.json`))('the programme that the site ships', () => {
  const text = (name: string) => readFileSync(`${BUILT}/tables/${name}.json`, 'utf8');
  const cube = new CoverageCube(JSON.parse(text('dashboard')) as Dashboard);
  const state = new ProgrammeState(parseProgramme(text('programme')), () => cube);
  const opening = openNodeDatabase(
    async (url) => new Response(new Uint8Array(readFileSync(`${BUILT}${url}`)))
  );
  const filters = [
    {},
    ...THEMES.map((theme) => ({ theme })),
    ...ACTION_LEVELS.map((level) => ({ level })),
    ...FUNDERS.map((funder) => ({ funder })),
    ...state.places.slice(0, 6).map(({ code }) => ({ commune: code })),
    ...state.places
      .slice(4, 7)
      .map(({ code }) => ({ commune: code, theme: 'sante' as const, funder: 'etat' as const }))
  ];

  it('answers each figure alike, protected ones with nothing', async () => {
    const database = await opening;

    const nothing = { theme: null, level: null, funder: null, commune: null };
    for (const filter of filters) {
      state.change({ ...nothing, ...filter });
      const told = {
        cost: (state.filter.commune === null ? state.total : state.own(state.filter.commune).total).value,
        teams: state.teams.length,
        partners: state.partners.reduce((sum, { count }) => sum + count, 0),
        correspondents: state.programme.correspondents.filter(
          ({ commune, filled }) =>
            filled && (state.filter.commune === null || commune === state.filter.commune)
        ).length,
        perChild: state.perChild.value,
        gaps:
          state.filter.commune === null
            ? state.matrix.filter(({ missing }) => missing.length > 0).length
            : state.matrix.find(({ commune }) => commune === state.filter.commune)!.missing.length
      };
      for (const name of FIGURES) {
        const answer = await programmeCalculation(name, state).run(database);
        const label = `${name} ${JSON.stringify(filter)}`;
        if (told[name] === null) expect(answer, label).toBeNull();
        else expect(answer, label).toBeCloseTo(told[name], 6);
      }
      const where = JSON.stringify(filter);
      const flows = state.flows.reduce((sum, { euros }) => sum + euros, 0);
      expect(await flowCalculation(state).run(database), where).toBe(flows);
    }
  });

  it('answers alike to the SQL that it shows', async () => {
    const database = await opening;
    const { name, sql } = programmeQuery({
      theme: 'sante',
      level: 'communal',
      funder: 'etat',
      commune: '59079'
    });
    const shown = namedQuery(name, { text: sql.readable, values: [], readable: sql.readable });
    expect(await database.query<unknown>(shown)).toEqual(await database.query<unknown>({ name, sql }));
  });
});
