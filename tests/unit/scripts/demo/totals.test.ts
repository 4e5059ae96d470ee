// The demonstration meets every total that the service states, and every hypothesis that we announce.
import { describe, expect, it } from 'vitest';
import epcis from '@etalab/decoupage-administratif/data/epci.json' with { type: 'json' };
import { readTerritoryFacts, readYears } from '../../../../scripts/demo/years.ts';
import { THEMES } from '../../../../src/lib/model/pathway.ts';
import { monthsBetween } from '../../../../src/lib/model/school-year.ts';
import { statusIn } from '../../../../src/lib/model/school.ts';
import { DEMO, ROOT } from './repository.ts';

const { rows } = DEMO;
const { sourced, quotedPupils } = readTerritoryFacts(ROOT);
const years = readYears(ROOT);
const firstDegree = rows.schools.filter(({ kind }) => kind !== 'college');
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((all, value) => all + (value ?? NaN), 0);

describe('the territory', () => {
  it('is the one that the national list of intercommunalités knows under its SIREN, with the same communes', () => {
    const epci = (epcis as { code: string; nom: string; membres: { code: string }[] }[]).find(
      ({ code }) => code === rows.territory.siren
    );
    expect(epci?.nom).toBe('CA Valenciennes Métropole');
    expect(rows.communes.map(({ code }) => code).sort()).toEqual(
      epci?.membres.map(({ code }) => code).sort()
    );
  });

  it('has 35 communes, 11 of intervention, 4 in a cité éducative, and 15 QPV', () => {
    expect(rows.communes).toHaveLength(35);
    expect(rows.communes.filter(({ intervention }) => intervention)).toHaveLength(
      sourced.communesOfIntervention
    );
    expect(rows.communes.filter(({ cite_educative }) => cite_educative)).toHaveLength(4);
    expect(rows.qpvs).toHaveLength(sourced.qpvs);
  });
});

describe('what is ours', () => {
  it('no year calls official the number of schools that wait, nor that of children', () => {
    for (const { quality, sourced: named } of years) {
      expect(quality).toBe('hypothesis');
      expect(named).not.toContain('waiting');
      expect(named).not.toContain('children');
    }
  });

  it('the figures told of the last year are those that the service states', () => {
    const { teams, meetings, actionsEuros: budget_euros, referents } = sourced;
    const told = { teams, meetings, budget_euros, referents, school_year: '2025-2026', quality: 'official' };
    expect(rows.serviceYears).toEqual([told]);
  });
});

describe('schools', () => {
  it('are 78 of the first degree and 17 linked collèges, outside the count of followed schools', () => {
    expect(firstDegree).toHaveLength(sourced.firstDegreeSchools);
    const colleges = rows.schools.filter(({ kind }) => kind === 'college');
    expect(colleges).toHaveLength(17);
    expect(
      colleges.every(({ status, followed_since }) => status === 'linked' && followed_since === null)
    ).toBe(true);
  });

  it.each(years)('$school_year: $followed followed and $waiting waiting at its end', (year) => {
    const statuses = firstDegree.map((school) => statusIn(school, year.school_year));
    expect(statuses.filter((status) => status === 'followed')).toHaveLength(year.followed);
    expect(statuses.filter((status) => status === 'waiting')).toHaveLength(year.waiting);
  });

  it('are 67 followed today, 11 more than in 2023-2024', () => {
    const count = (year: `${number}-${number}`) =>
      firstDegree.filter((school) => statusIn(school, year) === 'followed').length;
    expect(count('2025-2026')).toBe(sourced.followedSchools);
    expect(count('2025-2026') - count('2023-2024')).toBe(sourced.newSchoolsSince2023);
    expect(firstDegree.filter(({ status }) => status === 'followed')).toHaveLength(67);
  });

  it('wait in both sectors, each since a month that is known', () => {
    const waiting = firstDegree.filter(({ status }) => status === 'waiting');
    expect(waiting).toHaveLength(11);
    expect(new Set(waiting.map(({ sector }) => sector))).toEqual(new Set(['public', 'prive']));
    expect(waiting.every(({ requested_since }) => requested_since !== null)).toBe(true);
  });

  it('say which pupils are estimated: the 26 that no list counts, and no other', () => {
    const estimated = rows.schools.filter(({ pupils_quality }) => pupils_quality === 'estimated');
    expect(estimated).toHaveLength(26);
    expect(rows.schools.every(({ pupils }) => pupils !== null && pupils > 0)).toBe(true);
    expect(quotedPupils).toBe(9000);
  });

  it('followed or linked have a team, the others none', () => {
    const teams = new Set(rows.teams.map(({ id }) => id));
    for (const { status, team } of rows.schools) {
      expect(status === 'followed' || status === 'linked').toBe(team !== null && teams.has(team));
    }
  });
});

