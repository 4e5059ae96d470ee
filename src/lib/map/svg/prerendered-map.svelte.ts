// How long the map that came in the page's HTML serves: until the live map stands, as a rule.
import type { PlaceRef } from '$lib/model/place.ts';
import type { Scene } from '../scene.ts';
import { serverDrawing } from './prerendered-html.ts';

/** The live map is not that long to come: another drawing meanwhile would only hold it up. */
const PATIENCE_MS = 2000;

interface Asked {
  scene: Scene;
  selected: PlaceRef | null;
  /** The live map is about to stand. */
  about: boolean;
  /** Something is pointed at, and should be seen. */
  pointed: boolean;
  /** Only a drawing made for the occasion will do. */
  refused: boolean;
}

export class WrittenMap {
  readonly #drawing = serverDrawing();
  readonly #asked: () => Asked;
  readonly #shown: Scene | null;
  #patient = $state(true);

  /** It no longer says all there is to say. */
  readonly stale = $derived.by(() => this.#asked().scene !== this.#shown || this.#asked().selected !== null);
  readonly serves = $derived.by(() => {
    const { about, pointed, refused } = this.#asked();
    return this.#drawing !== null && !refused && (about || this.#patient || !(this.stale || pointed));
  });

  /** `shown`: what the HTML shows; null for something else than what is asked first. Within a component. */
  constructor(shown: Scene | null, asked: () => Asked) {
    this.#shown = shown;
    this.#asked = asked;
    $effect(() => {
      const limit = setTimeout(() => (this.#patient = false), PATIENCE_MS);
      return () => clearTimeout(limit);
    });
  }

  /** Attachment: takes the drawing in. */
  readonly show = (box: Element): void => {
    if (this.#drawing) box.append(this.#drawing);
  };
}
