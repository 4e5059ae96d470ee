// What was done to the sessions of actions on the page, and the days at which their needs are due: in this tab for a reload, in the file of a territory,
// and on this computer when the reader asks. Numbers of children alone.
import * as v from 'valibot';
import { isRecord } from '../model/documents/json.ts';
import { SESSION_STATUSES } from '../model/actions/action-year.ts';
import { TRANSPORTS } from '../model/actions/action-sheets.ts';
import type { NeedDelay } from '../model/actions/needs.ts';
import type { SessionEdit } from '../model/actions/session-rows.ts';
import { actionsKey, carriedText, carry, isFiled } from './carried.ts';
import { kept } from './kept.ts';
import { bySchema, Day, recordOf, WholeCount } from './schemas.ts';
import { versioned } from './versioned.ts';

const MOST_DAYS = 3650;
const DAY_MINUTES = 1440;

export interface KeptSessions {
  /** By id of the session. */
  sessions: Readonly<Record<string, SessionEdit>>;
  /** Those of the list that were taken out. */
  removed: Readonly<Record<string, true>>;
  /** By need, in place of the usual ones. */
  delays: Readonly<Record<string, NeedDelay>>;
}

export const NO_SESSIONS: KeptSessions = { sessions: {}, removed: {}, delays: {} };

const Words = v.pipe(v.string(), v.maxLength(300));
const WordList = v.pipe(v.array(Words), v.maxLength(50));
const Minute = v.pipe(WholeCount, v.maxValue(DAY_MINUTES));
const Children = v.nullable(v.pipe(WholeCount, v.maxValue(100_000)));
const FIELDS = {
  ...{ sheet: Words, date: Day, begin: Minute, end: Minute, place: Words, room: v.nullable(Words) },
  ...{ commune: Words, seats: Children, enrolled: Children, present: Children },
  ...{ providers: WordList, companions: WordList, needs: WordList, ready: WordList },
  transport: v.nullable(v.picklist(TRANSPORTS)),
  status: v.picklist(SESSION_STATUSES)
};
/** Hours that are none: a whole half-day. */
const half = v.exactOptional(v.nullable(v.literal(true)));
const Part = v.partial(v.strictObject({ ...FIELDS, half }));
const Edit = v.union([
  v.object({ was: Part, now: Part }),
  v.object({ was: v.null(), now: v.strictObject({ ...FIELDS, half, id: Words }) })
]) as unknown as v.GenericSchema<unknown, SessionEdit>;
const Delay = v.strictTuple([
  v.pipe(WholeCount, v.maxValue(MOST_DAYS)),
  v.pipe(WholeCount, v.maxValue(MOST_DAYS))
]);

/** Those that can be read, each under its own id. */
const Edits = v.pipe(
  v.custom<Record<string, unknown>>(isRecord),
  v.transform((value) => {
    const edits = Object.entries(value).map(([id, one]) => [id, v.safeParse(Edit, one)] as const);
    const good = edits.filter(([id, { success, output }]) => {
      const own = success ? (output as SessionEdit).now.id : undefined;
      return success && (own === undefined || own === id);
    });
    return Object.fromEntries(good.map(([id, { output }]) => [id, output as SessionEdit]));
  })
);

const SESSIONS = versioned<KeptSessions>(
  1,
  bySchema(
    v.object({
      sessions: Edits,
      removed: v.fallback(recordOf(v.literal(true)), {}),
      delays: v.fallback(recordOf(Delay), {})
    })
  )
);
const inTab = kept(actionsKey(''), SESSIONS, 'tab');
/** On this computer, at the reader's request. */
export const storedSessions = kept(actionsKey(''), SESSIONS, 'computer');

/** What a text holds, each session that cannot be read left out; null when it is none, or of another version. */
export const readSessions = SESSIONS.read;

const isEmpty = (sessions: KeptSessions): boolean =>
  Object.values(sessions).every((of: object) => Object.keys(of).length === 0);

/** Keeps what was done for a reload, and for the territory's file. @param territory `keptKeyOf` */
export function keepSessions(territory: string, sessions: KeptSessions): void {
  const written = isEmpty(sessions) ? null : sessions;
  carry(actionsKey(territory), written && SESSIONS.write(written));
  inTab.keep(written, territory);
}

/** What was done in this tab after a reload, else that of the territory's file that it opened, else that of this computer. */
export const keptSessions = (territory: string): KeptSessions =>
  inTab.restored(territory, readSessions(carriedText(actionsKey(territory)) ?? '')) ??
  storedSessions.read(territory) ??
  NO_SESSIONS;

/** Whether a file holds what was done; what nobody did is lost by none. */
export const areSessionsFiled = (territory: string): boolean => isFiled(actionsKey(territory));
