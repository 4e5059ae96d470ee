// Children that the work of each school counts, from published counts alone.
import type { PathwayCell } from '../../../model/pathway.ts';
import type { School } from '../../../model/school.ts';

/** A school, with the pupils that it weighs by: known or assumed. */
export interface WeighedSchool extends Pick<School, 'uai' | 'commune' | 'status'> {
  pupils: number;
}

export type CountCell = Pick<
  PathwayCell,
  'school_year' | 'zone_kind' | 'zone' | 'level' | 'theme' | 'children'
>;

/** Children of a place that its published counts leave to its schools whose own count is protected. */
interface Place {
  /** null where the count of the place is protected, or not part of the publication. */
  left: number | null;
  schools: readonly WeighedSchool[];
  /** Pupils of those schools. */
  weight: number;
}

const sumOf = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0);
const weightOf = ({ pupils }: WeighedSchool): number => Math.max(1, pupils);

/** Published counts of children of the last year, all levels and themes together. */
function lastCounts(cells: readonly CountCell[]) {
  const wholes = cells.filter(({ level, theme }) => level === 'ALL' && theme === 'ALL');
  const year = wholes.reduce((last, { school_year }) => (school_year > last ? school_year : last), '');
  const now = wholes.filter(({ school_year }) => school_year === year);
  const of = (kind: PathwayCell['zone_kind']) =>
    new Map(now.flatMap((cell) => (cell.zone_kind === kind ? [[cell.zone, cell.children] as const] : [])));
  const [whole = null] = of('epci').values();
  return { whole, communes: of('commune'), schools: of('school') };
}

/**
 * Shares an amount among places: each has what its count leaves, and those without a count share the rest by pupils. Communes count those who
 * live there and schools those who attend, so that there may be more or less to share than the counts leave: all then change in
 * the same proportion, a place without a count being at the mean of the others.
 */
function shareAmong(places: readonly Place[], amount: number): number[] {
  const shown = places.filter(({ left }) => left !== null);
  const left = sumOf(shown, (place) => place.left ?? 0);
  const [weight, shownWeight] = [places, shown].map((some) => sumOf(some, (place) => place.weight)) as [
    number,
    number
  ];
  const mean = amount > left ? (amount - left) / (weight - shownWeight) : left / shownWeight;
  const wants = places.map((place) => place.left ?? place.weight * mean);
  const wanted = sumOf(wants, (want) => want);
  return places.map((place, at) => amount * (wanted > 0 ? wants[at]! / wanted : place.weight / weight));
}

/**
 * Children of every school that the service works in, from the published counts of the last year: a school whose own count is published has it;
 * the others share by pupils what their commune leaves, or, where the count of the commune is protected, what the whole leaves. Where the
 * whole is published and a school is protected, they add up to it. Counts of a QPV are not used: those who live there attend schools of all the
 * commune, and on the demonstration they estimate the children of a school worse than the commune does.
 *
 * It reads what is published and the pupils, nothing else: two truths with one publication give the same children, so that no protected
 * count is narrowed. Children are fractions: they measure work, and count nobody.
 *
 * @param schools followed, and those of the publication that are not (linked collèges)
 * @returns children by UAI; a school is absent where nothing published tells of it
 */
export function childrenBySchool(
  cells: readonly CountCell[],
  schools: readonly WeighedSchool[]
): Map<string, number> {
  const { whole, communes, schools: counts } = lastCounts(cells);
  const own = (uai: string) => counts.get(uai) ?? null;
  const given = new Map(schools.flatMap(({ uai }) => (own(uai) === null ? [] : [[uai, own(uai)!] as const])));
  const places = [...new Set(schools.map(({ commune }) => commune))].flatMap((code): Place[] => {
    const there = schools.filter(({ commune }) => commune === code);
    const hidden = there.filter(({ uai }) => own(uai) === null);
    const count = communes.get(code) ?? null;
    const told = sumOf(there, ({ uai }) => own(uai) ?? 0);
    const left = count === null ? null : Math.max(0, count - told);
    return hidden.length === 0 ? [] : [{ left, schools: hidden, weight: sumOf(hidden, weightOf) }];
  });
  const told = sumOf([...given.values()], (count) => count);
  const shares =
    whole === null ? places.map(({ left }) => left) : shareAmong(places, Math.max(0, whole - told));
  places.forEach(({ schools: hidden, weight }, at) => {
    const share = shares[at]!;
    if (share !== null)
      for (const school of hidden) given.set(school.uai, (share * weightOf(school)) / weight);
  });
  return given;
}

/**
 * Children that the work of each followed or waiting school counts. No post is given a collège: its children, and those that the whole counts
 * beyond every school, are followed by the posts of its commune (of all where none is there), a share a school by pupils. A school that
 * waits counts for the mean of those followed. So the followed schools add up to the published whole.
 *
 * @returns children by UAI, fractions included; empty where nothing is published: the work then counts a hypothesis
 */
export function childrenAtWork(
  cells: readonly CountCell[],
  schools: readonly WeighedSchool[]
): ReadonlyMap<string, number> {
  const counts = lastCounts(cells);
  const reached = schools.filter(({ uai, status }) => status === 'followed' || counts.schools.has(uai));
  const children = childrenBySchool(cells, reached);
  const followed = reached.filter(({ uai, status }) => status === 'followed' && children.has(uai));
  if (followed.length === 0) return new Map();
  const atWork = new Map(followed.map(({ uai }) => [uai, children.get(uai)!]));
  const carry = (amount: number, by: readonly WeighedSchool[]) => {
    const weight = sumOf(by, weightOf);
    for (const school of by)
      atWork.set(school.uai, atWork.get(school.uai)! + (amount * weightOf(school)) / weight);
  };
  for (const { uai, commune, status } of reached) {
    const near = followed.filter((school) => school.commune === commune);
    if (status !== 'followed') carry(children.get(uai) ?? 0, near.length > 0 ? near : followed);
  }
  const beyond = (counts.whole ?? 0) - sumOf([...children.values()], (count) => count);
  if (beyond > 0) carry(beyond, followed);
  const mean = sumOf(followed, ({ uai }) => atWork.get(uai)!) / sumOf(followed, weightOf);
  for (const school of schools)
    if (school.status === 'waiting') atWork.set(school.uai, mean * weightOf(school));
  return atWork;
}
