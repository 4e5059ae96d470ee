// A pathway (parcours) and the counts of pathways that may be published.
import type { Level } from './school.ts';
import type { SchoolYear } from './school-year.ts';

export const THEMES = ['parentalite', 'sante', 'expression-orale', 'estime-de-soi', 'culture-sport'] as const;
export type Theme = (typeof THEMES)[number];

/** One child in one school year, as recorded by the service. Never published. */
export interface Case {
  case_id: string;
  school_year: SchoolYear;
  /** School attended. */
  uai: string;
  /** QPV of residence, or null. */
  qpv: string | null;
  /** Commune of residence, INSEE code. */
  commune: string;
  level: Level;
  theme: Theme;
  family_id: string;
  /** Visits to the family in the year. */
  visits: number;
}

/** `zone_kind` of a published count: by residence, or by school attended. */
export type ZoneKind = 'epci' | 'commune' | 'qpv' | 'hors_qpv' | 'school';

/** A cell of the pathway cube. `ALL` is the total over levels or themes. */
export interface PathwayCell {
  school_year: SchoolYear;
  zone_kind: ZoneKind;
  /** SIREN, INSEE code, QPV code, `59606:hors` or UAI. */
  zone: string;
  level: Level | 'ALL';
  theme: Theme | 'ALL';
  /** null when suppressed. */
  children: number | null;
  families: number | null;
  /** null when suppressed, and for every QPV, school, level and theme: there, visits would help to guess hidden children. */
  visits: number | null;
  status: 'published' | 'suppressed';
}
