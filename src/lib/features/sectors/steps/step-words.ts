// What each step of the page says of its state.
import { decimal, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { planChanges } from '../state/plan-figures';
import type { SectorsState } from '../state/sectors-state.svelte';

export const settingsWords = ({ schools, settings }: SectorsState): string =>
  m.sectors_step_set_state({ count: schools.length, tolerance: percent(settings.tolerance) });

export function searchWords({ search, isProposal }: SectorsState): string {
  const { phase, result } = search;
  switch (phase) {
    case 'idle':
      return m.sectors_step_search_idle();
    case 'pending':
      return m.sectors_working();
    case 'failed':
      return m.sectors_step_search_failed();
    case 'stopped':
      return isProposal ? m.sectors_step_search_stopped() : m.sectors_step_search_none();
    default:
      if (!result || result.objective === null)
        return result?.relaxed ? m.sectors_step_search_relaxed() : m.sectors_step_search_none();
      return search.moves.length === 0
        ? m.sectors_step_search_same()
        : m.sectors_step_search_found({ seconds: decimal(result.seconds, 1) });
  }
}

export function changeWords(sectors: SectorsState): string {
  const { moved, gained, teams } = planChanges(sectors, sectors.plan);
  if (moved.length > 0) return m.sectors_step_compare_moved({ count: moved.length });
  if (gained.length > 0) return m.sectors_step_compare_gained({ count: gained.length });
  return teams > 0 ? m.sectors_step_compare_teams({ count: teams }) : m.sectors_step_compare_today();
}
