// Texts of the printed annex and of the note, other than their tables: rules and sources.
import { day } from '$lib/i18n/dates';
import { percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { splitName } from '$lib/session/decision/split-words.ts';
import type { SectorsState } from '../state/sectors-state.svelte';
import { criterionName } from '../words';

export function annexRules({ settings, decision }: SectorsState): string[] {
  return [
    m.decision_of({ split: splitName(decision.split) }),
    m.sectors_annex_units({ criteria: settings.criteria.map(criterionName).join(' × ').toLowerCase() }),
    m.sectors_annex_tolerance({ share: percent(settings.tolerance) }),
    ...(settings.coordinatorTolerance === null
      ? []
      : [m.sectors_annex_coordinators({ share: percent(settings.coordinatorTolerance) })]),
    ...(settings.contiguous ? [m.sectors_annex_contiguous()] : [])
  ];
}

/** That the plan keeps its rules was tested by code apart; empty where it was not, or does not. */
export function verifiedWords({ proof, settings }: SectorsState): string {
  if (!proof.keepsRules) return '';
  return m.sectors_verified({
    tolerance: percent(settings.tolerance),
    piece: settings.contiguous ? 'one' : 'any'
  });
}

export const annexFoot = (sectors: SectorsState): string =>
  m.sectors_annex_foot({
    territory: sectors.dashboard.territory.name,
    day: day(new Date())
  });
