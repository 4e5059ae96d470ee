// The view of a map that is drawn and can be moved: the whole territory until someone moves it, and again on paper.
import { prerenderFrame, wholeView, type Size } from '../geometry/frame.ts';
import type { ZoomTo } from '../live/live-viewport.svelte.ts';
import { closer, project, unproject, type Bounds, type Point, type Viewport } from '../geometry/viewport.ts';

/** How many times closer than the whole one may come. */
const CLOSEST = 16;
const STEP = 2;
/** How close one comes to what is sought, and the pixels left around it. */
const CLOSE = 4;
const ROOM = 160;

interface Place {
  /** Degrees. */
  centre: Point;
  /** Times closer than the whole. */
  times: number;
}

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

export class SvgViewport {
  frame = $state<Size>({ width: 0, height: 0 });
  printing = $state(false);
  /** Pixels that a drag under way has moved the drawing by. */
  shift = $state.raw<Point>([0, 0]);
  #place = $state.raw<Place | null>(null);
  readonly #bounds: () => Bounds;

  constructor(bounds: () => Bounds) {
    this.#bounds = bounds;
  }

  readonly size = $derived.by(() =>
    this.frame.width > 0 ? this.frame : prerenderFrame(this.#bounds(), 'wide')
  );
  readonly whole = $derived.by(() => wholeView(this.#bounds(), this.size, false));
  readonly now: Viewport = $derived.by(() => {
    if (!this.#place || this.printing) return this.whole;
    return closer(this.whole, this.#place.centre, this.#place.times);
  });

  zoom(to: ZoomTo): void {
    if (to === 'whole') this.#place = null;
    else this.zoomBy(to === 'in' ? STEP : 1 / STEP, this.#middle);
  }

  /** Comes closer, or goes back, with what is at a pixel staying there. */
  zoomBy(factor: number, [x, y]: Point): void {
    const times = within((this.#place?.times ?? 1) * factor, 1, CLOSEST);
    const kept = (this.#place?.times ?? 1) / times;
    const [cx, cy] = this.#middle;
    if (times === 1) this.#place = null;
    else this.#move([x + (cx - x) * kept, y + (cy - y) * kept], times);
  }

  /** Moves the drawing by some pixels. */
  pan(dx: number, dy: number): void {
    const [x, y] = this.#middle;
    this.#move([x - dx, y - dy], this.#place?.times ?? 1);
  }

  /** Moves a pixel into sight. */
  bringIn([x, y]: Point): void {
    if (x > 0 && y > 0 && x < this.size.width && y < this.size.height) return;
    this.#move([x, y], this.#place?.times ?? 1);
  }

  /** Comes close to some places, degrees, with room around them. */
  show(places: readonly Point[]): void {
    if (places.length === 0) return;
    const [xs, ys] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
    const [west, east] = [Math.min(...xs), Math.max(...xs)];
    const [south, north] = [Math.min(...ys), Math.max(...ys)];
    const corners = [project(this.whole, west, north), project(this.whole, east, south)] as const;
    const [width, height] = [corners[1][0] - corners[0][0], corners[1][1] - corners[0][1]];
    const times = Math.min(this.size.width / (width + ROOM), this.size.height / (height + ROOM));
    this.#place = { centre: [(west + east) / 2, (south + north) / 2], times: within(times, 1, CLOSE) };
  }

  get #middle(): Point {
    return [this.size.width / 2, this.size.height / 2];
  }

  /** Puts a pixel in the middle; the middle stays in the territory. */
  #move(at: Point, times: number): void {
    const [west, south, east, north] = this.#bounds();
    const [lon, lat] = unproject(this.now, at);
    this.#place = { centre: [within(lon, west, east), within(lat, south, north)], times };
  }
}
