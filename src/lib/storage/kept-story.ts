// The only door to a story kept on this computer: nothing is written before the reader asks for it.

const PREFIX = 'maillage.seance.';

/** `localStorage`, or null where a browser refuses it (private window, blocked storage). */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

const keysOf = (store: Storage) => Object.keys(store).filter((key) => key.startsWith(PREFIX));

/** The text of the story kept for a territory; null when there is none. */
export function keptStory(territory: string): string | null {
  return storage()?.getItem(PREFIX + territory) ?? null;
}

/** @returns whether the browser keeps it */
export function keepStory(territory: string, text: string): boolean {
  try {
    const store = storage();
    store?.setItem(PREFIX + territory, text);
    return store !== null;
  } catch {
    // Full, or refused: the story holds until the page is closed.
    return false;
  }
}

export function forgetStory(territory: string): void {
  storage()?.removeItem(PREFIX + territory);
}

/** Stories of all territories kept on this computer. */
export function keptStories(): number {
  const store = storage();
  return store ? keysOf(store).length : 0;
}

export function forgetStories(): void {
  const store = storage();
  if (store) for (const key of keysOf(store)) store.removeItem(key);
}
