// The map that came in the page's HTML: found before the scripts take the page over, so that it is not drawn again.

/** The drawing of a page that is being taken over; null on the server and once the page answers. */
export function serverDrawing(): Element | null {
  if (import.meta.env.SSR || document.documentElement.dataset['ready'] === 'true') return null;
  return document.querySelector('[data-server-map]');
}
