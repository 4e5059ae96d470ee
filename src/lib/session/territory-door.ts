// The one door to the files of a territory: the site's own, or those of the territory that the reader has opened.
import { createContext } from 'svelte';
import { invalidateAll } from '$app/navigation';
import { base } from '$app/paths';
import { TERRITORY_FOLDERS, type TerritoryFiles } from '$lib/model/territory-files.ts';

export interface OpenedTerritory {
  /** Another at each opening. */
  readonly key: string;
  readonly files: TerritoryFiles;
  readonly name: string;
  /** What a link holds of it, « pre=59392-ccas »; absent where a file brought it. */
  readonly link?: string | undefined;
}

const SITE = 'site';
const GRAPH = 'graph/';
let opened: OpenedTerritory | null = null;

/** The territory that the reader has opened; null when pages show the site's own. */
export const openedTerritory = (): OpenedTerritory | null => (import.meta.env.SSR ? null : opened);

/** Before the first page is made: that one already shows the territory. */
export function presetTerritory(territory: OpenedTerritory): void {
  opened = territory;
}

/** Shows a territory on every page, or the site's own again (null). Resolves once the page at hand shows it. */
export async function openTerritory(territory: OpenedTerritory | null): Promise<void> {
  opened = territory;
  await invalidateAll();
}

/** Path of an address of the site that names a file of its territory; null for any other. */
function territoryPath(address: string): string | null {
  const path = new URL(address, location.href).pathname.slice(base.length + 1);
  return TERRITORY_FOLDERS.some((folder) => path.startsWith(`${folder}/`)) ? path : null;
}

/**
 * The files of one territory, whichever is opened afterwards: what is under way under one never receives a file of another.
 * A page's `load` makes one by `territoryFetch`; what lives as long as its territory is shown takes it from the context.
 */
export class TerritoryDoor {
  /** Address of the site without a final slash. */
  readonly base = base;
  readonly opened: OpenedTerritory | null;
  readonly #addresses = new Map<string, string>();

  constructor(territory = openedTerritory()) {
    this.opened = territory;
  }

  get key(): string {
    return this.opened?.key ?? SITE;
  }

  /** `fetch`, which answers from the opened territory where the address is one of its files: 404 for a file that it does not have. */
  fetch: typeof fetch = (input, init) => this.through(fetch)(input, init);

  /** @param other asked for what the opened territory does not hold */
  through(other: typeof fetch): typeof fetch {
    const { opened: territory } = this;
    if (!territory) return (input, init) => other(input, init);
    return async (input, init) => {
      const path = territoryPath(input instanceof Request ? input.url : String(input));
      if (path === null) return other(input, init);
      init?.signal?.throwIfAborted();
      const bytes = territory.files.get(path);
      return new Response(bytes as BodyInit | undefined, { status: bytes ? 200 : 404 });
    };
  }

  /**
   * Bytes of a file, null when there is none.
   *
   * @param path as in `TerritoryFiles`
   */
  async bytes(path: string): Promise<Uint8Array | null> {
    if (this.opened) return this.held(path);
    const response = await fetch(`${base}/${path}`);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  }

  /** Bytes of a file that no address has: of an opened territory. Null of the site's own. */
  held(path: string): Uint8Array | null {
    return this.opened?.files.get(path) ?? null;
  }

  /** Address of a file for a link or a picture, until `close`. */
  address(path: string): string {
    if (!this.opened) return `${base}/${path}`;
    const known = this.#addresses.get(path);
    if (known) return known;
    const type = path.endsWith('.svg') ? 'image/svg+xml' : 'application/octet-stream';
    const blob = new Blob([(this.opened.files.get(path) ?? new Uint8Array()) as BlobPart], { type });
    const address = URL.createObjectURL(blob);
    this.#addresses.set(path, address);
    return address;
  }

  /** Road graphs and tables of times, for a worker: their folder's absolute address, or the files by name. */
  graphs(): string | ReadonlyMap<string, Uint8Array> {
    if (!this.opened) return new URL(`${base}/graph`, location.href).href;
    const files = [...this.opened.files].filter(([path]) => path.startsWith(GRAPH));
    return new Map(files.map(([path, bytes]) => [path.slice(GRAPH.length), bytes]));
  }

  /** Frees the addresses given to links and pictures. */
  close(): void {
    for (const address of this.#addresses.values()) URL.revokeObjectURL(address);
    this.#addresses.clear();
  }
}

/** The `fetch` of a page's `load`: files of the territory come from the one that is open when the load begins. */
export const territoryFetch = (load: typeof fetch): typeof fetch => new TerritoryDoor().through(load);

export const [territoryDoor, provideTerritoryDoor] = createContext<TerritoryDoor>();
