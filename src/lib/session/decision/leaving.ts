// Whether the tab is being loaded again: what the tab keeps comes back, and nothing is asked.

/** A key that loads the page again is followed by the unloading at once. */
const SOON_MS = 1000;

/** Listens for reloads by a key or by a script; browsers do not tell those of their own button. @returns whether one is under way, and how to stop */
export function watchReloads(): { isReloading: () => boolean; stop: () => void } {
  let at = -Infinity;
  const heard = () => (at = performance.now());
  const onkeydown = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key === 'F5' || ((ctrlKey || metaKey) && key.toLowerCase() === 'r')) heard();
  };
  const onnavigate = (event: Event) => {
    if ('navigationType' in event && event.navigationType === 'reload') heard();
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  addEventListener('keydown', onkeydown, { capture: true });
  navigation?.addEventListener('navigate', onnavigate);
  return {
    isReloading: () => performance.now() - at < SOON_MS,
    stop: () => {
      removeEventListener('keydown', onkeydown, { capture: true });
      navigation?.removeEventListener('navigate', onnavigate);
    }
  };
}
