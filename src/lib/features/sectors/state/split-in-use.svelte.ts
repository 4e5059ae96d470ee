// The répartition in use, on pages that show its loads and do not change it: the settings that it was made with, its road by sampled tours.
import { untrack } from 'svelte';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { fairLoad, type FairLoad } from '$lib/model/assignment/fair-load.ts';
import type { LoadsInUse } from '$lib/features/share/openings/openings-words.ts';
import { roadsOfTerritory } from '$lib/figures/roads.svelte.ts';
import { decision } from '$lib/session/decision/decision.svelte.ts';
import { siteData } from '$lib/session/site-data.svelte.ts';
import { territoryDoor } from '$lib/session/territory-door.ts';
import { SectorsState } from './sectors-state.svelte.ts';

/** To be called once, while a page or a panel is made; its road is asked for where it is not known. */
export function useSplitInUse(file: AssignmentFile): SectorsState {
  const { dashboard } = siteData();
  const door = territoryDoor();
  const decided = decision();
  const sectors = new SectorsState(
    file,
    dashboard,
    () => '',
    () => door.graphs(),
    decided,
    roadsOfTerritory()
  );
  $effect.pre(() => {
    void decided.split;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read at once
    untrack(() => sectors.read(new URLSearchParams()));
  });
  $effect(() => {
    if (sectors.roads === null) void untrack(() => sectors.sampleTours());
  });
  return sectors;
}

/** Null until the road of each post is known: the one reading of a load, on every page. */
export function loadsInUse(sectors: SectorsState): LoadsInUse | null {
  if (sectors.roads === null) return null;
  const { tolerance, measure } = sectors.settings;
  const posts = sectors.figures.referents.map(({ id, deviation }) => ({ id, deviation }));
  return { posts, tolerance, withRoad: measure === 'hours' };
}

/** The load of each post of the plan in use, in the order of the posts; null until their road is known. */
export function fairLoadsInUse(sectors: SectorsState): FairLoad[] | null {
  if (sectors.roads === null) return null;
  const { figures, plan, schools, settings } = sectors;
  return figures.referents.map((post) =>
    fairLoad(
      post,
      schools.filter(({ uai }) => plan.referents[uai] === post.id),
      settings.measure
    )
  );
}
