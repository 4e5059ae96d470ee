// Sheets of actions and their sessions as the service's lists say them: what they cost, where they go by vehicle, from which sheet they were taken up.
import type { KnownSum } from '../known-sum.ts';
import type { SchoolYear } from '../school-year.ts';
import type { Action } from '../service.ts';
import type { ActionSession } from './action-year.ts';

/** How a group goes to its session. */
export const TRANSPORTS = ['à pied', 'minibus', 'car', 'taxi', 'familles'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** Those that the service asks for. */
export const VEHICLES: readonly Transport[] = ['minibus', 'car', 'taxi'];

export interface SessionSheet extends Pick<Action, 'id' | 'theme' | 'communes' | 'cost_euros'> {
  /** Euros that one session takes of the cost; null: unknown. */
  sessionCost: number | null;
  /** School year of its first session; null: unknown. */
  begun: SchoolYear | null;
  /** The sheet from which it was taken up; null: none. */
  takenFrom: string | null;
}

export interface ListedSession extends ActionSession {
  /** Where it is held, in the service's words; empty: not told. */
  place: string;
  transport: Transport | null;
  /** Children who came; null: unknown. */
  present: number | null;
}

/** What some sheets cost, by session that is not cancelled and by place offered; null where a part is unknown, never 0. */
export interface SheetsCost {
  sheets: number;
  euros: KnownSum;
  bySession: number | null;
  byPlace: number | null;
}

/** Sessions of a sheet, a theme, a commune or a month. */
export interface SessionFigures {
  /** Null: unknown theme. */
  key: string | null;
  /** All of them; each is held, cancelled, ahead, or past and not answered. */
  planned: number;
  held: number;
  cancelled: number;
  ahead: number;
  unanswered: number;
  /** Places and children enrolled, of sessions that are not cancelled. */
  offered: KnownSum;
  taken: KnownSum;
  /** Participations of sessions held: one child who comes three times counts three. */
  present: KnownSum;
  /** Of sheets that are of this group alone, and of those that others share: never divided between them. */
  own: SheetsCost;
  shared: SheetsCost;
}

/** A sheet and those taken up from it, the oldest first, then by id. */
export interface SpreadNode {
  sheet: string;
  communes: readonly string[];
  begun: SchoolYear | null;
  takenUp: SpreadNode[];
}

/** An action born once, and the communes that it reached first in each school year; null: the year is unknown. */
export interface SpreadTree {
  root: SpreadNode;
  years: { year: SchoolYear | null; communes: string[] }[];
}

/** Why a link between two sheets is doubtful: the other is unknown, it comes back to itself, it began later. */
export interface SpreadFault {
  sheet: string;
  why: 'unknown' | 'loop' | 'later';
}
