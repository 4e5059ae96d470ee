// Erases what the site keeps on this computer: fetched when the button is pressed.
import type { CoverageCube } from '$lib/cube/coverage';
import { lostLines } from '$lib/figures/decision-lost';
import type { Decision } from '$lib/session/decision/decision.svelte';
import type { OfflineCache } from '$lib/session/offline-cache.svelte';
import type { Preferences } from '$lib/session/preferences.svelte';
import { forgetHere } from '$lib/storage/kept-here';
import { autosave } from '$lib/session/territory/autosave.svelte';

interface Keepers {
  decided: Decision;
  choices: Preferences;
  files: OfflineCache;
}

/** What would be lost, in words. */
export const lostOnErase = (decided: Decision, cube: CoverageCube): Promise<string[]> =>
  lostLines(decided, cube);

export async function eraseEverything({ decided, choices, files }: Keepers): Promise<void> {
  await files.erase();
  choices.forget();
  decided.clear();
  forgetHere();
  if (!(await autosave().erase())) throw new Error('a tab is saving');
}
