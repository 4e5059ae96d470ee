// The live map's code: asked for while the page is taken over and the line is free; a failure is told when the map is opened.

/** Fetches MapLibre and the live map; asked for again, gives the same answer. */
export const loadLiveMap = () => import('./LiveMap.svelte');

/** Asks for it beforehand, in a browser. */
export function preloadLiveMap(): void {
  if (!import.meta.env.SSR) void loadLiveMap().catch(() => undefined);
}
