// Grid of earliest arrival times: filled from points on roads, then extended to the cells around.
import { METRES_PER_UNIT, type RoadGraph } from '../graph/road-graph.ts';

/** Input of `d3-contour`: minus the seconds, since its contours enclose higher values. */
interface Field {
  values: number[];
  width: number;
  height: number;
  /** Centre of the first cell, coordinate units. */
  west: number;
  south: number;
}

/** [lowest, highest] of both columns. */
function bounds(a: Int32Array, b: Int32Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const values of [a, b]) {
    for (let i = 0; i < values.length; i++) {
      low = Math.min(low, values[i]!);
      high = Math.max(high, values[i]!);
    }
  }
  return [low, high];
}

/** Covers the extent of a graph. Cells lie on one lattice whatever the origin, so that areas of several origins line up. */
export class TimeGrid {
  readonly lonStep: number;
  readonly latStep: number;
  readonly #cell: number;
  readonly #offRoad: number;
  readonly #aspect: number;
  readonly #speed: number;
  readonly #west: number;
  readonly #south: number;
  readonly #width: number;
  readonly #height: number;
  readonly #time: Float64Array;
  readonly #walked: Float64Array;

  /** `cell` and `offRoad` in metres, `speed` off the roads in metres a second. */
  constructor(graph: RoadGraph, cell: number, offRoad: number, speed: number) {
    this.latStep = cell / METRES_PER_UNIT;
    this.lonStep = this.latStep / graph.aspect;
    this.#cell = cell;
    this.#offRoad = offRoad;
    this.#aspect = graph.aspect;
    this.#speed = speed;
    const margin = Math.ceil(offRoad / cell) + 2;
    const [west, east] = bounds(graph.lon, graph.shapeLon);
    const [south, north] = bounds(graph.lat, graph.shapeLat);
    this.#west = Math.round(west / this.lonStep) - margin;
    this.#south = Math.round(south / this.latStep) - margin;
    this.#width = Math.round(east / this.lonStep) - this.#west + margin + 1;
    this.#height = Math.round(north / this.latStep) - this.#south + margin + 1;
    this.#time = new Float64Array(this.#width * this.#height).fill(Infinity);
    this.#walked = new Float64Array(this.#width * this.#height);
  }

  /** A point of a road, in coordinate units, reached after `seconds`. */
  add(lon: number, lat: number, seconds: number): void {
    const column = Math.round(lon / this.lonStep);
    const row = Math.round(lat / this.latStep);
    const x = (lon - column * this.lonStep) * this.#aspect;
    const y = lat - row * this.latStep;
    const walked = Math.sqrt(x * x + y * y) * METRES_PER_UNIT;
    const at = (row - this.#south) * this.#width + column - this.#west;
    const arrival = seconds + walked / this.#speed;
    if (arrival >= this.#time[at]!) return;
    this.#time[at] = arrival;
    this.#walked[at] = walked;
  }

  /** Goes from the points added to the cells around them, and returns that part of the grid. `within`: greatest seconds of interest. */
  spread(within: number): Field {
    const time = this.#time;
    let [left, right, bottom, top] = [this.#width, 0, this.#height, 0];
    for (let row = 0; row < this.#height; row++) {
      for (let column = 0; column < this.#width; column++) {
        if (time[row * this.#width + column] === Infinity) continue;
        left = Math.min(left, column);
        right = Math.max(right, column);
        bottom = Math.min(bottom, row);
        top = row;
      }
    }
    const margin = Math.ceil(this.#offRoad / this.#cell) + 1;
    [left, right, bottom, top] = [left - margin, right + margin, bottom - margin, top + margin];
    this.#sweep(left, right, bottom, top);
    const [width, height] = [right - left + 1, top - bottom + 1];
    const outside = within + (2 * this.#cell) / this.#speed;
    const values = new Array<number>(width * height);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const seconds = time[(row + bottom) * this.#width + column + left]!;
        values[row * width + column] = -Math.min(seconds, outside);
      }
    }
    const west = (left + this.#west) * this.lonStep;
    return { values, width, height, west, south: (bottom + this.#south) * this.latStep };
  }

  /** Two sweeps over the eight neighbours (G. Borgefors, Distance transformations in digital images, 1986). */
  #sweep(left: number, right: number, bottom: number, top: number): void {
    const width = this.#width;
    const near = [-1, -width, -width - 1, -width + 1];
    const metres = [this.#cell, this.#cell, this.#cell * Math.SQRT2, this.#cell * Math.SQRT2];
    const time = this.#time;
    const walked = this.#walked;
    const visit = (at: number, sign: 1 | -1) => {
      for (let i = 0; i < 4; i++) {
        const other = at + sign * near[i]!;
        const distance = walked[other]! + metres[i]!;
        const seconds = time[other]! + metres[i]! / this.#speed;
        if (seconds >= time[at]! || distance > this.#offRoad) continue;
        time[at] = seconds;
        walked[at] = distance;
      }
    };
    for (let row = bottom + 1; row < top; row++) {
      for (let column = left + 1; column < right; column++) visit(row * width + column, 1);
    }
    for (let row = top - 1; row > bottom; row--) {
      for (let column = right - 1; column > left; column--) visit(row * width + column, -1);
    }
  }
}
