// The recommended cube (docs/decisions/007): totals by school; level by theme for the EPCI, communes, QPV and outside QPV; year by year.
import { LEVELS, levelsOf, type Level, type SchoolKind } from '../../../model/school.ts';
import {
  OTHER_THEME,
  THEMES,
  UNKNOWN,
  UNKNOWN_COMMUNE,
  type Case,
  type ChildTheme
} from '../../../model/pathway.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { singleWorkplacePatterns, type Workplaces } from '../attack/single-workplaces.ts';
import { OUTSIDE, ROOT, type CubeCell, type Dimension, type Tree } from '../published-cube.ts';

/** Places that are publicly known to exist. Places named by a case are added. */
export interface CaseStructure {
  communes: readonly string[];
  qpvs: readonly { code: string; communes: readonly string[] }[];
  schools: readonly KnownSchool[];
}

export interface KnownSchool {
  uai: string;
  kind?: SchoolKind;
  /** Years in which the service works with it, where public; in other years nobody is followed there. */
  reached?: readonly SchoolYear[];
  /** Where it is. */
  commune?: string;
  qpv?: string | null;
  /** The post that follows it; known inside a service only. */
  post?: string;
}

/** A cube without values: its dimensions, its structural zeros, and the cells to publish if they may be. */
export interface CubeFrame {
  dimensions: Dimension[];
  impossible: Record<string, string>[];
  /** Zones of a single school, by year: cells that split them further are suppressed. */
  alone: Record<string, string>[];
  cells: CubeCell[];
  /** All, and the communes: the zones that need no QPV. */
  wholeZones: ReadonlySet<string>;
}

const partOf = ({ qpv }: Pick<Case, 'qpv'>): string => (qpv === undefined ? UNKNOWN : (qpv ?? OUTSIDE));
const communeOf = ({ commune }: Pick<Case, 'commune'>): string => commune ?? UNKNOWN_COMMUNE;
export const zoneOf = (one: Pick<Case, 'commune' | 'qpv'>): string => `${communeOf(one)}:${partOf(one)}`;
const schoolOf = ({ uai }: Case): string => uai ?? UNKNOWN;
const levelOf = ({ level }: Case): string => level ?? UNKNOWN;
const themeOf = ({ theme }: Case): ChildTheme => theme ?? OTHER_THEME;
/** Where a child counts: what is not known of it is a part of its own, so that every total holds. */
export const leavesOf = (one: Case): string[] => [zoneOf(one), schoolOf(one), levelOf(one), themeOf(one)];

const flat = (names: readonly string[]): Tree => ({
  [ROOT]: Object.fromEntries(names.map((name) => [name, {}]))
});
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

function zones(cases: readonly Case[], structure: CaseStructure) {
  const partsByCommune = new Map<string, Set<string>>();
  const add = (commune: string, part: string) =>
    (partsByCommune.get(commune) ?? partsByCommune.set(commune, new Set()).get(commune)!).add(part);
  for (const commune of structure.communes) add(commune, OUTSIDE);
  for (const { code, communes } of structure.qpvs) {
    for (const commune of communes) if (structure.communes.includes(commune)) add(commune, code);
  }
  for (const one of cases) {
    add(communeOf(one), OUTSIDE);
    add(communeOf(one), partOf(one));
  }
  const communes = unique([...partsByCommune.keys()]);
  const partsOf = (commune: string) => unique([...partsByCommune.get(commune)!]);
  const byCommune = Object.fromEntries(
    communes.map((commune) => [
      commune,
      Object.fromEntries(partsOf(commune).map((part) => [`${commune}:${part}`, {}]))
    ])
  );
  const byQpv: Tree = {};
  for (const part of unique(communes.flatMap(partsOf))) {
    const holders = communes.filter((commune) => partsByCommune.get(commune)!.has(part));
    byQpv[part] = Object.fromEntries(holders.map((commune) => [`${commune}:${part}`, {}]));
  }
  const qpvs = Object.keys(byQpv).filter((part) => part !== OUTSIDE && part !== UNKNOWN);
  const outside = communes
    .filter((commune) => partsByCommune.get(commune)!.size > 1)
    .map((commune) => `${commune}:${OUTSIDE}`);
  const unknown = communes
    .filter((commune) => partsByCommune.get(commune)!.has(UNKNOWN))
    .map((commune) => `${commune}:${UNKNOWN}`);
  return {
    trees: [{ [ROOT]: byCommune }, { [ROOT]: byQpv }],
    whole: [ROOT, ...communes],
    shown: [ROOT, ...communes, ...qpvs, ...outside, ...unknown]
  };
}

/** The names of a dimension: those of a list, those met beside it, and at last the one for what is not known. */
function namesOf(list: readonly string[], met: readonly string[], unknown: string): string[] {
  const others = unique(met).filter((name) => !list.includes(name) && name !== unknown);
  return [...list, ...others, ...(met.includes(unknown) ? [unknown] : [])];
}

/**
 * The cells of one year. What the cases of the year never tell (no QPV, no theme, no level, no school) is not published: it would read as
 * a count of zero.
 */
export function cellsOfYear({ cells, wholeZones }: CubeFrame, cases: readonly Case[]): CubeCell[] {
  const knows = {
    part: cases.some(({ qpv }) => qpv !== undefined),
    school: cases.some(({ uai }) => uai !== null),
    level: cases.some(({ level }) => level !== null),
    theme: cases.some(({ theme }) => theme !== null)
  };
  return cells.filter(
    ({ key: [zone, school, level, theme] }) =>
      (knows.part || wholeZones.has(zone!)) &&
      (knows.school || school === ROOT) &&
      (knows.level || level === ROOT) &&
      (knows.theme || theme === ROOT)
  );
}

