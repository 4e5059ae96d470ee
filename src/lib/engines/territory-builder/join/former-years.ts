// The service's lists year by year: those of this build under their year, those of former years as the folder has kept them.
import * as v from 'valibot';
import type { Dashboard } from '../../../cube/dashboard.ts';
import type { Finding } from '../../../model/findings.ts';
import { knownSum, type KnownSum } from '../../../model/known-sum.ts';
import { SCHOOL_KINDS, type School } from '../../../model/school.ts';
import { asOfMonth, isSchoolYear, type Month, type SchoolYear } from '../../../model/school-year.ts';
import type { ServiceYear } from '../../../model/service.ts';
import { type TerritoryFiles, YEAR_FACTS_PATH } from '../../../model/territory-files.ts';
import { YEAR_FACTS_VERSION, type YearFacts, type YearFactsFile } from './year-facts.ts';
import type { TerritoryRows } from '../rows.ts';
import type { From, Sources } from '../sources/sources.ts';
import { sha256 } from '../../../algorithms/sha256.ts';

const LISTS = ['teams', 'actions', 'staff', 'followed'] as const;
type ListName = (typeof LISTS)[number];

const DASHBOARD = 'tables/dashboard.json';

function jsonIn<Content>(files: TerritoryFiles, path: string): Content | null {
  const bytes = files.get(path);
  if (!bytes) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Content;
  } catch {
    return null;
  }
}

/** A folder saved before it kept years: what its pages say of its last one. */
function factsOfDashboard({ serviceYears, schools, posts, years }: Dashboard): YearFacts[] {
  const followed = schools.filter(({ status }) => status === 'followed');
  const year = serviceYears.at(-1)?.school_year ?? years.at(-1);
  if (year === undefined || (serviceYears.length === 0 && followed.length === 0)) return [];
  const facts = serviceYears.map((row): YearFacts => ({
    year: row.school_year,
    teams: { count: row.teams, meetings: row.meetings, print: null },
    actions: { euros: row.budget_euros, print: null }
  }));
  const last = facts.find((one) => one.year === year) ?? { year };
  const kept: YearFacts = {
    ...last,
    ...(posts.referents > 0 && { staff: { ...posts, print: null } }),
    ...(followed.length > 0 && { followed: { schools: followed, print: null } })
  };
  return [...facts.filter((one) => one !== last), kept];
}

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Print = { print: v.nullable(v.string()) };
const Year = v.custom<SchoolYear>((text) => typeof text === 'string' && isSchoolYear(text));
/** A school is one of a dashboard: what tells it apart is checked, the rest is as it was written. */
const KeptSchool = v.looseObject({
  uai: v.string(),
  name: v.string(),
  commune: v.string(),
  kind: v.picklist(SCHOOL_KINDS),
  followed_since: v.nullable(Year)
});
const Kept = v.array(
  v.object({
    year: Year,
    teams: v.optional(v.object({ count: Count, meetings: v.nullable(v.number()), ...Print })),
    actions: v.optional(v.object({ euros: v.nullable(v.number()), ...Print })),
    staff: v.optional(v.object({ referents: Count, coordinators: Count, ...Print })),
    followed: v.optional(v.object({ schools: v.array(KeptSchool), ...Print }))
  })
);

/** The years that a folder has kept; none for the folder of another territory, or a damaged one. */
export function keptYears(files: TerritoryFiles, siren: string): YearFacts[] {
  const file = jsonIn<Partial<YearFactsFile>>(files, YEAR_FACTS_PATH);
  if (file && (file.version !== YEAR_FACTS_VERSION || file.siren !== siren)) return [];
  const dashboard = file ? null : jsonIn<Dashboard>(files, DASHBOARD);
  const isWhole =
    dashboard?.territory?.siren === siren &&
    [dashboard.serviceYears, dashboard.schools, dashboard.years].every(Array.isArray);
  const read = v.safeParse(Kept, file ? file.years : isWhole ? factsOfDashboard(dashboard) : []);
  return read.success ? (read.output as YearFacts[]) : [];
}

/** « actions 2025-2026.csv » says its year. */
function namedYear(files: readonly string[]): SchoolYear | null {
  const years = files.flatMap((file) =>
    [...file.matchAll(/(?<!\d)(20\d{2})[-_ ](20\d{2})(?!\d)/g)].flatMap(([, from, to]) => {
      const year = `${from}-${to}`;
      return isSchoolYear(year) ? [year] : [];
    })
  );
  return years.sort().at(-1) ?? null;
}

const whole = ({ value, unknown }: KnownSum) => (unknown === 0 ? value : null);

type Listed = From<object> & { line: number; post?: string | null };
type Facts = Omit<YearFacts, 'year'>;

/** What the lists of this build say, whatever their year. */
function factsNow(sources: Sources, rows: TerritoryRows): Facts {
  // Nothing of a post is in it: the copy of a list that a public folder keeps has none.
  const print = (name: ListName) =>
    sha256(JSON.stringify(sources[name].map(({ file: _, line: _line, post: _post, ...row }: Listed) => row)));
  const has = (name: ListName) => sources[name].length > 0;
  const meetings = whole(knownSum(rows.teams.map((team) => team.meetings)));
  const euros = whole(knownSum(rows.actions.map(({ cost_euros }) => cost_euros)));
  const schools = rows.schools.filter(({ status }) => status === 'followed');
  return {
    ...(has('teams') && { teams: { count: rows.teams.length, meetings, print: print('teams') } }),
    ...(has('actions') && { actions: { euros, print: print('actions') } }),
    ...(has('staff') && { staff: { ...rows.posts, print: print('staff') } }),
    ...(has('followed') && { followed: { schools, print: print('followed') } })
  };
}

