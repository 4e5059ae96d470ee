// Waits for idle time, so that figures and filters come before the map and the charts.

const AT_MOST_MS = 400;

/** Resolves at the browser's next idle period, within 0.4 s in any case. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: AT_MOST_MS });
    else setTimeout(resolve, AT_MOST_MS / 8);
  });
}

/** Whether the page that came as HTML is hydrated: `src/routes/+layout.svelte` sets the mark. */
export const isHydrated = () => document.documentElement.dataset['ready'] === 'true';
