// What computes the saved views of the page of journeys, fetched when a story has one.
import { base } from '$app/paths';
import type { Dashboard } from '$lib/cube/dashboard';
import type { JourneyViews } from './travel-views.svelte';

/** @returns null where the territory has no team on the road */
export async function openJourneys(dashboard: Dashboard): Promise<JourneyViews | null> {
  const [{ JourneyViews: Views }, { parseTeamFile }, response] = await Promise.all([
    import('./travel-views.svelte'),
    import('$lib/features/travel/travel-state.svelte'),
    fetch(`${base}/graph/team.json`)
  ]);
  if (!response.ok) return null;
  return new Views(
    dashboard,
    parseTeamFile(await response.text()),
    () => new URL(`${base}/graph`, location.href).href
  );
}
