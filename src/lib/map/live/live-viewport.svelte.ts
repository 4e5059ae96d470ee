// The viewport of a page's map: the whole territory until someone moves it, and again when the frame changes. The drawing moves by itself until the
// live map, which a first movement asks for, takes its place where it stands.
import { untrack } from 'svelte';
import type LiveMap from './LiveMap.svelte';
import type { GestureViewport, ZoomTo } from '../controls/map-viewport.ts';
import { LIVE_LIMITS, wholeView, type Size } from '../geometry/frame.ts';
import { carriedView, type Bounds, type Point, type Viewport } from '../geometry/viewport.ts';
import { MovedView, sameView } from '../svg/moved-view.svelte.ts';

interface Source {
  bounds: Bounds;
  corner: boolean;
  /** The live map has drawn everything where the drawing stood, and still does. */
  ready: boolean;
}

const SAME_SCALE = 1.02;
const SAME_PLACE = 4;

export class LiveViewport implements GestureViewport {
  frame = $state<Size>({ width: 0, height: 0 });
  live = $state<ReturnType<typeof LiveMap>>();
  printing = $state(false);
  #shift = $state.raw<Point>([0, 0]);
  #moving = $state.raw<Viewport | null>(null);
  #rested = $state.raw<Viewport | null>(null);
  #wholeShown = true;
  #held = false;
  #inside = false;
  /** Where the live map was last sent before it is shown. */
  #sent: Viewport | null = null;
  readonly #source: () => Source;
  readonly #drawn: MovedView;
  readonly #wake: () => void;

  /** @param wake the drawing is being moved: the live map is asked for */
  constructor(source: () => Source, wake: () => void) {
    this.#source = source;
    this.#wake = wake;
    this.#drawn = new MovedView(
      () => this.#bounds,
      () => this.whole,
      { farthest: 2 ** -LIVE_LIMITS.farther, around: LIVE_LIMITS.around }
    );
    $effect(() => {
      const { live, whole } = this;
      if (!live || !this.#ready || !this.#wholeShown) return;
      const stands = untrack(() => this.#moving);
      if (!stands || !sameView(stands, whole)) live.show(whole, false);
    });
  }

  readonly #ready = $derived.by(() => this.#source().ready);
  /** The live map is what one sees. */
  readonly isLive = $derived.by(() => this.#ready && !this.printing);
  /** Each by itself: a live map that becomes ready is no other view. */
  readonly #bounds = $derived.by(() => this.#source().bounds);
  readonly #corner = $derived.by(() => this.#source().corner);
  readonly whole = $derived.by(() => wholeView(this.#bounds, this.frame, this.#corner));
  /** The view of the drawing: where a live map opens. */
  get drawn(): Viewport {
    return this.#drawn.now;
  }
  readonly now = $derived.by(() => {
    if (this.printing) return this.whole;
    return (this.#ready && this.#moving) || this.#drawn.now;
  });
  /** The last view that stood still. */
  readonly settled = $derived.by(() => (this.isLive && this.#rested) || this.now);
  readonly away = $derived.by(
    () =>
      this.now.world > this.whole.world * SAME_SCALE ||
      Math.hypot(...carriedView(this.now, this.whole, [0, 0])) > SAME_PLACE
  );

  follow(view: Viewport, still: boolean): void {
    this.#moving = view;
    if (!still) return;
    this.#rested = view;
    // Should WebGL be lost, the drawing stands where the live map stood.
    if (this.#ready) this.#drawn.take(view);
  }

  /** The live map has drawn all: whether it stands where the drawing does; if not, it is sent there. */
  meets(): boolean {
    if (this.#held || !this.#moving) return false;
    const drawn = this.#drawn.now;
    if (!sameView(this.#moving, drawn)) {
      if (!this.#sent || !sameView(this.#sent, drawn)) {
        this.#send();
        return false;
      }
      // MapLibre keeps to limits of its own.
      this.#drawn.take(this.#moving);
    }
    this.#wholeShown = this.#drawn.isWhole;
    this.setInside(this.#inside);
    return true;
  }

  /** With the keyboard's focus in the list of places, the wheel of the live map needs no key. */
  setInside(inside: boolean): void {
    this.#inside = inside;
    this.live?.setCooperative(!inside);
  }

  /** The reader moved the map: it no longer follows the frame. */
  keepMoved(): void {
    this.#wholeShown = false;
  }

  zoom(to: ZoomTo): void {
    if (!this.#ready) return this.#moveDrawing(() => this.#drawn.zoom(to));
    this.#wholeShown = to === 'whole';
    if (to === 'whole') this.live?.show(this.whole, true);
    else this.live?.zoomBy(to === 'in' ? 1 : -1);
  }

  zoomBy(factor: number, at: Point): void {
    this.#moveDrawing(() => this.#drawn.zoomBy(factor, at));
  }

  pan(dx: number, dy: number): void {
    this.#moveDrawing(() => this.#drawn.pan(dx, dy));
  }

  get shift(): Point {
    return this.#shift;
  }
  set shift(by: Point) {
    this.#shift = by;
    this.#wake();
  }

  /** A drag, or two fingers: the drawing is not replaced under them. */
  hold(on: boolean): void {
    this.#held = on;
    if (!on && !this.#ready) this.#send();
  }

  bringIn(at: Point): void {
    if (!this.#ready) return this.#drawn.bringIn(at);
    const [x, y] = carriedView(this.whole, this.now, at);
    if (x > 0 && y > 0 && x < this.frame.width && y < this.frame.height) return;
    this.#wholeShown = false;
    this.live?.centreOn(this.whole, at);
  }

  get middle(): Point {
    return carriedView(this.now, this.whole, [this.frame.width / 2, this.frame.height / 2]);
  }

  #moveDrawing(move: () => void): void {
    move();
    this.#wake();
    if (!this.#held) this.#send();
  }

  #send(): void {
    this.#sent = this.#drawn.now;
    this.live?.show(this.#sent, false);
  }
}
