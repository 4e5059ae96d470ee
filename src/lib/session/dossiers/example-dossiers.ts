// Fictitious dossiers of the demonstration, drawn in the tab from its published counts alone: they agree with each of them, and tell nothing of those that are
// protected. Proportions of the country: annual survey on 2021.
import { mulberry32, type Random } from '$lib/algorithms/random.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { addDays } from '$lib/model/meetings/days.ts';
import type { Case, Theme } from '$lib/model/pathway.ts';
import type { CaseDetails } from '$lib/model/report/case-details.ts';
import { FICTITIOUS_DETAILS, type Weighted } from '$lib/model/report/fictitious-details.ts';
import { levelsOf, type Level, type School } from '$lib/model/school.ts';
import { startYear, type SchoolYear } from '$lib/model/school-year.ts';
import { yearQuotas, type Quotas, type YearQuotas } from './published-quotas.ts';

const SEED = 2021;
const { sexes, origins, profiles, reasons: reasonWords, exitReasons } = FICTITIOUS_DETAILS;
/** Months of a path: 12 to 19 on average in the country. */
const MONTHS = { least: 6, most: 25 };
const AGES: Record<Level, readonly [number, number]> = {
  maternelle: [3, 5],
  elementaire: [6, 10],
  college: [11, 15]
};
interface Child {
  id: string;
  family: string;
  /** At the end of December of its last school year. */
  age: number;
  school: School;
  theme: Theme | string;
  details: CaseDetails;
  /** ISO days; the exit is the planned one, told once it is past. */
  entry: string;
  exit: string;
}

const levelAt = (age: number): Level => (age >= 11 ? 'college' : age >= 6 ? 'elementaire' : 'maternelle');

function drawn<Value>(random: Random, weights: Weighted<Value>): Value {
  let left = random() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (weights.find(([, weight]) => (left -= weight) < 0) ?? weights.at(-1)!)[0];
}
const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

/** Takes one of a quota; whether there was one left. */
function take<Key extends string>(quotas: Quotas<Key>, key: Key): boolean {
  const left = quotas.get(key) ?? 0;
  quotas.set(key, left - 1);
  return left > 0;
}
const largest = <Key extends string>(quotas: Quotas<Key>, keys: readonly Key[]): Key =>
  keys.reduce((best, key) => ((quotas.get(key) ?? 0) > (quotas.get(best) ?? 0) ? key : best));

function enter(
  random: Random,
  number: number,
  year: SchoolYear,
  level: Level
): Omit<Child, 'school' | 'theme'> {
  const age = whole(random, ...AGES[level]);
  const entry = addDays(`${startYear(year)}-09-01`, whole(random, 0, 280));
  const reasons = [drawn(random, reasonWords), drawn(random, reasonWords)].slice(0, random() < 0.35 ? 2 : 1);
  return {
    id: `FICTIF-${String(number).padStart(4, '0')}`,
    family: `FICTIF-F${String(random() < 0.2 ? Math.max(1, number - 1) : number).padStart(4, '0')}`,
    age,
    entry,
    exit: addDays(entry, Math.round(30.4375 * whole(random, MONTHS.least, MONTHS.most))),
    details: {
      sex: drawn(random, sexes),
      birthYear: startYear(year) - age,
      orientedBy: drawn(random, origins),
      reasons: [...new Set(reasons)],
      profile: drawn(random, profiles),
      entry,
      exit: null,
      exitReason: drawn(random, exitReasons),
      lastReview: null,
      visitDays: []
    }
  };
}

/** Those of the year before who go on in a school, while the published counts have room for them. */
function goingOn(before: readonly Child[], { schools, levels }: YearQuotas, september: string): Child[] {
  const room: Quotas = new Map(schools.map(({ school, children }) => [school.uai, children]));
  const free: Quotas<Level> = new Map(levels);
  return before.flatMap((child) => {
    const { school } = child;
    const age = child.age + 1;
    const level = levelAt(age);
    const stays =
      child.exit >= september &&
      age <= AGES.college[1] &&
      levelsOf(school.kind).includes(level) &&
      (room.get(school.uai) ?? 0) > 0 &&
      (free.get(level) ?? 0) > 0;
    if (!stays) return [];
    take(room, school.uai);
    take(free, level);
    return [{ ...child, age }];
  });
}

