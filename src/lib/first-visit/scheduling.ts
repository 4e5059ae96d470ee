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

const MAP_AT_MOST_MS = 1500;
const mapAwaited = new Set<() => void>();

/** The page's map answers, or never will: what waits for it may begin. */
export function tellMapStands(): void {
  for (const begin of mapAwaited) begin();
}

const mapIn = (state: string) => document.querySelector(`[data-map-state${state}]`) !== null;

/** The page has a map that does not answer yet. */
export const isMapLoading = () => mapIn('="loading"');

/** Resolves once the page's map answers, within 1.5 s in any case. */
export function afterMap(): Promise<void> {
  return new Promise((resolve) => {
    const begin = () => {
      clearTimeout(limit);
      mapAwaited.delete(begin);
      resolve();
    };
    const limit = setTimeout(begin, MAP_AT_MOST_MS);
    mapAwaited.add(begin);
    if (mapIn('') && !isMapLoading()) begin();
  });
}

/** Pixels under the screen from which something is about to be seen. */
const NEAR_PX = 300;
const UNSEEN_AT_MOST_MS = 4000;

/** Resolves once an element is on the screen or near it, within 4 s in any case: what a printout shows must come. */
export function whenSeen(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(done, UNSEEN_AT_MOST_MS);
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) done();
      },
      { rootMargin: `0px 0px ${NEAR_PX}px` }
    );
    function done() {
      clearTimeout(limit);
      seen.disconnect();
      resolve();
    }
    seen.observe(element);
  });
}

/** Whether the page that came as HTML is hydrated: `src/routes/+layout.svelte` sets the mark. */
export const isHydrated = () => document.documentElement.dataset['ready'] === 'true';

/** Whether the address names a place in an element. */
export function isNamedIn(element: Element): boolean {
  try {
    return element.contains(document.getElementById(decodeURIComponent(location.hash.slice(1))));
  } catch {
    // Not an address that this site writes.
    return false;
  }
}
