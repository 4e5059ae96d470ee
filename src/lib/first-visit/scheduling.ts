// When deferred work runs: after the next paint, or at the browser's next idle period.

/** A hidden page draws no frame. */
const FRAME_AT_MOST_MS = 100;
const IDLE_AT_MOST_MS = 400;

/** Resolves in a task of its own after the next frame, within 0.1 s in any case. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, FRAME_AT_MOST_MS);
    requestAnimationFrame(() => {
      clearTimeout(limit);
      setTimeout(resolve);
    });
  });
}

/** Resolves at the browser's next idle period, within 0.4 s in any case: figures and filters come before the map and the charts. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: IDLE_AT_MOST_MS });
    else setTimeout(resolve, IDLE_AT_MOST_MS / 8);
  });
}

/** Whether the page that came as HTML is hydrated: `src/routes/+layout.svelte` sets the mark. */
export const isHydrated = () => document.documentElement.dataset['ready'] === 'true';
