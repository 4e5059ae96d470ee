// How the répartition in use is named, on every page, print and file.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DecidedSplit } from './decision.svelte.ts';

/** « aujourd’hui », « proposée, non enregistrée », « Rentrée 2026 ». */
export function splitName(split: DecidedSplit | null): string {
  if (!split) return m.decision_today();
  if (split.name === '') return m.decision_proposed();
  return split.saved ? split.name : m.decision_named({ name: split.name });
}
