// The shipped cube and the database give the same answers, for every year, level, theme and place.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../src/lib/cube/coverage.ts';
import type { Dashboard } from '../../src/lib/cube/dashboard.ts';
import { keyFigures } from '../../src/lib/cube/figures.ts';
import { ABSENT, countOfSum, type Count, type Filter } from '../../src/lib/cube/filter.ts';
import { DEFAULT_WEIGHTS, waitingSchools } from '../../src/lib/cube/waiting.ts';
import { THEMES } from '../../src/lib/model/pathway.ts';
import { LEVELS } from '../../src/lib/model/school.ts';
import { lastMonth } from '../../src/lib/model/school-year.ts';
import {
  budgetQuery,
  childrenQuery,
  meetingsQuery,
  type ServiceSum,
  schoolCountsQuery
} from '../../src/lib/tables/coverage-queries.ts';
import type { SchoolCounts } from '../../src/lib/cube/school-counts.ts';
import { namedQuery, type Query } from '../../src/lib/tables/sql.ts';
import { openNodeDatabase } from './node-database.ts';
import { demandLogQuery, evolutionQuery, waitingListQuery, zoneCountsQuery } from './reference-queries.ts';
import { smallTerritory } from './small-territory.ts';
import { serve, siteFiles } from './table-files.ts';

interface Pair {
  dashboard: Dashboard;
  read: (url: string) => Promise<Response>;
}

const BUILT = new URL('../../static', import.meta.url).pathname;
const territories: [string, () => Pair][] = [11, 12].map((seed) => [
  `made-up territory ${seed}`,
  () => {
    const { dashboard, rows } = smallTerritory(seed);
    return { dashboard, read: serve(siteFiles(rows)) };
  }
]);
if (existsSync(`${BUILT}/tables/dashboard.json`)) {
  territories.push([
    'the tables that the site ships',
    () => ({
      dashboard: JSON.parse(readFileSync(`${BUILT}/tables/dashboard.json`, 'utf8')) as Dashboard,
      read: async (url) => new Response(new Uint8Array(readFileSync(`${BUILT}${url}`)))
    })
  ]);
}

/** The dashboard shows names with the typographic apostrophe; the tables keep the official writing. */
/** A neighbourhood's name in its table: pages add the commune where two have one name. */
const ownName = (name: string) => name.replace(/ \([^)]*\)$/, '');
const shownName = (name: string | null) => name && name.replaceAll("'", '’');
const alike = <Row extends { name: string | null }>(row: Row): Row => ({ ...row, name: shownName(row.name) });

const published = ([row]: ServiceSum[]): Count =>
  row ? countOfSum({ value: row.value ?? 0, unknown: row.unknown }) : ABSENT;

const pickCounts = (counts: SchoolCounts): SchoolCounts => ({
  schools: counts.schools,
  followed: counts.followed,
  waiting: counts.waiting,
  linked: counts.linked,
  pupils: counts.pupils,
  pupilsFollowed: counts.pupilsFollowed,
  estimated: counts.estimated,
  uncounted: counts.uncounted,
  uncountedFollowed: counts.uncountedFollowed
});

