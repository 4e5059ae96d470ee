// What this browser keeps of a territory beside its lists and its decision: undo history, last visit, nicknames; and all of it, to count and to erase.
import * as v from 'valibot';
import type { Move } from '../model/plan.ts';
import { VISIT_FIGURES, type Visit } from '../model/service.ts';
import { meetingsKey, plansKey } from './carried.ts';
import { keptDecisions } from './kept-decision.ts';
import { countKept } from './kept-list.ts';
import { forgetUnder, kept } from './kept.ts';
import { storedReports } from './kept-reports.ts';
import { storedSessions } from './kept-sessions.ts';
import { MEETING_PLANS } from './meeting-plan-list.ts';
import { SCENARIOS } from './scenario-list.ts';
import { bySchema, Day, recordOf, Year } from './schemas.ts';
import { keptStory } from './story-file.ts';
import { versioned } from './versioned.ts';

const MoveSchema: v.GenericSchema<unknown, Move> = v.object({
  kind: v.picklist(['unit', 'referent']),
  id: v.string(),
  from: v.nullable(v.string()),
  to: v.nullable(v.string())
});
const Steps = v.array(v.array(MoveSchema));
interface UndoSteps {
  done: readonly (readonly Move[])[];
  undone: readonly (readonly Move[])[];
}
const Figure = v.nullable(v.pipe(v.number(), v.finite()));

/** Undo history of the plan in use: for a reload, as the plan itself is. */
export const undoHistory = kept(
  'maillage.undo.',
  versioned<UndoSteps>(1, bySchema(v.object({ done: Steps, undone: Steps }))),
  'tab'
);

/** What the reader saw at the last visit: published figures, no more. */
export const lastVisit = kept(
  'maillage.visite.',
  versioned<Visit>(
    1,
    bySchema(
      v.object({
        ...{ day: Day, fingerprint: v.string(), year: Year },
        figures: v.object(v.entriesFromList(VISIT_FIGURES, Figure)),
        ...{ followed: v.array(v.string()), waiting: v.array(v.string()) }
      })
    )
  ),
  'computer'
);

export interface Nicknames {
  /** By partner. */
  names: Readonly<Record<string, string>>;
}
/** What the reader calls the people of a territory's teams: never in a file nor in a link. */
export const nicknames = kept(
  'maillage.surnoms.',
  versioned<Nicknames>(1, bySchema(v.object({ names: recordOf(v.string()) }))),
  'computer'
);

/** Number of plans, calendars and stories stored, and of visits, all territories together. */
export const countHere = (): { plans: number; visits: number } => ({
  plans: countKept(plansKey(''), SCENARIOS) + countKept(meetingsKey(''), MEETING_PLANS) + keptStory.count(),
  visits: lastVisit.count()
});

/** Deletes what is kept of all territories, but the files of `kept-territory`. */
export function forgetHere(): void {
  for (const { forget } of [
    undoHistory,
    keptDecisions,
    storedReports,
    storedSessions,
    keptStory,
    lastVisit,
    nicknames
  ])
    forget();
  for (const prefix of [plansKey(''), meetingsKey('')]) forgetUnder(prefix, 'computer');
}
