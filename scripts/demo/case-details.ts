// Details of the fictitious cases of the demonstration: drawn apart, so that no published figure depends on them. Ages follow the level of each child.
import { apportion } from '../../src/lib/algorithms/apportion.ts';
import type { WholeCase } from '../../src/lib/model/pathway.ts';
import type { NeedProfile, Origin, Sex } from '../../src/lib/model/report/case-details.ts';
import { FICTITIOUS_DETAILS, type Weighted } from '../../src/lib/model/report/fictitious-details.ts';
import type { Level } from '../../src/lib/model/school.ts';
import { startYear } from '../../src/lib/model/school-year.ts';
import { seededRandom, type Random } from './random.ts';

/** Columns of a case file that the year's report reads, as they are written. */
export const DETAIL_HEADERS = [
  'sex',
  'birth_year',
  'oriented_by',
  'reasons',
  'profile',
  'entry',
  'exit',
  'exit_reason',
  'last_review'
] as const;
export type WrittenDetails = Record<(typeof DETAIL_HEADERS)[number], string>;

const AGES: Record<Level, readonly [number, number]> = {
  maternelle: [3, 5],
  elementaire: [6, 10],
  college: [11, 15]
};
const ORIGIN_WORDS: Record<Origin, string> = {
  school: 'école',
  'social-services': 'services sociaux',
  family: 'famille',
  health: 'santé',
  other: 'autre'
};
/** Of a hundred children of the last year, those who have left by the end of June. */
const LEFT = 22;

const drawn = <Value>(random: Random, weights: Weighted<Value>): Value =>
  random.weighted(weights, ([, weight]) => weight)[0];
const two = (figure: number) => String(figure).padStart(2, '0');

/** A day of a school year, from September (0) to June (9). */
const dayOf = (random: Random, year: number, least: number, most: number): string => {
  const month = random.int(least, most);
  return `${month < 4 ? year : year + 1}-${two(((month + 8) % 12) + 1)}-${two(random.int(1, 28))}`;
};

/** A year of birth that suits the levels of every year of the child, as far as one does. */
function birthYear(random: Random, rows: readonly WholeCase[]): number {
  const ranges = rows.map(({ school_year, level }) => {
    const [least, most] = AGES[level];
    return [startYear(school_year) - most, startYear(school_year) - least] as const;
  });
  const from = Math.max(...ranges.map(([low]) => low));
  const to = Math.min(...ranges.map(([, high]) => high));
  return from <= to ? random.int(from, to) : random.int(...ranges.at(-1)!);
}

/** As many values as there are children, in drawn order and in the proportions of the weights. */
function dealt<Value>(random: Random, weights: Weighted<Value>, children: number): Value[] {
  const counts = apportion(
    children,
    weights.map(([, weight]) => weight)
  );
  return random.shuffle(weights.flatMap(([value], at) => new Array<Value>(counts[at] ?? 0).fill(value)));
}

function childDetails(
  random: Random,
  rows: readonly WholeCase[],
  lastYear: string,
  { sex, profile }: { sex: Sex; profile: NeedProfile }
): WrittenDetails[] {
  const [first, last] = [startYear(rows[0]!.school_year), startYear(rows.at(-1)!.school_year)];
  const { origins, reasons, exitReasons } = FICTITIOUS_DETAILS;
  const entry = dayOf(random, first, 0, 5);
  const hasLeft = rows.at(-1)!.school_year < lastYear || random.chance(LEFT);
  const why = [drawn(random, reasons), ...(random.chance(35) ? [drawn(random, reasons)] : [])];
  const whole = {
    sex,
    birth_year: String(birthYear(random, rows)),
    oriented_by: ORIGIN_WORDS[drawn(random, origins)],
    reasons: [...new Set(why)].join(' ; '),
    profile: String(profile),
    entry
  };
  const exit = hasLeft ? dayOf(random, last, 7, 9) : '';
  const exit_reason = drawn(random, exitReasons);
  return rows.map((row, at) => {
    const isLast = at === rows.length - 1;
    return {
      ...whole,
      exit: isLast ? exit : '',
      exit_reason: isLast && hasLeft ? exit_reason : '',
      last_review: random.chance(85) ? dayOf(random, startYear(row.school_year), 6, 6) : ''
    };
  });
}

/** The details of each case, in the order of the cases. */
export function drawDetails(cases: readonly WholeCase[], seed: number): WrittenDetails[] {
  const random = seededRandom(seed, 'details');
  const rows = new Map<string, number[]>();
  cases.forEach(({ case_id }, at) => rows.set(case_id, [...(rows.get(case_id) ?? []), at]));
  const lastYear = cases.reduce((last, { school_year }) => (school_year > last ? school_year : last), '');
  const { sexes, profiles } = FICTITIOUS_DETAILS;
  /** Rows of each child, first year first, by the child's last year. */
  const children = new Map<string, number[][]>();
  for (const places of rows.values()) {
    const own = places.sort((a, b) => (cases[a]!.school_year < cases[b]!.school_year ? -1 : 1));
    const year = cases[own.at(-1)!]!.school_year;
    children.set(year, [...(children.get(year) ?? []), own]);
  }
  const details: WrittenDetails[] = [];
  // Dealt among the children of each last year, so that those of the present one have the proportions of the country.
  for (const group of children.values()) {
    const ofSex = dealt(random, sexes, group.length);
    const ofProfile = dealt(random, profiles, group.length);
    group.forEach((own, at) => {
      const child = own.map((place) => cases[place]!);
      const told = childDetails(random, child, lastYear, { sex: ofSex[at]!, profile: ofProfile[at]! });
      told.forEach((one, row) => (details[own[row]!] = one));
    });
  }
  return details;
}