describe.each(territories)('%s', (name, build) => {
  const { dashboard, read } = build();
  const cube = new CoverageCube(dashboard);
  const opening = openNodeDatabase(read);

  const places: Filter['place'][] = [
    null,
    ...dashboard.communes.map(({ code }) => ({ kind: 'commune' as const, code })),
    ...dashboard.qpvs.map(({ code }) => ({ kind: 'qpv' as const, code }))
  ];
  const every: Filter[] = dashboard.years.flatMap((year) =>
    (['ALL', ...LEVELS] as const).flatMap((level) =>
      places.map((place): Filter => ({ year, level, theme: 'ALL', place }))
    )
  );
  // Of the many places of the site, each year and level meets one in three, in turn; all of them in `npm run soak`.
  const isWhole = process.env['SOAK'] !== undefined || every.length < 1000;
  const filters = every.filter(({ place }, at) => isWhole || place === null || at % 3 === 0);

  it('loads every table', async () => {
    expect((await opening).problems).toEqual([]);
  });

  it('counts schools alike', async () => {
    const database = await opening;
    for (const filter of filters) {
      const [asked] = await database.query(schoolCountsQuery(filter));
      const zone = cube.zone(filter);
      expect(asked, JSON.stringify(filter)).toEqual(zone.known ? pickCounts(zone) : undefined);
    }
  });

  it('counts schools that left alike, in the years in which they were followed', async () => {
    const database = await opening;
    const schools = dashboard.schools.map((school, at) =>
      school.status !== 'followed' && at % 3 === 0
        ? { ...school, followed_until: dashboard.years[1]! }
        : school
    );
    const former = new CoverageCube({ ...dashboard, schools });
    for (const filter of filters.filter(({ place }) => place === null)) {
      const [asked] = await database.query(schoolCountsQuery(filter, former.leftSince(filter.year)));
      expect(asked, JSON.stringify(filter)).toEqual(pickCounts(former.zone(filter)));
    }
    expect(former.leftSince(dashboard.years[1]!).length).toBeGreaterThan(0);
    expect(former.leftSince(dashboard.years[2]!)).toEqual([]);
  });

  it('counts zones alike', async () => {
    const database = await opening;
    for (const filter of filters.filter(({ place }) => place === null)) {
      for (const kind of ['commune', 'qpv'] as const) {
        const expected = cube
          .zones(filter, kind)
          .map((zone) => ({ code: zone.ref.code, name: ownName(zone.name), ...pickCounts(zone) }))
          .sort((a, b) => (a.code < b.code ? -1 : 1));
        const asked = await database.query(zoneCountsQuery(filter, kind));
        expect(asked.map(alike), JSON.stringify(filter)).toEqual(expected.map(alike));
      }
    }
  });

  it('tells the evolution alike', async () => {
    const database = await opening;
    for (const filter of filters.filter(({ year }) => year === dashboard.years[0])) {
      const expected = cube.evolution(filter).map((zone) => ({ year: zone.year, ...pickCounts(zone) }));
      expect(await database.query(evolutionQuery(filter)), JSON.stringify(filter)).toEqual(expected);
    }
  });

  it('shows, protects or leaves out the same counts of children', async () => {
    const database = await opening;
    const themes = ['ALL' as const, ...THEMES];
    const all = filters.flatMap((one) => themes.map((theme) => ({ ...one, theme })));
    // Each place, level and year meets one theme in four; all of them in `npm run soak`.
    for (const filter of all.filter((_, at) => process.env['SOAK'] || at % 4 === (at >> 3) % 4)) {
      const [count = ABSENT] = await database.query(childrenQuery(filter));
      expect(count, JSON.stringify(filter)).toEqual(cube.children(filter));
    }
  });

  it('gives the same meetings and budget', async () => {
    const database = await opening;
    for (const filter of filters.filter(({ level }) => level === 'ALL')) {
      const figure = (name: string) => keyFigures(cube, filter).find((one) => one.name === name)?.count;
      expect(published(await database.query(meetingsQuery(filter))), JSON.stringify(filter)).toEqual(
        figure('meetings')
      );
      expect(published(await database.query(budgetQuery(filter))), JSON.stringify(filter)).toEqual(
        figure('budget')
      );
    }
  });

  it('lists the same waiting schools, with the same months', async () => {
    const database = await opening;
    for (const filter of filters.filter(({ level, place }) => level === 'ALL' || place === null)) {
      const asOf = filter.year === dashboard.years.at(-1) ? dashboard.asOf : lastMonth(filter.year);
      const rows = await database.query(waitingListQuery(filter, asOf));
      const expected = waitingSchools(cube, filter, DEFAULT_WEIGHTS).map((waiting) => ({
        uai: waiting.school.uai,
        commune: shownName(waiting.commune),
        qpv: shownName(waiting.qpv === null ? null : ownName(waiting.qpv)),
        months: waiting.months,
        followed_around: waiting.coveredAround.followed,
        schools_around: waiting.coveredAround.schools
      }));
      const asked = rows.map(({ uai, commune, qpv, months, followed_around, schools_around }) => ({
        uai,
        commune: shownName(commune),
        qpv: shownName(qpv),
        months,
        followed_around,
        schools_around
      }));
      const byUai = (a: { uai: string }, b: { uai: string }) => (a.uai < b.uai ? -1 : 1);
      expect(asked.sort(byUai), JSON.stringify(filter)).toEqual(expected.sort(byUai));
    }
  });

  it('answers alike to the SQL that it shows, with the values written out', async () => {
    const database = await opening;
    const shown = <Row>({ name, sql }: Query<Row>): Query<Row> =>
      namedQuery(name, { text: sql.readable, values: [], readable: sql.readable });
    for (const filter of filters.filter(({ level, place }) => level !== 'college' && place === null)) {
      for (const asked of [schoolCountsQuery(filter), childrenQuery(filter), budgetQuery(filter)]) {
        expect(await database.query<unknown>(shown<unknown>(asked)), asked.sql.readable).toEqual(
          await database.query<unknown>(asked)
        );
      }
    }
  });

  it('tells the same log of demands', async () => {
    expect(await (await opening).query(demandLogQuery)).toEqual(
      dashboard.demand.map(({ month, requests, waiting }) => ({ month, requests, waiting }))
    );
  });
});
