// The viewport of an SVG map that can be moved: the whole territory until someone moves it, and again on paper.
import type { GestureViewport, ZoomTo } from '../controls/map-viewport.ts';
import { isWide, prerenderFrame, wholeView, type Size } from '../geometry/frame.ts';
import { carriedView, type Bounds, type Point, type Viewport } from '../geometry/viewport.ts';
import { MovedView } from './moved-view.svelte.ts';

export class SvgViewport implements GestureViewport {
  frame = $state<Size>({ width: 0, height: 0 });
  printing = $state(false);
  shift = $state.raw<Point>([0, 0]);
  readonly #bounds: () => Bounds;
  readonly #moved: MovedView;

  constructor(bounds: () => Bounds) {
    this.#bounds = bounds;
    this.#moved = new MovedView(bounds, () => this.whole);
  }

  readonly #onScreen: Size = $derived.by(() =>
    this.frame.width > 0 ? this.frame : prerenderFrame(this.#bounds(), 'wide')
  );
  /** Wide enough for the switch of the ground: it goes under a narrower map. */
  readonly wide = $derived.by(() => isWide(this.#onScreen));
  /** On paper the map has the proportions of the territory, whatever those of the screen. */
  readonly size = $derived.by(() =>
    this.printing ? prerenderFrame(this.#bounds(), 'wide') : this.#onScreen
  );
  readonly whole = $derived.by(() => wholeView(this.#bounds(), this.size, false));
  readonly now: Viewport = $derived.by(() => (this.printing ? this.whole : this.#moved.now));

  zoom(to: ZoomTo): void {
    this.#moved.zoom(to);
  }

  zoomBy(factor: number, at: Point): void {
    this.#moved.zoomBy(factor, at);
  }

  pan(dx: number, dy: number): void {
    this.#moved.pan(dx, dy);
  }

  bringIn(at: Point): void {
    this.#moved.bringIn(at);
  }

  /** Zooms to some places, degrees, with room around them. */
  show(places: readonly Point[]): void {
    this.#moved.show(places);
  }

  get middle(): Point {
    return carriedView(this.now, this.whole, [this.size.width / 2, this.size.height / 2]);
  }
}
