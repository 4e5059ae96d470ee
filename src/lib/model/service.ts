// The service: posts, teams, partners, actions. Posts are numbered, never named.
import type { Theme } from './pathway.ts';
import type { Month, SchoolYear } from './school-year.ts';
import type { ValueQuality } from './place.ts';

export interface DemandRow {
  uai: string;
  month: Month;
  /** Requests for intervention made by the school in the month: letters of a school, not children. */
  requests: number;
  /** 1 when the school is still waiting at the end of the month. */
  waiting: number;
  quality: ValueQuality;
}

export interface SupportTeam {
  id: string;
  name: string;
  qpv: string | null;
  commune: string;
  coordinator: string;
  /** A year; null when the service's list does not say. */
  meetings: number | null;
  professionals: number | null;
  quality: ValueQuality;
}

export interface Post {
  id: string;
  role: 'head' | 'coordinator' | 'referent';
  fte: number;
  /** A public place, never a home address. */
  base: string;
  base_commune: string;
  base_lon: number;
  base_lat: number;
  coordinator: string | null;
  quality: ValueQuality;
}

export interface Assignment {
  uai: string;
  post: string;
  quality: ValueQuality;
}

/** Figures that the service reports for a whole school year. */
export interface ServiceYear {
  school_year: SchoolYear;
  teams: number;
  /** null: unknown, or some of the year's teams or sheets have no known figure. */
  meetings: number | null;
  budget_euros: number | null;
  /** `official` where a source gives the figure. */
  quality: ValueQuality;
}

export const ACTION_LEVELS = ['ingenierie', 'intercommunal', 'communal'] as const;
export const FUNDERS = [
  'etat',
  'epci',
  'communes',
  'cites-educatives',
  'education-nationale',
  'departement',
  'caf'
] as const;
export type Funder = (typeof FUNDERS)[number];

export interface Action {
  id: string;
  title: string;
  level: (typeof ACTION_LEVELS)[number];
  theme: Theme | null;
  communes: string[];
  /** null: unknown. */
  cost_euros: number | null;
  /** Euros by funder, null for a funder whose amount is unknown; they sum to the cost. */
  funders: Partial<Record<Funder, number | null>>;
  quality: ValueQuality;
}

export interface PartnerCount {
  category: string;
  commune: string;
  count: number;
  quality: ValueQuality;
}

export interface Correspondent {
  commune: string;
  filled: boolean;
  quality: ValueQuality;
}
