// Where a page's map reads the files of its territory: outlines that the page did not give, the archive of what lies around.
import { createContext } from 'svelte';

export interface MapFiles {
  /** Address of the site without a final slash. */
  readonly base: string;
  readonly fetch: typeof fetch;
  /** Another for each territory. */
  readonly key: string;
  /** Bytes of a file that no address has, by its path; null where the site serves it. */
  held(path: string): Uint8Array | null;
}

export const [mapFiles, provideMapFiles] = createContext<MapFiles>();
