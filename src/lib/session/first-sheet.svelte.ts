// A file dropped on any page, before a territory is chosen: what has become of it, for the strip above the page. Of the tab: it outlives the
// territory that was shown when the file was dropped.
import type { StartGuess } from '$lib/engines/territory-builder/index.ts';

export interface FirstSheet {
  /** `asked`: two territories, or none, come out of the files; `shown`: the territory is open. */
  phase?: 'reading' | 'asked' | 'shown' | undefined;
  /** Names of the files, without what names a child. */
  files?: readonly string[];
  guess?: StartGuess;
  /** From the drop to the sheet. */
  seconds?: number;
  /** A folder to be opened by Mon territoire. */
  folder?: File;
}

let sheet: FirstSheet = $state.raw({});

export const firstSheet = (): FirstSheet => sheet;
export const showSheet = (next: FirstSheet): void => void (sheet = next);
