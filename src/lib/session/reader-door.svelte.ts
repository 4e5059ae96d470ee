// The door of the menu that the reader came in by. A page of another door, reached by a link, leaves it lit; a link may say it
// (`?porte=`). Nothing of it is stored.
import { createContext } from 'svelte';
import { DOOR_PARAMETER, navigationPage, readDoor, writeDoor, type UserDoor } from '$lib/pages/menu';

/** Door of a page, null beside them all. */
export function doorOf(route: string | null): UserDoor | null {
  const door = navigationPage(route)?.door ?? null;
  return door === 'beside' ? null : door;
}

interface Arrival {
  route: string | null;
  url: URL;
  /** As the router tells it; `enter` for the first page. */
  by: string;
}

export class ReaderDoor {
  /** null until the reader has been behind a door. */
  door: UserDoor | null = $state(null);
  /** Doors by address, for the way back. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read at an arrival, never shown
  readonly #seen = new Map<string, UserDoor>();
  #chosen: UserDoor | null = null;

  /** The next page is opened by the menu. */
  choose(door: UserDoor): void {
    this.#chosen = door;
  }

  arrive({ route, url, by }: Arrival): void {
    const own = doorOf(route);
    const said = readDoor(url.searchParams.get(DOOR_PARAMETER)) ?? this.#chosen;
    this.#chosen = null;
    const back = by === 'popstate' ? (this.#seen.get(url.pathname) ?? own) : null;
    if (said !== null) this.door = said;
    else if (own !== null) this.door = back ?? this.door ?? own;
    if (this.door !== null) this.#seen.set(url.pathname, this.door);
  }

  /** The address of the page as it is, with the reader's door where it is not the page's own. */
  address(here: string, route: string | null): string {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made to be written at once
    const url = new URL(here);
    const own = doorOf(route);
    if (this.door === null || this.door === own || own === null) url.searchParams.delete(DOOR_PARAMETER);
    else url.searchParams.set(DOOR_PARAMETER, writeDoor(this.door));
    return url.href;
  }
}

export const [readerDoor, provideReaderDoor] = createContext<ReaderDoor>();