/** The same list as that of a former year: by its rows, or by its figures where an older folder did not keep their fingerprint. */
function isSameList(name: ListName, now: Facts, then: YearFacts): boolean {
  const [one, other] = [now[name], then[name]];
  if (!one || !other) return false;
  if (other.print !== null) return one.print === other.print;
  if (name === 'followed') {
    const uais = ({ schools }: { schools: School[] }) =>
      schools
        .map(({ uai }) => uai)
        .sort()
        .join();
    return uais(now.followed!) === uais(then.followed!);
  }
  return JSON.stringify({ ...one, print: null }) === JSON.stringify({ ...other, print: null });
}

function serviceYear({ year, teams, actions, staff }: YearFacts): ServiceYear[] {
  if (!teams || !actions) return [];
  return [
    {
      school_year: year,
      teams: teams.count,
      meetings: teams.meetings,
      budget_euros: actions.euros,
      ...(staff && { referents: staff.referents }),
      quality: 'official'
    }
  ];
}

const LEFT = { status: 'outside', team: null } as const;

/** A school that its list says to be followed until a year that is over has left; until the last one, it is followed. */
function asDated(school: School, last: SchoolYear): School {
  const { followed_until, ...undated } = school;
  if (followed_until === undefined || school.status !== 'followed') return school;
  return followed_until < last ? { ...school, ...LEFT } : undated;
}

/** Schools followed in a former year that no later list of followed schools has. */
function schoolsThatLeft(
  years: readonly YearFacts[],
  current: readonly School[]
): { here: ReadonlyMap<string, School>; gone: School[] } {
  const lists = years.flatMap(({ year, followed }) => (followed ? [{ year, ...followed }] : []));
  const last = lists.at(-1);
  const still = new Set(last?.schools.map(({ uai }) => uai));
  const left = new Map<string, School>();
  for (const { year, schools } of lists.slice(0, -1)) {
    for (const school of schools) {
      if (!still.has(school.uai)) left.set(school.uai, { ...school, ...LEFT, followed_until: year });
    }
  }
  const known = new Set(current.map(({ uai }) => uai));
  return {
    here: new Map([...left].filter(([uai]) => known.has(uai))),
    gone: [...left.values()].filter(({ uai }) => !known.has(uai))
  };
}

/**
 * The rows of a territory with its former years: costs, teams and posts of each, and the schools that left, in the years in which they were followed.
 *
 * A list is of the year that its file's name says; else of the year whose list it repeats; else of the last year of the territory, whose former list it then replaces.
 *
 * @param kept what the folder has kept, of this territory
 */
export function withFormerYears(
  rows: TerritoryRows,
  sources: Sources,
  { kept, today }: { kept: readonly YearFacts[]; today: Month }
): { rows: TerritoryRows; facts: YearFacts[]; findings: Finding[] } {
  const last = rows.years.at(-1)!;
  const dated = { ...rows, schools: rows.schools.map((school) => asDated(school, last)) };
  const now = factsNow(sources, dated);
  // The list of posts is in no public folder: what was counted in it stays.
  const posts =
    sources.staff.length > 0 || rows.territory.internal ? null : kept.findLast(({ staff }) => staff);
  const years = new Map(kept.map((facts) => [facts.year, { ...facts }]));
  const findings: Finding[] = [];
  for (const name of LISTS) {
    if (!now[name]) continue;
    const [file = ''] = sources.files[name];
    const same = kept.findLast((facts) => isSameList(name, now, facts))?.year;
    const year = namedYear(sources.files[name]) ?? same ?? last;
    const facts = years.get(year) ?? { year };
    if (facts[name] && year !== same)
      findings.push({ code: 'list-of-year-replaced', severity: 'note', file, found: year });
    years.set(year, { ...facts, [name]: now[name] });
  }
  const facts = [...years.values()].sort((a, b) => (a.year < b.year ? -1 : 1));
  const all = [...new Set([...rows.years, ...facts.map(({ year }) => year)])].sort();
  const { here, gone } = schoolsThatLeft(facts, dated.schools);
  if (here.size + gone.length > 0) {
    const [file = ''] = sources.files.followed;
    findings.push({ code: 'schools-left', severity: 'note', file, found: String(here.size + gone.length) });
  }
  return {
    facts,
    findings,
    rows: {
      ...rows,
      years: all,
      asOf: all.at(-1) === last ? rows.asOf : asOfMonth(all.at(-1)!, today),
      serviceYears: facts.flatMap(serviceYear),
      ...(posts?.staff && {
        posts: { referents: posts.staff.referents, coordinators: posts.staff.coordinators }
      }),
      schools: dated.schools.map((school) => {
        const then = here.get(school.uai);
        if (!then || school.status === 'followed' || school.followed_until !== undefined) return school;
        const { followed_since, followed_until } = then;
        return { ...school, followed_since, followed_until: followed_until! };
      }),
      ...(gone.length > 0 && { formerSchools: gone })
    }
  };
}

/** The file that keeps them; null when there is nothing to keep. */
export function yearFactsFile(siren: string, years: YearFacts[]): string | null {
  if (years.length === 0) return null;
  const file: YearFactsFile = { version: YEAR_FACTS_VERSION, siren, years };
  return `${JSON.stringify(file)}\n`;
}
