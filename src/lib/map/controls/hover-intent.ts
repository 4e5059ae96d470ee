// What is said of the place under the mouse: it waits for a mouse that goes to it, and Échap takes it away (RGAA 10.13).
import type { PlaceRef } from '$lib/model/place.ts';
import { samePlace } from '../scene.ts';

const TOOLTIP = '[data-tooltip]';
/** A mouse that stops for so long on its way to the words is meant for what is under it. */
const LINGER_MS = 400;

export class HoverIntent {
  #place: PlaceRef | null = null;
  #silenced: PlaceRef | null = null;
  /** From the mouse to the words, pixels; -1 until they stand. */
  #away = -1;
  #late: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly onpoint: (ref: PlaceRef | null) => void
  ) {}

  /** The mouse moved, over this place. */
  over(ref: PlaceRef | null, event: MouseEvent): void {
    const before = this.#away;
    this.#away = this.#distance(event);
    if (this.#away === 0) clearTimeout(this.#late);
    else if (this.#away >= before || samePlace(ref, this.#place)) this.tell(ref);
    else this.#tellLater(ref);
  }

  tell(ref: PlaceRef | null): void {
    clearTimeout(this.#late);
    const same = samePlace(ref, this.#place);
    if (same && this.#silenced) return;
    if (!same) this.#away = -1;
    this.#place = ref;
    this.#silenced = null;
    this.onpoint(ref);
  }

  /** No word of this place until the mouse has left it. */
  silence(): void {
    if (this.#place === null || samePlace(this.#place, this.#silenced)) return;
    this.#silenced = this.#place;
    this.onpoint(null);
  }

  /** The mouse is on the words themselves. */
  holds(event: Event): boolean {
    return event.target instanceof Element && event.target.closest(TOOLTIP) !== null;
  }

  stop(): void {
    clearTimeout(this.#late);
  }

  #tellLater(ref: PlaceRef | null): void {
    clearTimeout(this.#late);
    this.#late = setTimeout(() => this.tell(ref), LINGER_MS);
  }

  #distance({ clientX: x, clientY: y }: MouseEvent): number {
    const words = this.element.querySelector(TOOLTIP)?.getBoundingClientRect();
    if (!words) return Infinity;
    return Math.hypot(
      Math.max(words.left - x, 0, x - words.right),
      Math.max(words.top - y, 0, y - words.bottom)
    );
  }
}
