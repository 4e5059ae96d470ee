// The viewport of a page's map: the whole territory until someone moves the live map, and again when the frame changes.
import type LiveMap from './LiveMap.svelte';
import type { MapViewport, ZoomTo } from '../controls/map-viewport.ts';
import { wholeView, type Size } from '../geometry/frame.ts';
import { carriedView, type Bounds, type Point, type Viewport } from '../geometry/viewport.ts';

interface Source {
  bounds: Bounds;
  corner: boolean;
  /** The live map has drawn everything once, and still does. */
  ready: boolean;
}

const SAME_SCALE = 1.02;
const SAME_PLACE = 4;

export class LiveViewport implements MapViewport {
  frame = $state<Size>({ width: 0, height: 0 });
  live = $state<ReturnType<typeof LiveMap>>();
  printing = $state(false);
  #moving = $state.raw<Viewport | null>(null);
  #rested = $state.raw<Viewport | null>(null);
  #wholeShown = true;
  readonly #source: () => Source;

  constructor(source: () => Source) {
    this.#source = source;
    $effect(() => {
      const { live, whole } = this;
      if (live && this.#wholeShown) live.show(whole, false);
    });
  }

  /** The live map is what one sees. */
  readonly isLive = $derived.by(() => this.#source().ready && !this.printing);
  /** Each by itself: a live map that becomes ready is no other view. */
  readonly #bounds = $derived.by(() => this.#source().bounds);
  readonly #corner = $derived.by(() => this.#source().corner);
  readonly whole = $derived.by(() => wholeView(this.#bounds, this.frame, this.#corner));
  readonly now = $derived.by(() => (this.isLive && this.#moving) || this.whole);
  /** The last view that stood still. */
  readonly settled = $derived.by(() => (this.isLive && this.#rested) || this.whole);
  readonly away = $derived.by(
    () =>
      this.now.world > this.whole.world * SAME_SCALE ||
      Math.hypot(...carriedView(this.now, this.whole, [0, 0])) > SAME_PLACE
  );

  follow(view: Viewport, still: boolean): void {
    this.#moving = view;
    if (still) this.#rested = view;
  }

  /** The reader moved the map: it no longer follows the frame. */
  keepMoved(): void {
    this.#wholeShown = false;
  }

  zoom(to: ZoomTo): void {
    this.#wholeShown = to === 'whole';
    if (to === 'whole') this.live?.show(this.whole, true);
    else this.live?.zoomBy(to === 'in' ? 1 : -1);
  }

  bringIn(at: Point): void {
    if (!this.isLive) return;
    const [x, y] = carriedView(this.whole, this.now, at);
    if (x > 0 && y > 0 && x < this.frame.width && y < this.frame.height) return;
    this.#wholeShown = false;
    this.live?.centreOn(this.whole, at);
  }

  get middle(): Point {
    return carriedView(this.now, this.whole, [this.frame.width / 2, this.frame.height / 2]);
  }
}
