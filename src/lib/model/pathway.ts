// A pathway (parcours) and the counts of pathways that may be published.
import type { CaseDetails } from './report/case-details.ts';
import type { Level } from './school.ts';
import type { SchoolYear } from './school-year.ts';

export const THEMES = ['parentalite', 'sante', 'expression-orale', 'estime-de-soi', 'culture-sport'] as const;
export type Theme = (typeof THEMES)[number];

/** A theme of the list, or one that the service added, by its name. */
export type ChildTheme = Theme | string;

/** Where a count by theme puts the children whose theme is not told, or is none that the service uses. */
export const OTHER_THEME = 'autre';
/** Where any other count puts what is not known: a school, a level, a place. */
export const UNKNOWN = 'inconnu';
/** A commune that is not known: its parts have their names beside it. */
export const UNKNOWN_COMMUNE = 'commune-inconnue';

/** Frequency threshold for persons in French official statistics: a count of children below it is published nowhere. */
export const PUBLIC_K = 11;

/** One child in one school year, as recorded by the service; null: not known. Never published. */
export interface Case {
  case_id: string;
  school_year: SchoolYear;
  /** School attended. */
  uai: string | null;
  /** QPV of residence; null outside every QPV, undefined where it is not known. */
  qpv: string | null | undefined;
  /** Commune of residence, INSEE code. */
  commune: string | null;
  level: Level | null;
  theme: ChildTheme | null;
  family_id: string | null;
  /** Visits to the family in the year. */
  visits: number | null;
  /** Of those that a list of visits holds, how many were where; absent without such a list. */
  visited?: { home: number; neutral: number };
  /** What the year's report asks; absent where the file has none of its columns. Counts and protection never read it. */
  details?: CaseDetails;
}

/** What stands for the identifier of a child whose file has none: its line. */
export const lineId = (line: number): string => `ligne ${line}`;
export const isLineId = (id: string): boolean => /^ligne \d+$/.test(id);

/** Columns of what is counted. */
export type CountedColumn = Exclude<keyof Case, 'details' | 'visited'>;

/** A case of which everything is told. */
export interface WholeCase extends Case {
  uai: string;
  qpv: string | null;
  commune: string;
  level: Level;
  theme: Theme;
  family_id: string;
  visits: number;
}

/** `zone_kind` of a published count: by residence, or by school attended. */
export type ZoneKind = 'epci' | 'commune' | 'qpv' | 'hors_qpv' | 'school';

/** A cell of the pathway cube. `ALL` is the total over levels or themes. What is not known is in totals, and a theme not told is `autre`. */
export interface PathwayCell {
  school_year: SchoolYear;
  zone_kind: ZoneKind;
  /** SIREN, INSEE code, QPV code, `59606:hors` or UAI. */
  zone: string;
  level: Level | 'ALL';
  theme: ChildTheme;
  /** null when suppressed. */
  children: number | null;
  families: number | null;
  /** null when suppressed, and for every QPV, school, level and theme: there, visits would help to guess hidden children. */
  visits: number | null;
  /** Percent of the visits at neutral places: of the whole territory, where it may be shown. In no table. */
  neutral?: number;
  status: 'published' | 'suppressed';
}

export interface Uncounted {
  children: number;
  /** Children of the files; null where it would tell more than the counts that are shown. */
  of: number | null;
}

/** The rows of a case file: seen, kept, and left out by code of their reason. */
export interface FileRows {
  read: number;
  kept: number;
  out: Readonly<Record<string, number>>;
}

/** The same child again in one year: the row is out, the child is counted. */
const AGAIN = 'duplicate-case';

/** Children of a file that are in no count. */
export const lostIn = ({ read, kept, out }: FileRows): number => Math.max(0, read - kept - (out[AGAIN] ?? 0));

/** Children of case files that are in no count; null where there is none. */
export function uncountedOf(files: readonly FileRows[]): Uncounted | null {
  let [children, of] = [0, 0];
  for (const rows of files) {
    children += lostIn(rows);
    of += rows.kept + lostIn(rows);
  }
  return children > 0 ? { children, of } : null;
}
