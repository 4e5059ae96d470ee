// Which files of the site are kept, when, and under which address a request finds them.

/** The list of the site's files, beside this program: one program serves any territory. Paths from the site's root. */
export interface SiteList {
  /** Another as soon as a file is. */
  version: string;
  /** Bundled files; their names change with their content. */
  build: readonly string[];
  /** Files served as they are. */
  files: readonly string[];
  /** Pages: `ecoles/`; the first is empty. */
  pages: readonly string[];
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
const NEVER = /\/(_headers|_redirects|\.htaccess|\.nojekyll|web\.config|LISEZMOI\.txt|robots\.txt)$/;
/** Engines, one of them compressed, and outlines of a country. */
const LARGE = /\.(wasm|pmtiles)$|\/assets\/[^/]+\.bin$/;
const PORTRAIT = /\/territoires\/(?!atlas\/$)[^/]+\/$/;
/** Taken away, or of use to few. */
const ON_REQUEST = /^(downloads|packs|_app\/publish|_app\/immutable\/workers\/readers)\//;
/** A territory of many places would fill a reader's disk: its portraits are then kept as they are read (the atlas holds them all). */
const MOST_PORTRAITS = 80;

/** @param base address of the site without a final slash */
export function keptFiles(base: string, { build, files, pages }: SiteList): Kept {
  const address = (path: string) => `${base}/${path}`;
  const served = [...build, ...files].filter((path) => !NEVER.test(address(path)));
  const asked = served.filter((path) => ON_REQUEST.test(path));
  const atOnce = served.filter((path) => !ON_REQUEST.test(path));
  const addresses = pages.map(address);
  const portraits = addresses.filter((page) => PORTRAIT.test(page));
  const later = new Set(portraits.length > MOST_PORTRAITS ? portraits : []);
  return {
    core: [
      ...addresses.filter((page) => !later.has(page)),
      ...atOnce.filter((path) => !LARGE.test(path)).map(address)
    ],
    large: atOnce.filter((path) => LARGE.test(path)).map(address),
    onRequest: [...asked.map(address), ...later]
  };
}

const START = /_app\/immutable\/entry\/[\w-]*start\.[\w-]+\.js/;

/**
 * What a host gave in the place of a page: the page of this site, that of another version, still or already there, or something of the host's
 * own, as the list of a folder's files.
 *
 * @param build bundled files of the site
 */
export function pageGiven(html: string, build: ReadonlySet<string>): 'page' | 'other-version' | 'foreign' {
  const start = START.exec(html)?.[0];
  if (start === undefined) return 'foreign';
  return build.has(start) ? 'page' : 'other-version';
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
