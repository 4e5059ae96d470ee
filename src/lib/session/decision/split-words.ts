// How the répartition in use is named, on every page, print and file.
import { m } from '$lib/i18n/paraglide/messages.js';
import { slugOf } from '$lib/model/unaccented.ts';
import type { DecidedSplit } from './decision.svelte.ts';

/** « aujourd’hui », « proposée, non enregistrée », « Rentrée 2026 ». */
export function splitName(split: DecidedSplit | null): string {
  if (!split) return m.decision_today();
  if (split.name === '') return m.decision_proposed();
  return split.saved ? split.name : m.decision_named({ name: split.name });
}

/** « avec la répartition d’aujourd’hui », after a blank: what a number of posts depends on. */
export function splitPhrase(split: DecidedSplit | null): string {
  if (!split) return m.decision_with_today();
  return split.name === '' ? m.decision_with_proposed() : m.decision_with_named({ name: split.name });
}

/** The name of a file that holds a répartition other than today's says which: `secteurs-rentree-2026`. */
export function splitFileName(name: string, split: DecidedSplit | null): string {
  if (!split) return name;
  return `${name}-${slugOf(split.name || m.decision_file_proposed())}`;
}
