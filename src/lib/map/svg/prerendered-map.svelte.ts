// The SVG map that came in the page's HTML: kept while scripts take the page over, so that it is not drawn again, until the live map stands.
import { locale } from '$lib/i18n/locale.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import type { Scene } from '../scene.ts';

/** Language in which pages are prerendered. */
const PRERENDERED_IN = 'fr';
/** The live map is not that long to come: another SVG meanwhile would only hold it up. */
const PATIENCE_MS = 2000;
/** The page that the browser opened by itself: no other came with a map in its HTML. */
const opened = globalThis.location?.pathname;
const taken = new WeakSet<Element>();

/** Makes elements of what is text where scripts run, unless the script of `src/app.html` has done so already. */
function parse(map: Element): void {
  for (const unparsed of map.querySelectorAll(':scope > noscript')) {
    const box = document.createElement('div');
    box.className = unparsed.className;
    box.innerHTML = unparsed.textContent;
    unparsed.replaceWith(box);
  }
}

/** The map of the page that was opened, in the reader's language, to the first who asks; null otherwise. */
function takePrerendered(): Element | null {
  if (import.meta.env.SSR || location.pathname !== opened || locale() !== PRERENDERED_IN) return null;
  const map = document.querySelector('[data-prerendered-map]');
  if (!map || taken.has(map)) return null;
  taken.add(map);
  parse(map);
  return map;
}

interface Wanted {
  scene: Scene;
  selected: PlaceRef | null;
  /** The live map is about to stand. */
  liveSoon: boolean;
  /** Something is hovered or focused, and should be seen. */
  hovered: boolean;
  /** Only a map drawn now will do. */
  refused: boolean;
}

export class PrerenderedMap {
  readonly #map = takePrerendered();
  readonly #wanted: () => Wanted;
  readonly #shown: Scene | null;
  #patient = $state(true);

  /** It no longer shows all there is to show. */
  readonly stale = $derived.by(
    () => this.#wanted().scene !== this.#shown || this.#wanted().selected !== null
  );
  readonly serves = $derived.by(() => {
    const { liveSoon, hovered, refused } = this.#wanted();
    return this.#map !== null && !refused && (liveSoon || this.#patient || !(this.stale || hovered));
  });

  /**
   * Within a component.
   *
   * @param shown the scene in the HTML; null when it is not what is wanted first
   * @param wanted read reactively
   */
  constructor(shown: Scene | null, wanted: () => Wanted) {
    this.#shown = shown;
    this.#wanted = wanted;
    $effect(() => {
      const limit = setTimeout(() => (this.#patient = false), PATIENCE_MS);
      return () => clearTimeout(limit);
    });
  }

  /** Attachment: takes the map in. */
  readonly show = (box: Element): void => {
    if (this.#map) box.append(this.#map);
  };
}
