// Plans, meetings, sessions, stories, reports and the decision in use that a saved territory carries: those of this tab, whether or not they are stored on this computer.
import { browserStorage } from './kept.ts';

const PLANS = 'maillage.plans.';
const MEETINGS = 'maillage.reunions.';
const STORY = 'maillage.seance.';
const DECISION = 'maillage.decision.';
const CALENDAR = 'maillage.calendrier.';
const REPORT = 'maillage.bilan.';
const ACTIONS = 'maillage.actions.';

/** Storage key -> JSON text, for as long as the tab is open. */
const texts = new Map<string, string>();
/** Of these, what a file that was opened or saved holds. */
const filed = new Map<string, string>();
const listeners = new Set<() => void>();

/** @param siren of the territory */
export const plansKey = (siren: string): string => PLANS + siren;
export const meetingsKey = (siren: string): string => MEETINGS + siren;
export const storyKey = (siren: string): string => STORY + siren;
export const decisionKey = (siren: string): string => DECISION + siren;
/** The calendar in use and a declared absence are apart: they tell who is away. */
export const calendarKey = (siren: string): string => CALENDAR + siren;
export const reportKey = (siren: string): string => REPORT + siren;
/** Sessions of actions: numbers of children, who is there when. */
export const actionsKey = (siren: string): string => ACTIONS + siren;

const INSIDE = [meetingsKey, calendarKey, reportKey, actionsKey];
/** Of all that a territory's file may carry. */
const keysOf = (siren: string): string[] =>
  [plansKey, ...INSIDE, storyKey, decisionKey].map((key) => key(siren));

const stored = (key: string): string | null => browserStorage('computer')?.getItem(key) ?? null;

/** The text of this tab; null when there is none. */
export const carriedText = (key: string): string | null => texts.get(key) ?? null;

/** Replaces the text of this tab, null takes it out. Nothing is stored. */
export function carry(key: string, text: string | null): void {
  const before = texts.get(key) ?? stored(key);
  if (text === null) texts.delete(key);
  else texts.set(key, text);
  if (text !== before) for (const listener of listeners) listener();
}

/**
 * All that a territory's file carries, by storage key.
 * @param profile of its configuration: plans of meetings tell who is away by function, and reports and sessions hold exact numbers: carried inside the service only
 */
export function carriedOf(siren: string, profile: unknown): Record<string, string> {
  const isInternal = profile === 'internal';
  const keys = keysOf(siren).filter((key) => isInternal || !INSIDE.some((of) => of(siren) === key));
  const found = keys.map((key) => [key, texts.get(key) ?? stored(key)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null));
}

/**
 * Empties what this tab holds of a territory before a file of it is opened: nothing of it goes into the file. What is stored on this computer stays.
 *
 * @param kept what the file carries
 * @returns puts back what was there before the file, stored things as well
 */
export function leaveCarried(siren: string, kept: Readonly<Record<string, string>>): () => void {
  const stores = [globalThis.localStorage, globalThis.sessionStorage].filter(Boolean);
  const keys = [...new Set([...keysOf(siren), ...Object.keys(kept)])];
  const before = keys.map((key) => [key, texts.get(key), stores.map((store) => store.getItem(key))] as const);
  for (const key of keys) {
    texts.delete(key);
    filed.delete(key);
    globalThis.sessionStorage?.removeItem(key);
  }
  return () => {
    for (const [key, text, held] of before) {
      if (text === undefined) texts.delete(key);
      else texts.set(key, text);
      for (const [at, store] of stores.entries())
        if (held[at] == null) store.removeItem(key);
        else store.setItem(key, held[at]);
    }
  };
}

/** What an opened file carries, in place of what this tab had of the same territory. Nothing is stored. */
export function takeCarried(kept: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(kept)) texts.set(key, text);
  fileCarried(kept);
}

/** A file that holds these texts was saved. */
export function fileCarried(kept: Readonly<Record<string, string>>): void {
  for (const [key, text] of Object.entries(kept)) filed.set(key, text);
}

/** Whether a file holds the text of this tab. */
export const isFiled = (key: string): boolean => texts.get(key) === filed.get(key);

/** Calls back when a plan or a story changes; returns how to stop. */
export function watchCarried(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}
