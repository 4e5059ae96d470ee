// Where the names of rivers and the numbers of roads stand in SVG: along or on their line, clear of everything else.
import type { MultiLineString, MultiPoint } from 'geojson';
import { overlap, type Box } from '../geometry/polygons.ts';
import { metresPerPixel, project, type Point, type Viewport } from '../geometry/viewport.ts';
import { LINE_HEIGHT, textWidth } from '../labels/label-text.ts';
import type { PaperFeature } from './ground.svelte.ts';
import { LINE_STYLES, paperScale } from './paper-style.ts';

export const NAME_SIZE = 12;
export const NUMBER_SIZE = 12;
/** Pixels. */
const SHIELD_HEIGHT = 15;
const DISC = 18;
const SHIELD_SIDES = 9;
const GAP = 2;
const EDGE = 4;
/** How far a line may stray from a straight text, and how steep a text may be (radians). */
const STRAY = 5;
const STEEPEST = 1.2;
/** Tries along a line. */
const STEP = 14;

/** In order of importance; the last two only on maps closer than so many metres a pixel. */
const NUMBERED = ['motorway', 'tram', 'trunk', 'primary'] as const;
const FAR = 36;

export interface GroundName {
  text: string;
  at: Point;
  /** Degrees. */
  angle: number;
}
export interface RoadNumber {
  text: string;
  /** Of the shield: its middle. */
  at: Point;
  width: number;
  tram: boolean;
}

interface Spot {
  at: Point;
  angle: number;
}

const around = ([x, y]: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2
});

const inside = (box: Box, view: Viewport) =>
  box.left >= EDGE && box.top >= EDGE && box.right <= view.width - EDGE && box.bottom <= view.height - EDGE;

/** Points every few pixels of a line. */
function walked(view: Viewport, line: readonly (readonly number[])[]): Point[] {
  const points = line.map((position) => project(view, position[0] ?? 0, position[1] ?? 0));
  const walk: Point[] = [];
  let left = 0;
  for (let at = 1; at < points.length; at += 1) {
    const [a, b] = [points[at - 1]!, points[at]!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    for (; left < length; left += STEP) {
      const share = left / length;
      walk.push([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
    }
    left -= length;
  }
  return walk;
}

/** Tries from the middle of a line outwards. */
const fromMiddle = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => Math.abs(a - count / 2) - Math.abs(b - count / 2) || a - b
  );

/** A stretch of a line on which a text of some width lies straight enough. */
function straightSpot(walk: readonly Point[], from: number, width: number): Spot | null {
  const to = from + Math.ceil(width / STEP);
  const [a, b] = [walk[from], walk[to]];
  if (!a || !b) return null;
  const chord = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (chord < width * 0.85) return null;
  const [dx, dy] = [(b[0] - a[0]) / chord, (b[1] - a[1]) / chord];
  for (let at = from; at <= to; at += 1) {
    const [x, y] = walk[at]!;
    if (Math.abs((x - a[0]) * dy - (y - a[1]) * dx) > STRAY) return null;
  }
  const angle = Math.atan2(dy, dx);
  const upright = angle > Math.PI / 2 ? angle - Math.PI : angle < -Math.PI / 2 ? angle + Math.PI : angle;
  if (Math.abs(upright) > STEEPEST) return null;
  return { at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], angle: upright };
}

/** The boxes that a turned text covers, letter by letter. */
function turnedBoxes({ at, angle }: Spot, width: number, height: number): Box[] {
  const count = Math.max(1, Math.ceil(width / height));
  return Array.from({ length: count }, (_, index) => {
    const along = ((index + 0.5) / count - 0.5) * width;
    return around([at[0] + Math.cos(angle) * along, at[1] + Math.sin(angle) * along], height + 2, height + 2);
  });
}

/**
 * Names of rivers and canals and numbers of roads that find room in a view, each once.
 *
 * @param taken boxes that none may touch: our labels, schools, legend, buttons
 */
export function groundNames(
  view: Viewport,
  features: readonly PaperFeature[],
  taken: readonly Box[],
  wide: boolean
): { names: GroundName[]; numbers: RoadNumber[] } {
  const full = [...taken];
  const free = (boxes: readonly Box[]) =>
    boxes.every((box) => inside(box, view) && !full.some((other) => overlap(other, box)));
  const linesOf = ({ geometry }: PaperFeature) =>
    (geometry as MultiLineString).coordinates
      .map((line) => walked(view, line))
      .sort((a, b) => b.length - a.length);
  const metres = metresPerPixel(view);
  const scale = paperScale(metres);

  const numbers: RoadNumber[] = [];
  for (const of of NUMBERED) {
    if (metres > (of === 'motorway' || of === 'tram' ? Infinity : FAR)) continue;
    for (const { properties, geometry } of features) {
      const { ref: text, of: own } = properties;
      if (!text || own !== of) continue;
      const tram = of === 'tram';
      const width = tram ? DISC : textWidth(text, NUMBER_SIZE) + SHIELD_SIDES;
      const height = tram ? DISC : SHIELD_HEIGHT;
      const points = (geometry as MultiPoint).coordinates.map(([lon = 0, lat = 0]) =>
        project(view, lon, lat)
      );
      const at = fromMiddle(points.length)
        .map((index) => points[index]!)
        .find((point) => free([around(point, width + GAP * 2, height + GAP * 2)]));
      if (!at) continue;
      full.push(around(at, width + GAP, height + GAP));
      numbers.push({ text, at, width, tram });
    }
  }

  const names: GroundName[] = [];
  for (const kind of ['canal', 'river'] as const) {
    const style = LINE_STYLES.find((one) => one.kind === kind)!;
    const beside = (((wide && style.wide) || style.width) * scale + style.casing) / 2 + GAP;
    for (const feature of features.filter(({ properties }) => properties.kind === kind)) {
      const text = feature.properties.name;
      if (!text) continue;
      const width = textWidth(text, NAME_SIZE);
      const height = NAME_SIZE * LINE_HEIGHT;
      const spot = linesOf(feature)
        .flatMap((walk) =>
          fromMiddle(walk.length).flatMap((from) => {
            const straight = straightSpot(walk, from, width);
            if (!straight) return [];
            const { at, angle } = straight;
            return [-1, 1].map((side) => {
              const away = side * (beside + height / 2);
              return {
                angle,
                at: [at[0] - Math.sin(angle) * away, at[1] + Math.cos(angle) * away] as Point
              };
            });
          })
        )
        .find((one) => free(turnedBoxes(one, width, height)));
      if (!spot) continue;
      full.push(...turnedBoxes(spot, width, height));
      names.push({ text, at: spot.at, angle: (spot.angle * 180) / Math.PI });
    }
  }
  return { names, numbers };
}