/**
 * Schools of the cases or of the list whose kind is not told. Anyone can know it, and with it which levels a school has: without it nobody
 * can tell what the totals of schools give away. Cases that name no school have no such totals, and those that name no level nothing to give
 * away by them.
 */
export function schoolsOfNoKind(cases: readonly Case[], { schools }: CaseStructure): string[] {
  const met = cases.every(({ level }) => level === null) ? [] : cases.flatMap(({ uai }) => uai ?? []);
  const told = new Set(schools.flatMap(({ uai, kind }) => (kind === undefined ? [] : [uai])));
  const listed = met.length === 0 ? [] : schools.map(({ uai }) => uai);
  return unique([...listed, ...met]).filter((uai) => !told.has(uai));
}

/**
 * The frame of every year: `allCases` spans all years, so that all have the same dimensions.
 *
 * @param withSchools whether the totals of schools are cells of it
 */
export function recommendedFrame(
  allCases: readonly Case[],
  structure: CaseStructure,
  withSchools = true
): CubeFrame {
  const { trees, shown, whole } = zones(allCases, structure);
  const kinds = new Map(structure.schools.map(({ uai, kind }) => [uai, kind]));
  const schools = namesOf([], [...kinds.keys(), ...allCases.map(schoolOf)], UNKNOWN);
  const levelNames = namesOf(LEVELS, allCases.map(levelOf), UNKNOWN);
  const themes = namesOf(THEMES, allCases.map(themeOf), OTHER_THEME);
  const met = new Set(allCases.map((one) => `${schoolOf(one)} ${levelOf(one)}`));
  const impossible: Record<string, string>[] = schools.flatMap((school) => {
    const kind = kinds.get(school);
    if (kind === undefined) return [];
    const levels: readonly Level[] = levelsOf(kind);
    return LEVELS.filter((level) => !levels.includes(level) && !met.has(`${school} ${level}`)).map(
      (level) => ({ school, level })
    );
  });
  impossible.push(...outOfReach(allCases, structure));
  const alone = schoolYearsOf(allCases).flatMap((year) =>
    singleWorkplacePatterns(workplacesOf(structure, year))
      .filter(({ zone }) => shown.includes(zone!))
      .map((pattern) => ({ year, ...pattern }))
  );
  const cells: CubeCell[] = [];
  for (const zone of shown)
    for (const level of [ROOT, ...levelNames])
      for (const theme of [ROOT, ...themes]) cells.push({ key: [zone, ROOT, level, theme] });
  if (withSchools) for (const school of schools) cells.push({ key: [ROOT, school, ROOT, ROOT] });
  return {
    dimensions: [
      { name: 'zone', trees },
      { name: 'school', trees: [flat(schools)] },
      { name: 'level', trees: [flat(levelNames)] },
      { name: 'theme', trees: [flat(themes)] }
    ],
    impossible,
    alone,
    cells,
    wholeZones: new Set(whole)
  };
}

function outOfReach(allCases: readonly Case[], { schools }: CaseStructure): Record<string, string>[] {
  const met = new Set(allCases.map((one) => `${schoolOf(one)} ${one.school_year}`));
  return schools.flatMap(({ uai, reached }) =>
    schoolYearsOf(allCases)
      .filter((year) => reached && !reached.includes(year) && !met.has(`${uai} ${year}`))
      .map((year) => ({ year, school: uai }))
  );
}

/** The patterns that hold in one year, without their `year` key. */
export function patternsOfYear(
  patterns: readonly Record<string, string>[],
  year: SchoolYear
): Record<string, string>[] {
  return patterns.flatMap(({ year: only, ...pattern }) =>
    only === undefined || only === year ? [pattern] : []
  );
}

export const schoolYearsOf = (cases: readonly Case[]): SchoolYear[] =>
  [...new Set(cases.map(({ school_year }) => school_year))].sort();

/** Number of schools, and of posts where known, of every zone in a year; and the schools that are the only one of their post. */
export function workplacesOf({ schools }: CaseStructure, year: SchoolYear): Workplaces[] {
  const zones = new Map<string, KnownSchool[]>();
  const posts = new Map<string, string[]>();
  for (const school of schools) {
    const { uai, commune, qpv = null, post, reached } = school;
    if (reached && !reached.includes(year)) continue;
    if (post !== undefined) posts.set(post, [...(posts.get(post) ?? []), uai]);
    if (commune === undefined) continue;
    const part = qpv ?? OUTSIDE;
    for (const zone of [commune, part, `${commune}:${part}`])
      zones.set(zone, [...(zones.get(zone) ?? []), school]);
  }
  const count = (of: (inside: KnownSchool[]) => number) =>
    new Map([...zones].map(([zone, inside]) => [zone, of(inside)]));
  const onePost = (inside: KnownSchool[]) =>
    inside.some(({ post }) => post === undefined) ? Infinity : new Set(inside.map(({ post }) => post)).size;
  const lone = [...posts.values()].flatMap((followed) => (followed.length === 1 ? followed : []));
  return [
    { dimension: 'zone', schools: count((inside) => inside.length), posts: count(onePost) },
    { dimension: 'school', posts: new Map(lone.map((uai) => [uai, 1])) }
  ];
}
