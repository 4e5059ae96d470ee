// The record of a team meeting: held or not, situations seen, who came. Counts only: no situation is named in it.

/** What a meeting decides of a situation. */
export const REVIEW_DECISIONS = ['continue', 'reorient', 'end'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

export interface MeetingRecord {
  team: string;
  /** 1-based, in the order of the year. */
  number: number;
  /** ISO day. */
  date: string;
  held: boolean;
  /** Situations seen. */
  seen: number;
  /** Professionals present; null: not told. */
  came: number | null;
  decisions: Readonly<Record<ReviewDecision, number>>;
}
