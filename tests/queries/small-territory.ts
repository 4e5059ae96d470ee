// A made-up territory that holds every case: unplaced schools, missing counts, protected cells, empty places.
import { DASHBOARD_VERSION, type Dashboard } from '../../src/lib/cube/dashboard.ts';
import { packPathways } from '../../src/lib/cube/pathway-grid.ts';
import { THEMES, type PathwayCell } from '../../src/lib/model/pathway.ts';
import { LEVELS, SCHOOL_KINDS, type School } from '../../src/lib/model/school.ts';
import { schoolYear, type Month, type SchoolYear } from '../../src/lib/model/school-year.ts';
import type { Rows } from './table-files.ts';

const SIREN = '245901160';
const YEARS = [2021, 2022, 2023, 2024, 2025].map(schoolYear);
const COMMUNES = ['59606', '59014', '59383', '59999'];
const QPVS = ['QN05930M', 'QN05931M', 'QN05999M'];
const MONTHS: Month[] = ['2023-11', '2024-08', '2024-09', '2025-03', '2026-01'];

/** Deterministic draws in 0..1 (Lehmer's generator). */
function draws(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function makeSchools(draw: () => number): School[] {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)] as Item;
  return Array.from({ length: 60 }, (_, index): School => {
    const kind = pick(SCHOOL_KINDS);
    const followed = kind !== 'college' && draw() < 0.6;
    const requested = kind !== 'college' && draw() < 0.6;
    return {
      uai: `059${String(index).padStart(4, '0')}A`,
      name: `École n°${index} de l'Escaut`,
      kind,
      sector: draw() < 0.8 ? 'public' : 'prive',
      commune: pick(COMMUNES.slice(0, 3)),
      qpv: pick([...QPVS.slice(0, 2), null]),
      group: null,
      network: null,
      rep: pick(['REP', 'REP+', null] as const),
      pupils: draw() < 0.8 ? Math.floor(draw() * 400) : null,
      pupils_quality: pick(['official', 'estimated'] as const),
      ips: draw() < 0.8 ? Math.round(600 + draw() * 600) / 10 : null,
      lon: null,
      lat: null,
      position_quality: null,
      status: kind === 'college' ? pick(['linked', 'outside'] as const) : followed ? 'followed' : 'waiting',
      followed_since: followed && draw() < 0.8 ? pick(YEARS) : null,
      requested_since: requested ? pick(MONTHS) : null,
      team: null,
      source: 'essai'
    };
  });
}

function makePathways(draw: () => number): PathwayCell[] {
  const zones = [
    ['epci', SIREN],
    ...COMMUNES.map((code) => ['commune', code]),
    ...QPVS.map((code) => ['qpv', code])
  ] as [PathwayCell['zone_kind'], string][];
  return YEARS.flatMap((school_year) =>
    zones.flatMap(([zone_kind, zone]) =>
      (['ALL', ...LEVELS] as const).flatMap((level) =>
        (['ALL', ...THEMES] as const).flatMap((theme): PathwayCell[] => {
          const lot = draw();
          if (lot < 0.2) return [];
          const children = lot < 0.4 ? null : 11 + Math.floor(draw() * 90);
          const status = children === null ? 'suppressed' : 'published';
          return [
            { school_year, zone_kind, zone, level, theme, children, families: null, visits: null, status }
          ];
        })
      )
    )
  );
}

export interface SmallTerritory {
  dashboard: Dashboard;
  rows: Rows;
}

export function smallTerritory(seed: number): SmallTerritory {
  const draw = draws(seed);
  const quality = { geometry_quality: 'approximate' as const, source: 'essai', lon: 3.5, lat: 50.4 };
  const communes = COMMUNES.map((code, index) => ({
    ...quality,
    code,
    name: `Commune ${code}`,
    population: index === 1 ? null : 1000 * index,
    area_ha: null,
    intervention: index !== 2,
    cite_educative: null,
    town_lon: 3.5,
    town_lat: 50.4
  }));
  const qpvs = QPVS.map((code, index) => ({
    ...quality,
    // No perimeter says which schools stand in the last one.
    geometry_quality: index === 2 ? ('none' as const) : quality.geometry_quality,
    code,
    name: `Quartier ${code}`,
    communes: ['59606'],
    population: null,
    generation: 2024 as const
  }));
  const schools = makeSchools(draw);
  const pathways = makePathways(draw);
  const serviceYears = YEARS.map((school_year, index) => ({
    school_year,
    teams: 27,
    // The last year lacks a sheet's cost and a team's meetings.
    meetings: index === YEARS.length - 1 ? null : 100 + index,
    budget_euros: index === YEARS.length - 1 ? null : 690_000 + index,
    quality: 'official' as const
  }));
  const teams = Array.from({ length: 8 }, (_, index) => ({
    id: `eps-${index}`,
    name: `Équipe ${index}`,
    qpv: index % 2 ? (QPVS[index % 3] ?? null) : null,
    commune: COMMUNES[index % 3] as string,
    meetings: index === 2 ? null : 3 + index
  }));
  const actions = [['59606'], ['59606'], ['59014'], ['59606', '59014'], []].map((reached, index) => ({
    id: `fiche-${index}`,
    level: 'communal',
    communes: reached,
    cost_euros: index === 1 || index === 2 ? null : 1000 * (index + 1)
  }));
  const demandRows = schools
    .filter((school) => school.requested_since !== null)
    .flatMap((school) =>
      MONTHS.filter((month) => month >= (school.requested_since as Month)).map((month) => ({
        uai: school.uai,
        month,
        requests: month === school.requested_since ? 1 : 0,
        waiting: school.status === 'waiting' ? 1 : 0,
        quality: 'synthetic'
      }))
    );
  const demand = MONTHS.map((month) => {
    const there = demandRows.filter((row) => row.month === month);
    const sum = (of: 'requests' | 'waiting') => there.reduce((total, row) => total + row[of], 0);
    return { month, requests: sum('requests'), waiting: sum('waiting') };
  }).filter(({ month }) => demandRows.some((row) => row.month === month));

  return {
    dashboard: {
      version: DASHBOARD_VERSION,
      territory: {
        siren: SIREN,
        name: 'Territoire d’essai',
        service: 'Réussite éducative',
        demonstration: true,
        bounds: [3, 50, 4, 51]
      },
      years: YEARS as SchoolYear[],
      asOf: '2026-01',
      communes,
      neighbours: [],
      qpvs,
      schools,
      pathways: packPathways(pathways),
      serviceYears,
      teams,
      demand,
      actions,
      access: null,
      posts: { referents: 6, coordinators: 3 },
      quotedPupils: null,
      fingerprint: ''
    },
    rows: {
      communes,
      qpvs: qpvs.map((qpv) => ({ ...qpv, communes: JSON.stringify(qpv.communes) })),
      schools,
      pathways_cube: pathways,
      service_years: serviceYears,
      support_teams: teams.map((team) => ({
        ...team,
        coordinator: 'c1',
        professionals: 8,
        quality: 'synthetic'
      })),
      actions: actions.map((action) => ({
        ...action,
        title: 'Fiche',
        communes: JSON.stringify(action.communes),
        funders: '{}',
        quality: 'synthetic'
      })),
      demand: demandRows
    }
  };
}
