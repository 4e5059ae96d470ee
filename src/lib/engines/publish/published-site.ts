// The files of a published site, one after the other: nothing is held longer than it takes to hand it over.
import { TERRITORY_FOLDERS, type TerritoryFiles } from '../../model/territory-files.ts';
import { brokenLinks } from './links.ts';

/** Where a site keeps the page maker (`pages.js`) and the list of its shell (`shell.json`). */
export const PUBLISH_FOLDER = '_app/publish';

export interface ShellFile {
  path: string;
  bytes: number;
  /** Of a file that the site does not serve to everybody, or not offline. */
  text?: string;
}

/** What a site has whatever its territory. */
export interface Shell {
  version: string;
  files: readonly ShellFile[];
}

/** A page as a static host stores it: `index.html`, `territoires/59014/index.html`. */
export interface MadePage {
  file: string;
  html: string;
}

export interface PageMaker {
  /** Address of each page, from the site's root: `/`, `/territoires/59014`. */
  readonly pages: readonly string[];
  /** Rejects when the page answers anything but itself. */
  make(page: string): Promise<MadePage>;
  /** The page of unknown addresses. */
  fallback(): Promise<MadePage>;
}

/** What `pages.js` exports. */
export interface PageMakerModule {
  openPageMaker(files: TerritoryFiles): Promise<PageMaker>;
}

export interface SiteFile {
  path: string;
  bytes: Uint8Array;
}

export interface PublishProgress {
  /** Pages made, then files handed over: of `of`. */
  done: number;
  of: number;
}

export interface PublishInput {
  files: TerritoryFiles;
  shell: Shell;
  /** Bytes of a file of the shell. */
  read(path: string): Promise<Uint8Array>;
  maker: PageMaker;
  /** Hexadecimal SHA-256. */
  hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> | string;
  /** With the packs of every département, for whoever makes a territory from the site. */
  packs?: boolean;
  /** Without pages made beforehand: scripts make each in the browser that shows it. */
  shellOnly?: boolean;
  onProgress?: (progress: PublishProgress) => void;
  signal?: AbortSignal;
}

export interface PublishedCounts {
  pages: number;
  /** Links of the pages that lead nowhere. */
  broken: string[];
}

const BUNDLED = /^_app\/immutable\//;
/** Names the version of the site. `_app/version.json` names that of the scripts, which a publication does not change. */
const SERVICE_WORKER = 'service-worker.js';
/** Read by hosts, never by pages. */
const NOT_SERVED = /^(service-worker\.js|_app\/version\.json)$/;
const SHELL_LIST = `${PUBLISH_FOLDER}/shell.json`;
const PACKS = /^packs\/[^/]+\.pack$/;
/** The division of the country and the list of the PREs: what a territory is chosen in. Every site has them. */
const LISTS: ReadonlySet<string> = new Set(['packs/reference.pack', 'packs/pre.pack']);
const PACK_INDEX = 'packs/packs.json';
const KEPT = 'kept.json';
/** As long as SvelteKit's build names its own. */
const VERSION_DIGITS = 16;

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const pagePath = (file: string): string => file.replace(/index\.html$/, '');

/** @throws Error when the list is foreign */
export function readShell(text: string): Shell {
  const shell = JSON.parse(text) as Partial<Shell> | null;
  if (typeof shell?.version !== 'string' || !Array.isArray(shell.files))
    throw new Error('shell.json: unreadable');
  return shell as Shell;
}

/** The shell of a site without packs: the index tells none. */
function withoutPacks({ version, files }: Shell): Shell {
  const empty = (text: string) => {
    const index = JSON.parse(text) as Record<string, unknown>;
    return `${JSON.stringify({ ...index, packs: [], sources: [] }, null, 1)}\n`;
  };
  const kept = files.filter(({ path }) => LISTS.has(path) || !PACKS.test(path));
  return {
    version,
    files: kept.map((file) => {
      if (file.path !== PACK_INDEX || file.text === undefined) return file;
      const text = empty(file.text);
      return { ...file, bytes: utf8(text).length, text };
    })
  };
}

/** Files of the territory that its site ships. */
export const shipped = (files: TerritoryFiles): [string, Uint8Array][] =>
  [...files]
    .filter(([path]) => TERRITORY_FOLDERS.some((folder) => path.startsWith(`${folder}/`)))
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The same files on the same shell give the same version, so that a visitor is told of a new one only when there is one. */
async function versionOf(
  { shell, hash, packs = false }: PublishInput,
  files: [string, Uint8Array][]
): Promise<string> {
  const lines = [shell.version, String(packs)];
  for (const [path, bytes] of files) lines.push(`${path} ${await hash(new Uint8Array(bytes))}`);
  return (await hash(utf8(lines.join('\n')))).slice(0, VERSION_DIGITS);
}

/**
 * Each file of the site: pages, the territory's files, the shell's.
 *
 * @throws what the page maker or `read` throws; the signal's reason
 */
export async function* publishedSite(input: PublishInput): AsyncGenerator<SiteFile, PublishedCounts> {
  const { maker, read, shellOnly = false, onProgress, signal } = input;
  const shell = input.packs ? input.shell : withoutPacks(input.shell);
  const files = shipped(input.files);
  const version = await versionOf(input, files);
  const others = [...shell.files, { path: SHELL_LIST, text: JSON.stringify(shell) }];
  const paths = [...files.map(([path]) => path), ...others.map(({ path }) => path), KEPT].sort();
  const addresses = shellOnly ? [] : maker.pages;
  let done = 0;
  const step = (): void => {
    signal?.throwIfAborted();
    done += 1;
    onProgress?.({ done, of: addresses.length + paths.length });
  };

  const links = brokenLinks(new Set(paths));
  const pages: string[] = [];
  for (const address of addresses) {
    const { file, html } = await maker.make(address);
    pages.push(pagePath(file));
    links.add(pagePath(file), html);
    step();
    yield { path: file, bytes: utf8(html) };
  }
  const { file, html } = await maker.fallback();
  yield { path: file, bytes: utf8(html) };
  // A host must have a page at each address; scripts make what is in it.
  for (const address of shellOnly ? maker.pages : []) {
    const path = `${address === '/' ? '' : `${address.slice(1)}/`}index.html`;
    pages.push(pagePath(path));
    yield { path, bytes: utf8(html) };
  }

  for (const [path, bytes] of files) {
    step();
    yield { path, bytes };
  }
  for (const { path, text } of others) {
    step();
    yield { path, bytes: text === undefined ? await read(path) : utf8(textOf(path, text)) };
  }
  step();
  yield { path: KEPT, bytes: utf8(JSON.stringify(keptList())) };
  return { pages: addresses.length, broken: links.broken() };

  function textOf(path: string, text: string): string {
    return path === SERVICE_WORKER ? text.replaceAll(shell.version, version) : text;
  }
  /** What the service worker keeps. */
  function keptList() {
    const served = paths.filter((path) => path !== KEPT && !NOT_SERVED.test(path));
    return {
      version,
      build: served.filter((path) => BUNDLED.test(path)),
      files: served.filter((path) => !BUNDLED.test(path)),
      pages: pages.sort()
    };
  }
}
