// The story stored on this computer, at the reader's request only.
import { storyKey } from './carried.ts';

const PREFIX = storyKey('');

/** `localStorage`, or null where the browser refuses it (private window, blocked storage). */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

const keysOf = (store: Storage) => Object.keys(store).filter((key) => key.startsWith(PREFIX));

/** Text of the story stored for a territory; null without one. */
export function keptStory(territory: string): string | null {
  return storage()?.getItem(storyKey(territory)) ?? null;
}

/** @returns whether it was stored */
export function keepStory(territory: string, text: string): boolean {
  try {
    const store = storage();
    store?.setItem(storyKey(territory), text);
    return store !== null;
  } catch {
    // Storage full or refused: the story lasts until the page is closed.
    return false;
  }
}

export function forgetStory(territory: string): void {
  storage()?.removeItem(storyKey(territory));
}

/** Number of stories stored, all territories together. */
export function keptStories(): number {
  const store = storage();
  return store ? keysOf(store).length : 0;
}

export function forgetStories(): void {
  const store = storage();
  if (store) for (const key of keysOf(store)) store.removeItem(key);
}
