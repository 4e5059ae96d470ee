// The service: posts, teams, partners, actions, dated notes, and its figures as a reader saw them at a visit. Posts are numbered, never named.
import type { ActionPeriod } from './actions/action-year.ts';
import type { Theme } from './pathway.ts';
import { schoolYearOf, type Month, type SchoolYear } from './school-year.ts';
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
  /** `other`: of a function that is none of the three. */
  role: 'head' | 'coordinator' | 'referent' | 'other';
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
  /** Posts of referents; absent where no list of posts was given for the year. */
  referents?: number;
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
/** A funder, or `unknown`: what a sheet costs beyond what its known funders pay. */
export type Payer = Funder | 'unknown';
export const PAYERS: readonly Payer[] = [...FUNDERS, 'unknown'];
/** Euros up to which a cost and its funders are one amount. */
export const FUNDING_ROUNDING = 1;

/** What is given in the place of money. */
export const IN_KIND = ['staff', 'rooms', 'material'] as const;
export type InKind = (typeof IN_KIND)[number];

/** How an action takes children: one by one, a few together, a whole group. */
export const ACTION_FORMS = ['individuelle', 'petit-groupe', 'collective'] as const;
export type ActionForm = (typeof ACTION_FORMS)[number];

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
  /** Euros that what is given and not paid is worth, null when unknown; `whole` of several natures together. Absent when the sheet says nothing of it; no part of the cost. */
  in_kind?: Partial<Record<InKind | 'whole', number | null>>;
  /** Absent when the sheet does not say. */
  form?: ActionForm;
  /** Places that the action offers in the year, never children enrolled. Absent when the sheet does not say. */
  places?: number;
  /** When its sessions are held; on school days where the sheet does not say. */
  period?: ActionPeriod;
  /** Euros that one session takes of the cost. */
  session_cost?: number;
  /** School year of its first session. */
  begun?: SchoolYear;
  /** The sheet from which it was taken up. */
  taken_from?: string;
  quality: ValueQuality;
}

export interface PartnerCount {
  category: string;
  commune: string;
  count: number;
  quality: ValueQuality;
}

/** What a commune's correspondent does: sits in team meetings, follows projects, knows situations, relays papers, lends a hand with rooms and transport. */
export const CORRESPONDENT_ROLES = [
  'presence',
  'projets',
  'situations',
  'administratif',
  'logistique'
] as const;
export type CorrespondentRole = (typeof CORRESPONDENT_ROLES)[number];
/** Of a commune: each role held, or to be named; one that is absent is unknown. */
export type CorrespondentRoles = Partial<Record<CorrespondentRole, 'held' | 'vacant'>>;

export interface Correspondent {
  commune: string;
  filled: boolean;
  /** Who it is, never by name: in a site that stays in the service alone. */
  function?: string;
  /** Absent where the list says nothing of them. */
  roles?: CorrespondentRoles;
  quality: ValueQuality;
}

/** A dated note of the service, shown on curves: the opening of a post, a new list of priority neighbourhoods, a change of rule. */
export interface Milestone {
  month: Month;
  /** The year alone is known: `month` is its January. */
  yearOnly?: true;
  text: string;
  quality: ValueQuality;
}

/** A milestone and its number, which the curve and the list beside it share. */
export interface NumberedMilestone extends Milestone {
  number: number;
  year: SchoolYear;
}

/** The milestones of some school years, oldest first, numbered from 1. */
export function milestonesOf(
  milestones: readonly Milestone[],
  years: readonly SchoolYear[]
): NumberedMilestone[] {
  return milestones
    .map((one) => ({ ...one, year: schoolYearOf(one.month) }))
    .filter(({ year }) => years.includes(year))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.text < b.text ? -1 : 1))
    .map((one, at) => ({ ...one, number: at + 1 }));
}

/** The notes of before some school years, oldest first: no curve of these years bears them. */
export function milestonesBefore(
  milestones: readonly Milestone[],
  years: readonly SchoolYear[]
): Milestone[] {
  const [first] = [...years].sort();
  return milestones
    .filter(({ month }) => first !== undefined && schoolYearOf(month) < first)
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.text < b.text ? -1 : 1));
}

export const VISIT_FIGURES = ['followed', 'waiting', 'children', 'teams', 'meetings', 'budget'] as const;
export type VisitFigure = (typeof VISIT_FIGURES)[number];

/** What a reader saw at a visit: published figures of the latest year, schools followed and waiting. */
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