/** Children of a year: those who go on, and as many new ones as the published counts ask. */
function childrenOf(
  random: Random,
  quotas: YearQuotas,
  year: SchoolYear,
  before: readonly Child[],
  next: () => number
): Child[] {
  const levels: Quotas<Level> = new Map(quotas.levels);
  const themes: Quotas = new Map(quotas.themes);
  const stay = goingOn(before, quotas, `${startYear(year)}-09-01`);
  for (const { age, theme } of stay) {
    take(levels, levelAt(age));
    take(themes, theme);
  }
  // Schools of one level first: those of several take what is left.
  const inOrder = [...quotas.schools].sort(
    (a, b) => levelsOf(a.school.kind).length - levelsOf(b.school.kind).length
  );
  const children = [...stay];
  for (const { school, children: count } of inOrder) {
    const there = stay.filter((child) => child.school.uai === school.uai).length;
    for (let at = there; at < count; at++) {
      const level = largest(levels, levelsOf(school.kind));
      take(levels, level);
      const theme = largest(themes, [...themes.keys()]);
      take(themes, theme);
      children.push({ ...enter(random, next(), year, level), school, theme });
    }
  }
  return children;
}

/** Where each child lives: in the commune of its school and a QPV of it while their published counts have room. */
function homesOf(
  children: readonly Child[],
  { communes, qpvs }: YearQuotas,
  dashboard: Dashboard
): { commune: string; qpv: string | null }[] {
  const [homes, quarters] = [new Map(communes), new Map(qpvs)];
  const near = children.map(({ school: { commune } }) => (take(homes, commune) ? commune : null));
  return near.map((commune) => {
    const home = commune ?? largest(homes, [...homes.keys()]);
    if (commune === null) take(homes, home);
    const within = dashboard.qpvs.filter((qpv) => qpv.communes.includes(home)).map(({ code }) => code);
    const qpv = within.length === 0 ? null : largest(quarters, within);
    return { commune: home, qpv: qpv !== null && take(quarters, qpv) ? qpv : null };
  });
}

/** Share of the families whom nobody visits after winter. */
const QUIET = 0.05;

/** Days of visits of a school year, about one a month while the child is followed. */
function visitsOf(random: Random, { entry, exit }: Child, year: SchoolYear): string[] {
  const last = random() < QUIET ? '03-15' : '07-04';
  const end = [exit, `${startYear(year) + 1}-${last}`].sort()[0]!;
  const days: string[] = [];
  let day = [entry, `${startYear(year)}-09-05`].sort()[1]!;
  for (;;) {
    day = addDays(day, whole(random, 8, 46));
    if (day > end) return days;
    days.push(day);
  }
}

/** @param known ISO day: an exit after it is not told yet */
function rowOf(
  random: Random,
  child: Child,
  year: SchoolYear,
  home: ReturnType<typeof homesOf>[number],
  known: string
): Case {
  const { id, family, age, school, theme, exit, details } = child;
  const visitDays = visitsOf(random, child, year);
  const hasLeft = exit <= known;
  const seen =
    visitDays.length === 0 || random() < 0.15 ? null : addDays(visitDays.at(-1)!, -whole(random, 0, 40));
  return {
    case_id: id,
    school_year: year,
    uai: school.uai,
    ...home,
    level: levelAt(age),
    theme,
    family_id: family,
    visits: visitDays.length,
    details: {
      ...details,
      exit: hasLeft ? exit : null,
      exitReason: hasLeft ? details.exitReason : null,
      lastReview: seen !== null && seen >= child.entry ? seen : null,
      visitDays
    }
  };
}

/** One row a child and year, as a case file has them; none where no total is published. */
export function exampleDossiers(dashboard: Dashboard): Case[] {
  const random = mulberry32(SEED);
  let number = 0;
  let before: Child[] = [];
  const known = `${startYear(dashboard.years.at(-1) ?? '2025-2026') + 1}-06-30`;
  return dashboard.years.flatMap((year) => {
    const quotas = yearQuotas(dashboard, year);
    if (quotas === null) return [];
    const children = childrenOf(random, quotas, year, before, () => ++number);
    const homes = homesOf(children, quotas, dashboard);
    before = children;
    return children.map((child, at) => rowOf(random, child, year, homes[at]!, known));
  });
}
