// A territory as a folder of files: what one builder writes, in the shell and in the browser, and what every page reads.

/** Path (`tables/`, `map/`, `graph/`, `downloads/`, `territory/`, `findings.json`) -> content. */
export type TerritoryFiles = ReadonlyMap<string, Uint8Array>;

/** Folders of a territory that its site ships. */
export const TERRITORY_FOLDERS = ['tables', 'map', 'graph', 'downloads', 'territory'] as const;
