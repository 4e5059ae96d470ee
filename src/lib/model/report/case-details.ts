// What the year's report asks of a child's pathway, beside what is counted and published. Inside the service only: never in a published file.

export const SEXES = ['F', 'M'] as const;
export type Sex = (typeof SEXES)[number];

/** Who oriented the child. */
export const ORIGINS = ['school', 'social-services', 'family', 'health', 'other'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Profiles of need, by the definitions of the service. */
export const NEED_PROFILES = [1, 2, 3, 4] as const;
export type NeedProfile = (typeof NEED_PROFILES)[number];

/** Ages at the end of December of the school year, as the State counts them. */
export const AGE_GROUPS = ['2-5', '6-10', '11-16', '17+'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** An ISO day, or a month where the day is not told: `2025-09-14`, `2025-09`. */
export type DayOrMonth = string;

/** null, or no value: not told. A column that the file does not have tells nothing of any child. */
export interface CaseDetails {
  sex: Sex | null;
  birthYear: number | null;
  orientedBy: Origin | null;
  /** In the words of the service; several a child. */
  reasons: readonly string[];
  profile: NeedProfile | null;
  entry: DayOrMonth | null;
  /** null: still open; absent where the file has no exits. */
  exit?: DayOrMonth | null;
  /** Whether the parents agreed, where the service keeps it; absent where the file does not have it. */
  agreed?: boolean | null;
  /** In the words of the service. */
  exitReason: string | null;
  /** ISO day of the last review of the situation in a meeting. */
  lastReview: string | null;
  /** ISO days of visits, ascending, where the service has a list of them. */
  visitDays: readonly string[];
}

export type DetailColumn = keyof CaseDetails;

export const NO_DETAILS: CaseDetails = {
  sex: null,
  birthYear: null,
  orientedBy: null,
  reasons: [],
  profile: null,
  entry: null,
  exitReason: null,
  lastReview: null,
  visitDays: []
};