describe('the service', () => {
  it('has 27 teams, 110 meetings, and 8 professionals on average', () => {
    expect(rows.teams).toHaveLength(sourced.teams);
    expect(sum(rows.teams.map(({ meetings }) => meetings))).toBe(sourced.meetings);
    expect(sum(rows.teams.map(({ professionals }) => professionals)) / rows.teams.length).toBe(
      sourced.meanProfessionals
    );
  });

  it('has teams that each serve a school', () => {
    const served = new Set(rows.schools.map(({ team }) => team));
    expect(rows.teams.filter(({ id }) => !served.has(id))).toEqual([]);
  });

  it('has 1 head, 3 coordinators and 6 numbered referents, each based in a public place', () => {
    const count = (role: string) => rows.staff.filter((post) => post.role === role).length;
    expect([count('head'), count('coordinator'), count('referent')]).toEqual([
      sourced.heads,
      sourced.coordinators,
      sourced.referents
    ]);
    expect(rows.posts).toEqual({ referents: 6, coordinators: 3 });
    for (const { base, base_commune, base_lon } of rows.staff) {
      expect(base).toMatch(/^Hôtel de ville/);
      expect(rows.communes.find(({ code }) => code === base_commune)?.town_lon).toBe(base_lon);
    }
  });

  it('gives every followed or linked school to one referent, and no referent is left without', () => {
    const served = rows.schools.filter(({ status }) => status === 'followed' || status === 'linked');
    expect(rows.assignment.map(({ uai }) => uai).sort()).toEqual(served.map(({ uai }) => uai).sort());
    expect(new Set(rows.assignment.map(({ post }) => post)).size).toBe(sourced.referents);
  });

  it('reports the figures of the service for the last year alone, which has a source: the others are not known', () => {
    expect(rows.serviceYears).toMatchObject([
      {
        ...{ school_year: '2025-2026', teams: 27, meetings: 110 },
        ...{ budget_euros: 692_734, quality: 'official' }
      }
    ]);
  });

  it('has a correspondent in each commune of intervention, two of them vacant', () => {
    expect(rows.correspondents).toHaveLength(11);
    expect(rows.correspondents.filter(({ filled }) => !filled)).toHaveLength(2);
  });

  it('works with 300 partners in the communes of intervention', () => {
    expect(sum(rows.partners.map(({ count }) => count))).toBe(sourced.partners);
    expect(new Set(rows.partners.map(({ commune }) => commune)).size).toBe(11);
    expect(rows.partners.every(({ count }) => count > 0)).toBe(true);
  });
});

describe('action sheets', () => {
  it('are 30: 10 of the EPCI, engineering included, and 20 communal, on all five themes', () => {
    expect(rows.actions).toHaveLength(sourced.actions);
    const local = rows.actions.filter(({ level }) => level === 'communal');
    expect(local).toHaveLength(sourced.localActions);
    expect(rows.actions.length - local.length).toBe(sourced.intercommunalActions);
    expect(new Set(rows.actions.flatMap(({ theme }) => theme ?? []))).toEqual(new Set(THEMES));
  });

  it('cost 692,734 € to the euro, and each is funded to its cost', () => {
    expect(sum(rows.actions.map(({ cost_euros }) => cost_euros))).toBe(sourced.actionsEuros);
    for (const { cost_euros, funders } of rows.actions) expect(sum(Object.values(funders))).toBe(cost_euros);
  });

  it('reach communes of intervention, every one of them', () => {
    const intervened = rows.communes.filter(({ intervention }) => intervention).map(({ code }) => code);
    const local = rows.actions
      .filter(({ level }) => level === 'communal')
      .flatMap(({ communes }) => communes);
    expect(new Set(local)).toEqual(new Set(intervened));
  });
});

describe('the demand log', () => {
  it('counts 11 schools that wait in the last month', () => {
    const last = rows.demand.filter(({ month }) => month === rows.asOf);
    expect(sum(last.map(({ waiting }) => waiting))).toBe(11);
  });

  it('opens with a request, and shows no request in summer', () => {
    for (const { uai, requested_since } of firstDegree) {
      const first = rows.demand.find((row) => row.uai === uai);
      expect(first?.month ?? null).toBe(requested_since);
      if (first) expect(first.requests).toBe(1);
    }
    expect(rows.demand.filter(({ month, requests }) => requests > 0 && /-0[78]$/.test(month))).toEqual([]);
  });

  it('follows a school month by month until the service comes', () => {
    for (const { uai, requested_since, followed_since } of firstDegree) {
      if (!requested_since) continue;
      const months = rows.demand.filter((row) => row.uai === uai).length;
      const end = followed_since ? (`${followed_since.slice(0, 4)}-08` as const) : rows.asOf;
      expect(months).toBe(monthsBetween(requested_since, end as typeof rows.asOf) + 1);
    }
  });
});
