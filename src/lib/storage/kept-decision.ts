// The decision in use: its stored form. Kept in this tab's session storage for a reload, and carried by a territory's file.
import { isRecord, isRecordOf, isText, parsedJson } from '../model/documents/json.ts';
import type { Plan } from '../model/plan.ts';
import type { PlaceRef } from '../model/place.ts';
import { tidyName } from '../model/scenario.ts';
import {
  isUsualRoad,
  ROAD_SETTINGS,
  withinLimits,
  type RoadSettings
} from '../model/travel/travel-settings.ts';
import { isSchoolYear, type SchoolYear } from '../model/school-year.ts';
import { calendarKey, carriedText, carry, decisionKey } from './carried.ts';
import { readYear } from './meeting-plan-list.ts';
import type { KeptYear } from './meeting-plan.ts';

const VERSION = 1;
const PLACES = ['commune', 'qpv', 'group'] as const;

/** A répartition in use: its plan, the settings that it was made with, its name where it has one, and whether a link brought it. */
interface KeptSplit {
  plan: Plan;
  settings: Readonly<Record<string, string>>;
  name: string;
  linked?: true;
  /** Of a folder of version 1.0 opened in this tab, which named no number of visits: never written again. */
  former?: true;
}

/** A calendar of meetings in use: its inputs, and the year that comes of them. */
export interface DecidedCalendar {
  settings: Readonly<Record<string, string>>;
  plan: KeptYear;
  /** Kept under a name, or made again from its inputs alone: nothing would be lost. */
  saved?: boolean;
  /** Kept under a name: no more a proposal. */
  adopted?: boolean;
}

/** Euros a year of a full-time post as typed, `sheet` for that of the service's sheet; null: not said. */
export type DecidedCost = number | 'sheet' | null;

export interface KeptDecision {
  place: PlaceRef | null;
  /** Null: the latest, or all. */
  year: SchoolYear | null;
  split: KeptSplit | null;
  calendar: DecidedCalendar | null;
  /** Posts asked, full-time equivalents. */
  means: { posts: number } | null;
  /** What a post costs: typed, read from the service's sheet, or not said. */
  cost: DecidedCost;
  /** Outings, parking, peak hour, where families live; null: the usual ones. */
  road: RoadSettings | null;
  /** A post that is absent; null: none. */
  absence: DeclaredAbsence | null;
}

/** ISO dates, both included. No reason is asked, and none is kept. */
export interface DeclaredAbsence {
  post: string;
  from: string;
  to: string;
}

export const NO_DECISION: KeptDecision = {
  ...{ place: null, year: null, split: null, calendar: null, means: null, cost: null, road: null },
  absence: null
};

function placeOf(value: unknown): PlaceRef | null {
  if (!isRecord(value) || !isText(value.code)) return null;
  const kind = PLACES.find((one) => one === value.kind);
  return kind ? { kind, code: value.code } : null;
}

function splitOf(value: unknown): KeptSplit | null {
  if (!isRecord(value) || !isRecord(value.plan)) return null;
  const { settings, name, linked, former } = value;
  const { referents, coordinators } = value.plan;
  if (!isRecordOf(referents, isText) || !isRecordOf(coordinators, isText)) return null;
  if (!isRecordOf(settings, isText) || !isText(name)) return null;
  const plan = { referents, coordinators };
  return {
    ...{ plan, settings, name: tidyName(name) },
    ...(linked === true && { linked }),
    ...(former === true && { former })
  };
}

function calendarOf(value: unknown): DecidedCalendar | null {
  if (!isRecord(value) || !isRecordOf(value.settings, isText) || !isRecord(value.plan)) return null;
  const plan = readYear(value.plan);
  if (isText(plan)) return null;
  return { settings: value.settings, plan, saved: value.saved === true, adopted: value.adopted === true };
}

function meansOf(value: unknown): KeptDecision['means'] {
  const posts = isRecord(value) ? value.posts : null;
  return isPosts(posts) ? { posts } : null;
}

