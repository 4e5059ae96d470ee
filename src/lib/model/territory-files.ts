// A territory as a folder of files: what one builder writes, in the shell and in the browser, and what every page reads.

/** Path (`tables/`, `map/`, `graph/`, `downloads/`, `territory/`, `findings.json`) -> content. */
export type TerritoryFiles = ReadonlyMap<string, Uint8Array>;

/** Whom the files were made for, in the names of the files that carry them: nobody puts the wrong one online. */
export const audienceWord = ({ internal }: { internal?: boolean }): 'interne' | 'public' =>
  internal ? 'interne' : 'public';

/** Folders of a territory that its site ships. */
export const TERRITORY_FOLDERS = ['tables', 'map', 'graph', 'downloads', 'territory'] as const;

/** In `map/`: outlines of the communes around. */
export const AROUND_FILE = 'around.pmtiles';
/** In `downloads/`: the cube, and the certificate of its protection. */
export const CUBE_FILE = 'cube.json';
export const CERTIFICATE_FILE = 'protection-certificate.json';
/** What a territory says of each of its years. */
export const YEAR_FACTS_PATH = 'tables/years.json';

/** Where the site keeps its logo. */
export const logoPath = (file: string) => `territory/logo.${file.split('.').at(-1)!.toLowerCase()}`;
