// Posts and who follows which school in the répartition in use, where pages may show them: never in a public site.
import { onMount } from 'svelte';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { Plan } from '$lib/model/plan.ts';
import { showsPosts } from '$lib/session/shown-pages.ts';
import { siteData } from '$lib/session/site-data.svelte.ts';
import { territoryDoor } from '$lib/session/territory-door.ts';
import { decision } from './decision.svelte.ts';

export interface ShownPosts {
  /** Whether the territory shows its posts. */
  readonly shown: boolean;
  /** Null until it is read, and where there is none. */
  readonly file: AssignmentFile | null;
  readonly plan: Plan | null;
}

/** To be called once in a component. */
export function shownPosts(): ShownPosts {
  const decided = decision();
  const shown = showsPosts(siteData().dashboard, territoryDoor().opened !== null);
  let file: AssignmentFile | null = $state.raw(null);
  onMount(() => {
    if (shown) void decided.file().then((read) => (file = read));
  });
  return {
    shown,
    get file() {
      return file;
    },
    get plan() {
      return file && decided.planOf(file);
    }
  };
}
