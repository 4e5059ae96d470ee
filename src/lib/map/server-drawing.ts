// The map that came in the page's HTML: found while the scripts take the page over, so that it is not drawn again.
import { locale } from '../i18n/locale.ts';
import { CORNER_FROM } from './frame.ts';

/** Language in which pages are written beforehand. */
const WRITTEN_IN = 'fr';
/** The page that the browser opened by itself: no other came with a drawing. */
const opened = globalThis.location?.pathname;
const given = new WeakSet<Element>();

/** Reads the drawing that fits, unless the script of `src/app.html` has done so already. */
function read(drawing: Element): void {
  const [wide, narrow] = drawing.querySelectorAll(':scope > noscript');
  if (!wide || !narrow) return;
  const fitting = drawing.clientWidth < CORNER_FROM ? narrow : wide;
  drawing.innerHTML = fitting.textContent;
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
