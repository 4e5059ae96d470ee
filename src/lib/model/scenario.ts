// Scenarios: named plans with the settings they were made with. Never a count.
import type { Plan } from './plan.ts';

export interface Scenario {
  id: string;
  name: string;
  plan: Plan;
  /** Settings that differ from the defaults, as in the page's address. */
  settings: Readonly<Record<string, string>>;
  /** Milliseconds since 1970: when it was made, and when it last changed. */
  made: number;
  changed: number;
  /** When it was put in use as decided; absent where it is not in use. */
  used?: number;
}

/** Maximum length of a name. */
export const LONGEST_NAME = 80;

/** Normalises a name: one line, limited length; '' when nothing is left. */
export const tidyName = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim();

/** The name, or « Plan (2) » when it is taken. */
export function freeName(text: string, others: readonly Pick<Scenario, 'name'>[]): string {
  const taken = new Set(others.map(({ name }) => name));
  const name = tidyName(text);
  let free = name;
  for (let at = 2; taken.has(free); at++) free = `${name} (${at})`;
  return free;
}
