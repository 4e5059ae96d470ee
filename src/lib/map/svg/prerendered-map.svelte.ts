// The SVG map of the page's HTML: kept through hydration, instead of being rendered again while the page is taken over.
import { untrack } from 'svelte';
import { builtHtml } from '$lib/first-visit/trusted-types.ts';
import { locale } from '$lib/i18n/locale.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import { isWide } from '../geometry/frame.ts';
import type { Scene } from '../scene.ts';

/** Language in which pages are prerendered. */
const PRERENDERED_IN = 'fr';
/** The page loaded by the browser: pages reached by client-side navigation have no prerendered map. */
const opened = globalThis.location?.pathname;
const taken = new WeakSet<Element>();

/** What the filters no longer ask for is only looked at where outlines are long to come: milliseconds. */
const STALE_AFTER_MS = 250;

/** Parses the content of the `noscript` of this width, text where scripts run, unless the script of `src/app.html` has done so. */
function parse(map: Element, width: 'wide' | 'narrow'): void {
  const unparsed = map.querySelector(`:scope > noscript.prerendered-${width}`);
  if (!unparsed) return;
  const box = document.createElement('div');
  box.className = unparsed.className;
  box.innerHTML = builtHtml(unparsed.textContent);
  unparsed.replaceWith(box);
}

/** The prerendered map, once, if it is in the reader's language; null otherwise. */
function takePrerendered(): Element | null {
  if (import.meta.env.SSR || location.pathname !== opened || locale() !== PRERENDERED_IN) return null;
  const map = document.querySelector('[data-prerendered-map]');
  if (!map || taken.has(map)) return null;
  taken.add(map);
  return map;
}

interface Wanted {
  scene: Scene;
  selected: PlaceRef | null;
  /** Outlines are there: another can be drawn. */
  drawable: boolean;
  /** Something is hovered or focused, which the prerendered map cannot show. */
  hovered: boolean;
  /** The map must be rendered now: idle period, movement, print, text spacing, failure. */
  refused: boolean;
}

export class PrerenderedMap {
  readonly #map = takePrerendered();
  readonly #wanted: () => Wanted;
  readonly #shown: Scene | null;

  /** It no longer shows what is wanted. */
  readonly stale = $derived.by(
    () => this.#wanted().scene !== this.#shown || this.#wanted().selected !== null
  );
  readonly serves = $derived.by(() => {
    const { drawable, hovered, refused } = this.#wanted();
    return this.#map !== null && !refused && !(drawable && (this.stale || hovered));
  });

  /**
   * Created while a component is initialised.
   *
   * @param shown the scene in the HTML; null when it is not what is wanted first
   * @param wanted read reactively
   */
  constructor(shown: Scene | null, wanted: () => Wanted) {
    this.#shown = shown;
    this.#wanted = wanted;
  }

  /** Attachment: moves the map into the element. */
  readonly show = (box: Element): (() => void) | undefined => {
    const map = this.#map;
    if (!map) return;
    const fill = () => {
      const { clientWidth: width, clientHeight: height } = box;
      parse(map, isWide({ width, height }) ? 'wide' : 'narrow');
    };
    box.append(map);
    if (!untrack(() => this.stale)) return void fill();
    const limit = setTimeout(fill, STALE_AFTER_MS);
    return () => clearTimeout(limit);
  };
}
