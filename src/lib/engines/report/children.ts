// Children of a year and the length of their paths, from the rows of the case file.
import { pathLengths } from '../pathways/index.ts';
import { childPaths, isAfter } from '../pathways/index.ts';
import { isLineId, type Case } from '../../model/pathway.ts';
import { AGE_GROUPS, NEED_PROFILES, ORIGINS, type AgeGroup } from '../../model/report/case-details.ts';
import { previousYear, startYear, type SchoolYear } from '../../model/school-year.ts';
import { LEVELS } from '../../model/school.ts';
import type { Facts, ReportCases } from './report-input.ts';
import { byWord, distinctWords } from './tally.ts';

interface Rows {
  year: SchoolYear;
  /** Those of the year, and those of the year before. */
  rows: readonly Case[];
  former: readonly Case[];
  /** Of every year: a path is looked at on its day, on which a later year has not begun. */
  every: readonly Case[];
  /** ISO day on which paths are looked at. */
  day: string;
  /** That on which their lengths are: one value with the page of paths. */
  pathsDay: string;
}

const AGES: Readonly<Record<AgeGroup, readonly [from: number, to: number]>> = {
  '2-5': [2, 5],
  '6-10': [6, 10],
  '11-16': [11, 16],
  '17+': [17, 25]
};

function ageGroup({ details }: Case, year: SchoolYear): AgeGroup | null {
  const birth = details?.birthYear ?? null;
  if (birth === null) return null;
  const age = startYear(year) - birth;
  return AGE_GROUPS.find((group) => age >= AGES[group][0] && age <= AGES[group][1]) ?? null;
}

/** A count for each of some values, and the rest under `unknown`; nothing where no row tells any. */
function shares(
  rows: readonly Case[],
  ids: Readonly<Record<string, string>>,
  unknown: string,
  rule: string,
  of: (row: Case) => string | number | null
): Facts {
  const counts = new Map(Object.keys(ids).map((value) => [value, 0]));
  let rest = 0;
  for (const row of rows) {
    const value = String(of(row));
    const count = counts.get(value);
    if (count === undefined) rest += 1;
    else counts.set(value, count + 1);
  }
  if (rest === rows.length) return {};
  const fact = (value: number) => ({ value, list: 'cases', rule }) as const;
  return {
    ...Object.fromEntries([...counts].map(([value, count]) => [ids[value]!, fact(count)])),
    [unknown]: fact(rest)
  };
}

const named = (prefix: string, values: readonly (string | number)[]) =>
  Object.fromEntries(values.map((value) => [String(value), `${prefix}.${value}`]));

/** Children who came in the year: by the date of entry, or else by the file of the year before. */
function entries({ year, rows, former }: Rows): Facts {
  const ids = { new: 'children.new', before: 'children.before' };
  const first = `${startYear(year)}-09`;
  if (rows.some(({ details }) => details?.entry))
    return shares(rows, ids, 'children.entryUnknown', 'entry', ({ details }) => {
      const entry = details?.entry ?? null;
      return entry === null ? null : entry >= first ? 'new' : 'before';
    });
  const before = new Set(former.map(({ case_id }) => case_id).filter((id) => !isLineId(id)));
  // Identifiers that are given anew each year tell nobody who stays.
  if (!rows.some(({ case_id }) => before.has(case_id))) return {};
  return shares(rows, ids, 'children.entryUnknown', 'former-file', ({ case_id }) =>
    before.has(case_id) ? 'before' : 'new'
  );
}

const hasExits = ({ details }: Case): boolean => details?.exit !== undefined;
const endOf = ({ details }: Case, day: string): string | null => {
  const exit = details?.exit ?? null;
  return exit !== null && !isAfter(exit, day) ? exit : null;
};

function wordFacts(prefix: string, rule: string, words: readonly string[]): Facts {
  const counts = byWord(words.map((word) => [word, 1] as const));
  return Object.fromEntries(
    counts.map(({ slug, word, count }) => [
      `${prefix}.${slug}`,
      { value: count, list: 'cases', rule, word } as const
    ])
  );
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** Of every path begun on the day, those of former years too: the figures of the page of paths. */
function lengths({ every, pathsDay }: Rows): Facts {
  if (!every.some(hasExits) || !every.some(({ details }) => details?.entry)) return {};
  const { median, meanEnded } = pathLengths(childPaths(every, pathsDay), pathsDay);
  const fact = (value: number, rule: string) => ({ value: hundredth(value), list: 'cases', rule }) as const;
  return {
    ...(median !== null && { 'paths.lengthMedian': fact(median, 'kaplan-meier') }),
    ...(meanEnded !== null && { 'paths.lengthMeanEnded': fact(meanEnded, 'mean-ended') })
  };
}

/** The facts of what rows tell. */
function detailFacts({ year, rows, day }: Rows): Facts {
  return {
    ...shares(
      rows,
      { F: 'children.girls', M: 'children.boys' },
      'children.sexUnknown',
      'sex',
      (row) => row.details?.sex ?? null
    ),
    ...shares(rows, named('children.age', AGE_GROUPS), 'children.age.unknown', 'age', (row) =>
      ageGroup(row, year)
    ),
    ...shares(
      rows,
      named('children.profile', NEED_PROFILES),
      'children.profile.unknown',
      'profile',
      (row) => row.details?.profile ?? null
    ),
    ...shares(
      rows,
      named('children.orientedBy', ORIGINS),
      'children.orientedBy.unknown',
      'oriented-by',
      (row) => row.details?.orientedBy ?? null
    ),
    ...shares(
      rows,
      { true: 'children.agreed', false: 'children.notAgreed' },
      'children.agreementUnknown',
      'agreement',
      (row) => String(row.details?.agreed)
    ),
    ...wordFacts(
      'children.reason',
      'reasons',
      rows.flatMap(({ details }) => distinctWords(details?.reasons ?? []))
    ),
    // Where some rows are of a file without exits, those who ended are not known.
    ...(rows.every(hasExits) &&
      shares(
        rows,
        { open: 'children.open', ended: 'children.ended' },
        'children.exitUnknown',
        'exit',
        (row) => (endOf(row, day) === null ? 'open' : 'ended')
      )),
    ...wordFacts(
      'paths.endReason',
      'exit-reasons',
      rows.flatMap((row) =>
        endOf(row, day) !== null && row.details?.exitReason ? [row.details.exitReason] : []
      )
    )
  };
}

/** @param day on which paths are looked at @param pathsDay on which their lengths are */
export function childrenFacts(cases: ReportCases, year: SchoolYear, day: string, pathsDay: string): Facts {
  const of = (wanted: SchoolYear) => cases.rows.filter(({ school_year }) => school_year === wanted);
  const rows = of(year);
  // A file without a row of the year says nothing of it.
  if (rows.length === 0) return {};
  const all: Rows = {
    year,
    rows,
    former: of(previousYear(year)),
    every: cases.rows,
    day,
    pathsDay
  };
  return {
    'children.total': { value: rows.length, list: 'cases', rule: 'rows' },
    ...entries(all),
    ...shares(rows, named('children.level', LEVELS), 'children.level.unknown', 'level', ({ level }) => level),
    ...shares(
      rows,
      { in: 'children.inQpv', out: 'children.outsideQpv' },
      'children.qpvUnknown',
      'home',
      ({ qpv }) => (qpv === undefined ? null : qpv === null ? 'out' : 'in')
    ),
    ...detailFacts(all),
    ...lengths(all)
  };
}
