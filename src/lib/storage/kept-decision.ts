// The decision in use: its stored form. Kept in this tab's session storage for a reload, and carried by a territory's file.
import { isRecord } from '../model/documents/json.ts';
import type { Plan } from '../model/plan.ts';
import type { PlaceRef } from '../model/place.ts';
import {
  isUsualRoad,
  ROAD_SETTINGS,
  withinLimits,
  type RoadSettings
} from '../model/travel/travel-settings.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { calendarKey, carriedText, carry, decisionKey } from './carried.ts';
import { kept } from './kept.ts';
import {
  jsonDay,
  jsonName,
  jsonObject,
  jsonOf,
  jsonOptional,
  jsonOrNull,
  jsonPlan,
  jsonText,
  jsonTexts,
  jsonWord,
  jsonYear,
  type JsonReader
} from './json-readers.ts';
import { jsonMeetingYear } from './meeting-plan-list.ts';
import type { KeptYear } from './meeting-plan.ts';
import { versioned } from './versioned.ts';

/** A répartition in use: its plan, the settings that it was made with, its name where it has one, and whether a link brought it. */
interface KeptSplit {
  plan: Plan;
  settings: Readonly<Record<string, string>>;
  name: string;
  linked?: true;
  /** Of a folder of version 1.0 opened in this tab, which named no number of visits: in no file that is saved. */
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

/** Most posts that a link or a slider asks for. */
const MOST_POSTS_ASKED = 99;

/** Full-time equivalents by halves. */
export const isPosts = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(2 * value) && value >= 0 && value <= MOST_POSTS_ASKED;

/** Euros a year beyond which a cost is a mistake of typing. */
const MOST_COST = 500_000;

export const isCost = (value: unknown): value is number | 'sheet' =>
  value === 'sheet' || (Number.isFinite(value) && (value as number) > 0 && (value as number) <= MOST_COST);

/** Said, or not. */
const flag: JsonReader<boolean> = (value) => value === true;

const road: JsonReader<RoadSettings> = (value) => {
  if (!isRecord(value)) return undefined;
  // A road kept before homes were counted has no radius: each school then has its own part.
  const { outings, parkingMinutes, peak, homeMetres = null } = value as unknown as RoadSettings;
  const read = { outings, parkingMinutes, peak, homeMetres };
  const isWithin = ROAD_SETTINGS.every((one) => {
    const setting = read[one];
    if (setting === null) return one === 'homeMetres';
    return Number.isFinite(setting) && withinLimits(one, setting) === setting;
  });
  return isWithin && !isUsualRoad(read) ? read : undefined;
};
const days = jsonObject<DeclaredAbsence>({ post: jsonText, from: jsonDay, to: jsonDay });
const absence: JsonReader<DeclaredAbsence> = (value) => {
  const read = days(value);
  return read && read.from <= read.to ? read : undefined;
};
const split = jsonObject<KeptSplit>({
  ...{ plan: jsonPlan, settings: jsonTexts, name: jsonName },
  ...{ linked: jsonOptional(jsonWord(true)), former: jsonOptional(jsonWord(true)) }
});
const calendar = jsonObject<DecidedCalendar>({
  ...{ settings: jsonTexts, plan: jsonMeetingYear, saved: flag, adopted: flag }
});

/** Each part that cannot be read is left out. */
const READ = versioned(
  1,
  jsonObject<KeptDecision>({
    place: jsonOrNull(jsonObject<PlaceRef>({ kind: jsonWord('commune', 'qpv', 'group'), code: jsonText })),
    ...{ year: jsonOrNull(jsonYear), split: jsonOrNull(split), calendar: jsonOrNull(calendar) },
    means: jsonOrNull(jsonObject({ posts: jsonOf(isPosts) })),
    ...{ cost: jsonOrNull(jsonOf(isCost)), road: jsonOrNull(road), absence: jsonOrNull(absence) }
  })
);
/** As a territory's file holds it. */
function filedText(decision: KeptDecision): string {
  const { former: _, ...split } = decision.split ?? {};
  return READ.write({ ...decision, split: decision.split && (split as KeptSplit) });
}
/** Decision of a text; null when it is none, or of another version. */
export const readDecision = READ.read;
export const keptDecisions = kept(decisionKey(''), READ, 'tab');

/** Keeps a decision for a reload, and for the territory's file. @param territory `keptKeyOf` */
export function keepDecision(territory: string, decision: KeptDecision): void {
  const isNone = READ.write(decision) === READ.write(NO_DECISION);
  const { calendar, absence } = decision;
  const isInside = calendar !== null || absence !== null;
  const carried = { ...decision, calendar: null, absence: null };
  carry(decisionKey(territory), isNone ? null : filedText(carried));
  carry(calendarKey(territory), isInside ? READ.write({ ...NO_DECISION, calendar, absence }) : null);
  keptDecisions.keep(isNone ? null : decision, territory);
}

/** The decision of this tab after a reload, else that of the territory's file that it opened. */
export function keptDecision(territory: string): KeptDecision | null {
  const carried = readDecision(carriedText(decisionKey(territory)) ?? '');
  const inside = readDecision(carriedText(calendarKey(territory)) ?? '');
  const { calendar, absence } = inside ?? NO_DECISION;
  const opened = carried || inside ? { ...(carried ?? NO_DECISION), calendar, absence } : null;
  const tab = keptDecisions.read(territory);
  const found = keptDecisions.restored(territory, opened);
  // The mark of a former folder is of the tab alone, and of the répartition that it came with.
  return found && tab?.split?.former && filedText(found) === filedText(tab) ? tab : found;
}
