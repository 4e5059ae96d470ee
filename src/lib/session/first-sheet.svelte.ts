// A file dropped on any page, before a territory is chosen: what has become of it, for the strip above the page.
import type { StartGuess } from '$lib/engines/territory-builder/index.ts';

export class FirstSheet {
  /** `asked`: two territories, or none, come out of the files; `shown`: the territory is open. */
  phase: 'none' | 'reading' | 'asked' | 'shown' = $state('none');
  /** Names of the files, without what names a child. */
  files: readonly string[] = $state.raw([]);
  guess: StartGuess | null = $state.raw(null);
  /** From the drop to the sheet. */
  seconds = $state(0);
  /** A folder to be opened by Mon territoire. */
  folder: File | null = $state.raw(null);
}

let sheet: FirstSheet | null = null;

/** Of the tab: it outlives the territory that was shown when the file was dropped. */
export const firstSheet = (): FirstSheet => (sheet ??= new FirstSheet());
