// Which files of the site are kept, when, and under which address a request finds them.

export interface OfflineCache {
  /** Address of the site without a final slash. */
  base: string;
  /** Bundled files; their names change with their content. */
  build: readonly string[];
  /** Files served as they are. */
  files: readonly string[];
  /** Prerendered pages, and the files that they were made with. */
  prerendered: readonly string[];
}

export interface Kept {
  /** Kept before the first answer: pages, code, tables. */
  core: string[];
  /** Kept when the page has nothing else to do: the engines. */
  large: string[];
  /** Kept once somebody asks for them. */
  onRequest: string[];
}

/** Read by hosts, never by pages. */
const NEVER = /\/(_headers|_redirects|robots\.txt)$/;
/** Engines, one of them compressed, and outlines of a country. */
const LARGE = /\.(wasm|pmtiles)$|\/assets\/[^/]+\.bin$/;
const PORTRAIT = /\/territoires\/(?!atlas$)[^/]+$/;
/** A territory of many places would fill a reader's disk: its portraits are then kept as they are read (the atlas holds them all). */
const MOST_PORTRAITS = 80;

export function keptFiles({ base, build, files, prerendered }: OfflineCache): Kept {
  const served = [...build, ...files].filter((address) => !NEVER.test(address));
  // Files that one takes away, and the starting data of the whole country: few readers ask for them.
  const seldom = [`${base}/downloads/`, `${base}/packs/`];
  const isLarge = (address: string) => LARGE.test(address);
  const isSeldom = (address: string) => seldom.some((folder) => address.startsWith(folder));
  const portraits = prerendered.filter((address) => PORTRAIT.test(address));
  const later = new Set(portraits.length > MOST_PORTRAITS ? portraits : []);
  return {
    core: [
      ...new Set([
        ...prerendered.filter((address) => !later.has(address)),
        ...served.filter((address) => !isLarge(address) && !isSeldom(address))
      ])
    ],
    large: served.filter((address) => isLarge(address) && !isSeldom(address)),
    onRequest: [...served.filter(isSeldom), ...later]
  };
}

/** As it was typed, where it is not what `decodeURI` reads. */
function decoded(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

/** The kept address that answers `pathname`, whichever way a host writes pages; null when none does. */
export function keptAddress(pathname: string, kept: ReadonlySet<string>): string | null {
  const path = decoded(pathname);
  const page = path.replace(/(\/index)?\.html$/, '');
  const bare = page.replace(/\/$/, '');
  return [pathname, path, page, bare, `${bare}/`].find((candidate) => kept.has(candidate)) ?? null;
}
