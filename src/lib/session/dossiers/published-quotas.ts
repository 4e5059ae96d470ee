// Whole numbers of children of a year that agree with every published count, for fictitious dossiers: what is protected shares what is left.
import { apportion } from '$lib/algorithms/apportion.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { countIn } from '$lib/cube/pathway-grid.ts';
import { childrenBySchool } from '$lib/engines/territory-builder/index.ts';
import { THEMES } from '$lib/model/pathway.ts';
import { LEVELS, type Level, type School } from '$lib/model/school.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';

/** Children to give to each, by key. */
export type Quotas<Key extends string = string> = Map<Key, number>;

export interface YearQuotas {
  schools: { school: School; children: number }[];
  levels: Quotas<Level>;
  themes: Quotas;
  /** By commune of residence. */
  communes: Quotas;
  /** By QPV of residence: published counts; those that are protected have a few. */
  qpvs: Quotas;
}

/** Children of a place whose count is protected, at most. */
const FEW = 6;

/** Shares what the published counts leave among the others, by weight; with the published ones, they add up to the whole. */
function completed<Key extends string>(
  whole: number,
  keys: readonly Key[],
  countOf: (key: Key) => number | null,
  weightOf: (key: Key) => number
): Quotas<Key> {
  const known = new Map(keys.map((key) => [key, countOf(key)]));
  const hidden = keys.filter((key) => known.get(key) === null);
  const told = keys.reduce((sum, key) => sum + (known.get(key) ?? 0), 0);
  const weights = hidden.map((key) => Math.max(1, weightOf(key)));
  const shares = hidden.length === 0 ? [] : apportion(Math.max(0, whole - told), weights);
  return new Map(keys.map((key) => [key, known.get(key) ?? shares[hidden.indexOf(key)] ?? 0]));
}

type CountCell = Parameters<typeof childrenBySchool>[0][number];

/** The published counts of a year, as cells of places. */
function cellsOf({ pathways, territory, communes, schools }: Dashboard, year: SchoolYear): CountCell[] {
  const zones = [
    { zone_kind: 'epci' as const, zone: territory.siren },
    ...communes.map(({ code }) => ({ zone_kind: 'commune' as const, zone: code })),
    ...schools.map(({ uai }) => ({ zone_kind: 'school' as const, zone: uai }))
  ];
  return zones.flatMap((place): CountCell[] => {
    const { value, status } = countIn(pathways, year, place.zone, 'ALL', 'ALL');
    const cell = { ...place, school_year: year, level: 'ALL' as const, theme: 'ALL', children: value };
    return status === 'absent' ? [] : [cell];
  });
}

/** Children of the schools: those of collèges add up to their level. */
function schoolQuotas(dashboard: Dashboard, year: SchoolYear, whole: number, college: number) {
  const counted = dashboard.schools.filter(({ uai }) => dashboard.pathways[year]?.[uai] !== undefined);
  const weighed = counted.map(({ uai, commune, status, pupils }) => ({
    uai,
    commune,
    status,
    pupils: pupils ?? 100
  }));
  const shares = childrenBySchool(cellsOf(dashboard, year), weighed);
  return [true, false].flatMap((isCollege) => {
    const some = counted.filter(({ kind }) => (kind === 'college') === isCollege);
    const published = ({ uai }: School) => countIn(dashboard.pathways, year, uai, 'ALL', 'ALL').value;
    const quotas = completed(
      isCollege ? college : whole - college,
      some.map(({ uai }) => uai),
      (uai) => published(some.find((school) => school.uai === uai)!),
      (uai) => {
        // A maternelle has one level of the two that a primary school has.
        const half = some.find((school) => school.uai === uai)!.kind === 'maternelle' ? 0.3 : 1;
        return Math.round(1000 * half * (shares.get(uai) ?? 0));
      }
    );
    return some.map((school) => ({ school, children: quotas.get(school.uai)! }));
  });
}

/** @returns null for a year whose total is not published */
export function yearQuotas(dashboard: Dashboard, year: SchoolYear): YearQuotas | null {
  const { pathways, territory, themes: own = [], communes, qpvs } = dashboard;
  const count = (zone: string, level: Level | 'ALL' = 'ALL', theme = 'ALL') =>
    countIn(pathways, year, zone, level, theme, own).value;
  const whole = count(territory.siren);
  if (whole === null) return null;
  const levels = completed(
    whole,
    LEVELS,
    (level) => count(territory.siren, level),
    () => 1
  );
  const schools = schoolQuotas(dashboard, year, whole, levels.get('college')!);
  const attending = (commune: string) =>
    schools.reduce((sum, { school, children }) => sum + (school.commune === commune ? children : 0), 0);
  const homes = communes.filter(({ code }) => pathways[year]?.[code] !== undefined).map(({ code }) => code);
  return {
    schools,
    levels,
    themes: completed(
      whole,
      [...THEMES, ...own],
      (theme) => count(territory.siren, 'ALL', theme),
      () => 1
    ),
    communes: completed(whole, homes, (code) => count(code), attending),
    qpvs: new Map(qpvs.map(({ code }) => [code, count(code) ?? FEW]))
  };
}
