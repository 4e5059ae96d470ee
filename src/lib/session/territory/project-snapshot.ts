// What a step of the folder can be taken back to.
import type { OpenedTerritory } from '../territory-door.ts';
import type { Reading, TerritorySettings } from './project-config.ts';
import type { ProjectFile } from './project-file.ts';
import type { OpenTerritory } from './project-tools.ts';

/** All that a step changes: taking it back restores it whole, without building again. */
export interface Snapshot {
  settings: TerritorySettings | null;
  files: readonly ProjectFile[];
  reading: Reading;
  built: OpenTerritory | null;
  opened: OpenedTerritory | null;
  /** Names of the files dropped or of the setting changed. */
  step: string;
}
