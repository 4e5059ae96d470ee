// Files of the reader's own in the place of the site's tables, in this tab: read, previewed, taken, given back.
import { createContext } from 'svelte';
import type { QualityReport } from '../model/quality.ts';

export interface Replaced {
  file: string;
  rows: number;
}

export class OwnTables {
  /** Table -> what stands in its place. */
  replaced: Readonly<Record<string, Replaced>> = $state.raw({});
  any = $derived(Object.keys(this.replaced).length > 0);
  quality: QualityReport | null = $state.raw(null);
}

export const [ownTables, provideOwnTables] = createContext<OwnTables>();