function roadOf(value: unknown): RoadSettings | null {
  if (!isRecord(value)) return null;
  // A road kept before homes were counted has no radius: each school then has its own part.
  const { outings, parkingMinutes, peak, homeMetres = null } = value as unknown as RoadSettings;
  const road = { outings, parkingMinutes, peak, homeMetres };
  const isRoad = ROAD_SETTINGS.every((one) => {
    const told = road[one];
    return told === null ? one === 'homeMetres' : Number.isFinite(told) && withinLimits(one, told) === told;
  });
  return isRoad && !isUsualRoad(road) ? road : null;
}

const isDay = (value: unknown): value is string => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);

function absenceOf(value: unknown): DeclaredAbsence | null {
  if (!isRecord(value) || !isText(value.post) || !isDay(value.from) || !isDay(value.to)) return null;
  const { post, from, to } = value;
  return from <= to ? { post, from, to } : null;
}

/** Most posts that a link or a slider asks for. */
const MOST_POSTS_ASKED = 99;

/** Full-time equivalents by halves. */
export const isPosts = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(2 * value) && value >= 0 && value <= MOST_POSTS_ASKED;

/** Euros a year beyond which a cost is a mistake of typing. */
const MOST_COST = 500_000;

export const isCost = (value: unknown): value is number | 'sheet' =>
  value === 'sheet' || (Number.isFinite(value) && (value as number) > 0 && (value as number) <= MOST_COST);

const writeDecision = (decision: KeptDecision): string =>
  JSON.stringify({ version: VERSION, ...decision }, (key, value: unknown) =>
    key === 'former' ? undefined : value
  );

/** Decision of a text, each part that cannot be read left out; null when it is none, or of another version. */
export function readDecision(text: string): KeptDecision | null {
  const value = parsedJson(text);
  if (!isRecord(value) || value.version !== VERSION) return null;
  const { year } = value;
  return {
    place: placeOf(value.place),
    year: isText(year) && isSchoolYear(year) ? year : null,
    split: splitOf(value.split),
    calendar: calendarOf(value.calendar),
    means: meansOf(value.means),
    cost: isCost(value.cost) ? value.cost : null,
    road: roadOf(value.road),
    absence: absenceOf(value.absence)
  };
}

/** `sessionStorage`, or null where the browser refuses it. */
function storage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

/** Whether a decision of this page was read: the tab's own is then as new as what is carried. */
const restored = new Set<string>();

/** Keeps a decision for a reload, and for the territory's file. @param territory `keptKeyOf` */
export function keepDecision(territory: string, decision: KeptDecision): void {
  const text = writeDecision(decision);
  const isNone = text === writeDecision(NO_DECISION);
  const { calendar, absence } = decision;
  const isInside = calendar !== null || absence !== null;
  carry(
    decisionKey(territory),
    isNone ? null : writeDecision({ ...decision, calendar: null, absence: null })
  );
  carry(calendarKey(territory), isInside ? writeDecision({ ...NO_DECISION, calendar, absence }) : null);
  const key = decisionKey(territory);
  try {
    if (isNone) storage()?.removeItem(key);
    else storage()?.setItem(key, text);
  } catch {
    // Storage full: what is there is older, and would come back in the place of this one.
    storage()?.removeItem(key);
  }
}

/** The decision of this tab after a reload, else that of the territory's file that it opened. */
export function keptDecision(territory: string): KeptDecision | null {
  const read = (text: string | null | undefined) => (text ? readDecision(text) : null);
  const isReload = !restored.has(territory) && restored.size === 0;
  restored.add(territory);
  const own = read(storage()?.getItem(decisionKey(territory)));
  const carried = read(carriedText(decisionKey(territory)));
  const inside = read(carriedText(calendarKey(territory)));
  const { calendar, absence } = inside ?? NO_DECISION;
  const opened = carried || inside ? { ...(carried ?? NO_DECISION), calendar, absence } : null;
  return isReload ? (own ?? opened) : (opened ?? own);
}

/** Deletes the decisions of all territories in this tab. */
export function forgetDecisions(): void {
  const store = storage();
  if (!store) return;
  for (const key of Object.keys(store)) if (key.startsWith(decisionKey(''))) store.removeItem(key);
}
