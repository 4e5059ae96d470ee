// Messages between the page and the build worker: a configuration and its files in, the files of a territory out.
import type { BuildProgress, BuiltTerritory } from '../../engines/territory-builder/index.ts';
import type { Month } from '../../model/school-year.ts';

export interface BuildRequest {
  /** As JSON: read and checked by the worker. */
  config: unknown;
  /** By the names that the configuration has for them; read one at a time, when their turn comes. */
  sources: ReadonlyMap<string, Blob | Uint8Array>;
  /** The administrative division, as the site ships it. */
  reference: Uint8Array;
  /** Packs of départements, as the site ships them: they stand where the configuration names no file. */
  base: readonly Uint8Array[];
  /** Files of the folder as it was saved that tell its former years. */
  former?: ReadonlyMap<string, Uint8Array>;
  today: Month;
}

export type Built = Pick<BuiltTerritory, 'files' | 'findings' | 'balances' | 'figures'>;

export type { BuildProgress };
