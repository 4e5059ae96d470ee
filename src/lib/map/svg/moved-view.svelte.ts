// Where a drawing is moved to: the whole territory until someone moves it, then a place and how many times closer.
import type { ZoomTo } from '../controls/map-viewport.ts';
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
/** Pixels under which a view is the whole one. */
const SAME = 0.5;

interface Place {
  /** Degrees. */
  centre: Point;
  /** Times closer than the whole. */
  times: number;
}

/** How far a drawing may be moved. */
interface Limits {
  /** Times closer than the whole, at least. */
  farthest: number;
  /** Degrees around the bounds that may be seen; null: the centre stays in the bounds. */
  around: number | null;
}

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Whether two views of one frame show the same, to half a pixel. */
export function sameView(one: Viewport, other: Viewport): boolean {
  const corners: Point[] = [
    [0, 0],
    [one.width, one.height]
  ];
  return corners.every(([x, y]) => {
    const [toX, toY] = carriedView(one, other, [x, y]);
    return Math.hypot(toX - x, toY - y) < SAME;
  });
}

export class MovedView {
  #place = $state.raw<Place | null>(null);
  readonly #bounds: () => Bounds;
  readonly #whole: () => Viewport;
  readonly #limits: Limits;

  constructor(bounds: () => Bounds, whole: () => Viewport, limits: Limits = { farthest: 1, around: null }) {
    this.#bounds = bounds;
    this.#whole = whole;
    this.#limits = limits;
  }

  readonly now: Viewport = $derived.by(() =>
    this.#place ? closer(this.#whole(), this.#place.centre, this.#place.times) : this.#whole()
  );

  get isWhole(): boolean {
    return this.#place === null;
  }

  zoom(to: ZoomTo): void {
    if (to === 'whole') this.#place = null;
    else this.zoomBy(to === 'in' ? STEP : 1 / STEP, this.#centre);
  }

  zoomBy(factor: number, [x, y]: Point): void {
    const before = this.#place?.times ?? 1;
    const times = within(before * factor, this.#limits.farthest, CLOSEST);
    const kept = before / times;
    const [cx, cy] = this.#centre;
    if (times === 1) this.#place = null;
    else this.#move([x + (cx - x) * kept, y + (cy - y) * kept], times);
  }

  pan(dx: number, dy: number): void {
    const [x, y] = this.#centre;
    this.#move([x - dx, y - dy], this.#place?.times ?? 1);
  }

  /** @param at a pixel of the whole view */
  bringIn(at: Point): void {
    const { width, height } = this.now;
    const [x, y] = carriedView(this.#whole(), this.now, at);
    if (x > 0 && y > 0 && x < width && y < height) return;
    this.#move([x, y], this.#place?.times ?? 1);
  }

  /** Zooms to some places, degrees, with room around them. */
  show(places: readonly Point[]): void {
    if (places.length === 0) return;
    const whole = this.#whole();
    const [xs, ys] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
    const [west, east] = [Math.min(...xs), Math.max(...xs)];
    const [south, north] = [Math.min(...ys), Math.max(...ys)];
    const corners = [project(whole, west, north), project(whole, east, south)] as const;
    const [width, height] = [corners[1][0] - corners[0][0], corners[1][1] - corners[0][1]];
    const times = Math.min(whole.width / (width + SOUGHT_MARGIN), whole.height / (height + SOUGHT_MARGIN));
    this.#place = {
      centre: [(west + east) / 2, (south + north) / 2],
      times: within(times, 1, SOUGHT_CLOSEST)
    };
  }

  /** Takes the view of another map in the same frame. */
  take(view: Viewport): void {
    const whole = this.#whole();
    this.#place = sameView(view, whole)
      ? null
      : { centre: unproject(view, [view.width / 2, view.height / 2]), times: view.world / whole.world };
  }

  get #centre(): Point {
    const { width, height } = this.#whole();
    return [width / 2, height / 2];
  }

  /** Centres on a pixel, within the limits. */
  #move(at: Point, times: number): void {
    const whole = this.#whole();
    const [west, south, east, north] = this.#bounds();
    const around = this.#limits.around ?? 0;
    const half = (length: number) => (this.#limits.around === null ? 0 : length / 2 / times);
    const [left, top] = project(whole, west - around, north + around);
    const [right, bottom] = project(whole, east + around, south - around);
    const [x, y] = carriedView(this.now, whole, at);
    const kept = (to: number, low: number, high: number) =>
      low > high ? (low + high) / 2 : within(to, low, high);
    const centre = unproject(whole, [
      kept(x, left + half(whole.width), right - half(whole.width)),
      kept(y, top + half(whole.height), bottom - half(whole.height))
    ]);
    this.#place = { centre, times };
  }
}
