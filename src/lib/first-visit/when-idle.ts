// Waits until the browser has nothing more urgent: figures and filters come before the map and the charts.

const AT_MOST_MS = 400;

/** Resolves when the browser rests, or before long if it does not. */
export function atRest(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: AT_MOST_MS });
    else setTimeout(resolve, AT_MOST_MS / 8);
  });
}

/** The page that came as HTML answers by its scripts from now on: told by the frame of every page (`src/routes/+layout.svelte`). */
export const isTakenOver = () => document.documentElement.dataset['ready'] === 'true';
