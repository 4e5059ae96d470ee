// The map that came in the page's HTML: found while the scripts take the page over, so that it is not drawn again.
import { locale } from '$lib/i18n/locale.ts';

/** Language in which pages are written beforehand. */
const WRITTEN_IN = 'fr';
/** The page that the browser opened by itself: no other came with a drawing. */
const opened = globalThis.location?.pathname;
const given = new WeakSet<Element>();

/** Makes elements of what is text where scripts run, unless the script of `src/app.html` has done so already. */
function read(drawing: Element): void {
  for (const drawn of drawing.querySelectorAll(':scope > noscript')) {
    const box = document.createElement('div');
    box.className = drawn.className;
    box.innerHTML = drawn.textContent;
    drawn.replaceWith(box);
  }
}

/** The drawing of the page that was opened, in the reader's language, to the first who asks; null otherwise. */
export function serverDrawing(): Element | null {
  if (import.meta.env.SSR || location.pathname !== opened || locale() !== WRITTEN_IN) return null;
  const drawing = document.querySelector('[data-server-map]');
  if (!drawing || given.has(drawing)) return null;
  given.add(drawing);
  read(drawing);
  return drawing;
}
