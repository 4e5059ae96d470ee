// Messages between the page and the build worker: a configuration and its files in, the files of a territory out.
import type { BuildProgress, BuiltTerritory } from '../../engines/territory-builder/index.ts';
import type { Month } from '../../model/school-year.ts';
import type { MaillageContent } from '../../storage/maillage/index.ts';
import type { Reply, Report } from '../worker-call.ts';

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

/** Two files of one territory, and what they make; null: before anything is put together. Of each, what `recheck` reads is enough. */
export interface RecheckRequest {
  a: MaillageContent;
  b: MaillageContent;
  union: MaillageContent | null;
  siren: string;
}

export interface Rechecked {
  what: 'split' | 'meetings' | 'report';
  ok: boolean;
}

export interface BuildApi {
  /**
   * @throws UnusableInput at the first file that is missing or of no use
   * @throws UnsafeTerritory when a count could be found again or may not be published
   */
  build(request: BuildRequest, onProgress: Report<BuildProgress>): Reply<Built>;
  /** `open`: names of the counts that a reader of what both have published can find again. @throws UnusableInput */
  recheck(request: RecheckRequest): Reply<{ open: string[]; rechecked: Rechecked[] }>;
}

export type { BuildProgress };
