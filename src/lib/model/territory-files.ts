// A territory as a folder of files: what one builder writes, in the shell and in the browser, and what every page reads.

/** Path (`tables/`, `map/`, `graph/`, `downloads/`, `territory/`, `findings.json`) -> content. */
export type TerritoryFiles = ReadonlyMap<string, Uint8Array>;

/** Whom the files were made for, in the names of the files that carry them: nobody puts the wrong one online. */
export const audienceWord = ({ internal }: { internal?: boolean }): 'interne' | 'public' =>
  internal ? 'interne' : 'public';

/** Folders of a territory that its site ships. */
export const TERRITORY_FOLDERS = ['tables', 'map', 'graph', 'downloads', 'territory'] as const;
