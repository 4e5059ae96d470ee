// Hover intent: the tooltip keeps its place while the mouse moves towards it over other places; Escape dismisses it (RGAA 10.13).
import type { PlaceRef } from '$lib/model/place.ts';
import { samePlace } from '../scene.ts';

const TOOLTIP = '[data-tooltip]';
/** A mouse that lingers so long on its way to the tooltip hovers what is under it. */
const LINGER_MS = 400;

export class HoverIntent {
  #place: PlaceRef | null = null;
  #dismissed: PlaceRef | null = null;
  /** From the mouse to the tooltip, pixels; -1 before it is shown. */
  #distance = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly onhover: (ref: PlaceRef | null) => void
  ) {}

  /** The mouse moved, over this place. */
  over(ref: PlaceRef | null, event: MouseEvent): void {
    const before = this.#distance;
    this.#distance = this.#distanceToTooltip(event);
    if (this.#distance === 0) clearTimeout(this.#timer);
    else if (this.#distance >= before || samePlace(ref, this.#place)) this.hover(ref);
    else this.#hoverLater(ref);
  }

  hover(ref: PlaceRef | null): void {
    clearTimeout(this.#timer);
    const same = samePlace(ref, this.#place);
    if (same && this.#dismissed) return;
    if (!same) this.#distance = -1;
    this.#place = ref;
    this.#dismissed = null;
    this.onhover(ref);
  }

  /** No tooltip of this place until the mouse has left it. */
  dismiss(): void {
    if (this.#place === null || samePlace(this.#place, this.#dismissed)) return;
    this.#dismissed = this.#place;
    this.onhover(null);
  }

  /** Is the mouse on the tooltip itself? */
  isOnTooltip(event: Event): boolean {
    return event.target instanceof Element && event.target.closest(TOOLTIP) !== null;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #hoverLater(ref: PlaceRef | null): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hover(ref), LINGER_MS);
  }

  #distanceToTooltip({ clientX: x, clientY: y }: MouseEvent): number {
    const box = this.element.querySelector(TOOLTIP)?.getBoundingClientRect();
    if (!box) return Infinity;
    return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  }
}
