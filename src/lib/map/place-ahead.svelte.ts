// Labels of a live map that is about to stand: placed while its worker cuts the tiles, when the page has nothing else to do.
import { untrack } from 'svelte';
import { atRest } from '../state/at-rest.ts';
import type { LabelCache } from './label-cache.ts';
import { sceneLabels } from './scene-labels.ts';

type Asked = Parameters<typeof sceneLabels>;

/** Fills `cache` for what `next` says, if anything, as it is once the browser rests. */
export function placeAhead(
  cache: LabelCache,
  next: () => [Asked[0], Asked[1], Asked[2], Asked[3]] | null
): void {
  const isNext = $derived(next() !== null);
  $effect(() => {
    if (!isNext) return;
    let ended = false;
    void atRest().then(() => {
      const asked = ended ? null : untrack(next);
      if (asked) sceneLabels(...asked, cache.place);
    });
    return () => (ended = true);
  });
}
