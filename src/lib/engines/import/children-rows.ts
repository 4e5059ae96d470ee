// Tells a list of children by its columns and by how many rows stand for one school.
import { foldPlace } from '../../model/names.ts';

/** What is looked at: a header and some rows under it. */
export interface SeenRows {
  header: readonly string[];
  records: readonly { cells: readonly string[] }[];
  /** Columns of persons, left out already, say that the rows are children. */
  ofChildren?: boolean;
}
type Places = ReadonlyMap<string, readonly number[]>;

/** Columns of a case file that a list of schools has not. */
const SIGNS = ['case_id', 'level', 'theme', 'family_id', 'visits', 'qpv'] as const;
/** Words of columns that speak of a person. */
const OF_A_CHILD = /\b(?:naissances?|nee?|sexe|genre|age|prenoms?|enfants?|eleves?)\b/;
const LEAST_ROWS = 4;
/** Rows a school from which a list is of children, whatever its columns. */
const MANY = 6;
const SEVERAL = 1.5;

interface Repeats {
  /** Rows for one school, on average. */
  perSchool: number;
  /** Share of the rows that are like another in every cell. */
  alike: number;
}

function repeatsOf({ records }: SeenRows, places: Places): Repeats {
  const columns = ['uai', 'school', 'name'].flatMap((key) => places.get(key)?.slice(0, 1) ?? []);
  const named = records.flatMap(({ cells }) => {
    const school = columns.map((at) => cells[at]?.trim()).find(Boolean);
    return school ? [{ school, whole: cells.map((text) => text.trim()).join('\n') }] : [];
  });
  if (named.length < LEAST_ROWS) return { perSchool: 1, alike: 0 };
  const distinct = (of: (one: (typeof named)[number]) => string) => new Set(named.map(of)).size;
  return {
    perSchool: named.length / distinct(({ school }) => foldPlace(school)),
    alike: 1 - distinct(({ whole }) => whole) / named.length
  };
}

/** Whether the rows are of children: a number of file beside what a pathway is about, or many rows for one school. */
export function areOfChildren(rows: SeenRows, places: Places): boolean {
  if (rows.ofChildren) return true;
  const signs = SIGNS.filter((key) => places.has(key)).length;
  const ofChild = rows.header.some((name) => OF_A_CHILD.test(foldPlace(name)));
  if (places.has('case_id') && signs > 1) return true;
  const { perSchool, alike } = repeatsOf(rows, places);
  if (perSchool >= MANY || (perSchool > SEVERAL && alike > 0.5)) return true;
  return perSchool > SEVERAL && (ofChild || signs > 1);
}
