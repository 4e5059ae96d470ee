// What a reader saw at a visit: published figures of the latest year, schools followed and waiting.
import type { SchoolYear } from './school-year.ts';

export const VISIT_FIGURES = ['followed', 'waiting', 'children', 'teams', 'meetings', 'budget'] as const;
export type VisitFigure = (typeof VISIT_FIGURES)[number];

export interface Visit {
  /** Day of the visit, ISO. */
  day: string;
  /** Fingerprint of the data that were shown. */
  fingerprint: string;
  year: SchoolYear;
  /** Published figures; null where protected or unknown. */
  figures: Record<VisitFigure, number | null>;
  /** UAI of the schools. */
  followed: string[];
  waiting: string[];
}
