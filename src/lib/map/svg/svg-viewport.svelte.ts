// The viewport of an SVG map that can be moved: the whole territory until someone moves it, and again on paper.
import type { GestureViewport, ZoomTo } from '../controls/map-viewport.ts';
import { isWide, prerenderFrame, wholeView, type Size } from '../geometry/frame.ts';
import {
  carriedView,
  closer,
  project,
  unproject,
  type Bounds,
  type Point,
  type Viewport
} from '../geometry/viewport.ts';

/** Times closer than the whole, at most. */
const CLOSEST = 16;
const STEP = 2;
/** Zoom on places shown by `show`, at most, and pixels left around them. */
const SOUGHT_CLOSEST = 4;
const SOUGHT_MARGIN = 160;

interface Place {
  /** Degrees. */
  centre: Point;
  /** Times closer than the whole. */
  times: number;
}

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

export class SvgViewport implements GestureViewport {
  frame = $state<Size>({ width: 0, height: 0 });
  printing = $state(false);
  shift = $state.raw<Point>([0, 0]);
  #place = $state.raw<Place | null>(null);
  readonly #bounds: () => Bounds;

  constructor(bounds: () => Bounds) {
    this.#bounds = bounds;
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
  readonly now: Viewport = $derived.by(() => {
    if (!this.#place || this.printing) return this.whole;
    return closer(this.whole, this.#place.centre, this.#place.times);
  });

  zoom(to: ZoomTo): void {
    if (to === 'whole') this.#place = null;
    else this.zoomBy(to === 'in' ? STEP : 1 / STEP, this.#centre);
  }

  zoomBy(factor: number, [x, y]: Point): void {
    const times = within((this.#place?.times ?? 1) * factor, 1, CLOSEST);
    const kept = (this.#place?.times ?? 1) / times;
    const [cx, cy] = this.#centre;
    if (times === 1) this.#place = null;
    else this.#move([x + (cx - x) * kept, y + (cy - y) * kept], times);
  }

  pan(dx: number, dy: number): void {
    const [x, y] = this.#centre;
    this.#move([x - dx, y - dy], this.#place?.times ?? 1);
  }

  bringIn(at: Point): void {
    const [x, y] = carriedView(this.whole, this.now, at);
    if (x > 0 && y > 0 && x < this.size.width && y < this.size.height) return;
    this.#move([x, y], this.#place?.times ?? 1);
  }

  /** Zooms to some places, degrees, with room around them. */
  show(places: readonly Point[]): void {
    if (places.length === 0) return;
    const [xs, ys] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
    const [west, east] = [Math.min(...xs), Math.max(...xs)];
    const [south, north] = [Math.min(...ys), Math.max(...ys)];
    const corners = [project(this.whole, west, north), project(this.whole, east, south)] as const;
    const [width, height] = [corners[1][0] - corners[0][0], corners[1][1] - corners[0][1]];
    const times = Math.min(
      this.size.width / (width + SOUGHT_MARGIN),
      this.size.height / (height + SOUGHT_MARGIN)
    );
    this.#place = {
      centre: [(west + east) / 2, (south + north) / 2],
      times: within(times, 1, SOUGHT_CLOSEST)
    };
  }

  get middle(): Point {
    return carriedView(this.now, this.whole, this.#centre);
  }

  get #centre(): Point {
    return [this.size.width / 2, this.size.height / 2];
  }

  /** Centres on a pixel; the centre stays in the territory. */
  #move(at: Point, times: number): void {
    const [west, south, east, north] = this.#bounds();
    const [lon, lat] = unproject(this.now, at);
    this.#place = { centre: [within(lon, west, east), within(lat, south, north)], times };
  }
}
