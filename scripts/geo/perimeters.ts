// Approximate perimeters of QPV: discs melted into one rounded shape, clipped to the communes that the official list names.
import { contours } from 'd3-contour';
import { area } from '@turf/area';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Finding } from '../../src/lib/model/findings.ts';
import { degreesFrom, metresFrom } from './measure.ts';
import { rounded } from './rounded.ts';
import { simplifyLine } from '../../src/lib/algorithms/line-simplification.ts';
import type { Position } from '../../src/lib/algorithms/distance.ts';

type Surface = Polygon | MultiPolygon;
interface Disc extends Position {
  radius: number;
}

/** Size of a grid cell and reach of the fillet between two discs, metres. */
const CELL = 20;
const FILLET = 120;
/** How far the drawn line may stray from the melted one (metres): a tenth of what the discs themselves are good for. */
const TOLERANCE = 1.5;
/** A meeting smaller than this is a touch of edges, not a part (m2). */
const LEAST_MEETING = 500;

/** Smooth union of discs: the zero line of a blended signed distance (Quilez's polynomial smooth minimum). */
function meltedDiscs(discs: readonly Disc[]): MultiPolygon {
  const origin = discs[0];
  if (!origin) throw new Error('a perimeter needs one disc at least');
  const placed = discs.map((disc) => ({ at: metresFrom(origin, disc), radius: disc.radius }));
  const reach = (axis: 0 | 1, sign: 1 | -1) =>
    sign * Math.max(...placed.map(({ at, radius }) => sign * at[axis] + radius)) + sign * 2 * FILLET;
  const west = reach(0, -1);
  const south = reach(1, -1);
  const width = Math.ceil((reach(0, 1) - west) / CELL);
  const height = Math.ceil((reach(1, 1) - south) / CELL);
  const depth = new Array<number>(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const x = west + (column + 0.5) * CELL;
      const y = south + (row + 0.5) * CELL;
      const distances = placed.map(({ at, radius }) => Math.hypot(x - at[0], y - at[1]) - radius);
      depth[row * width + column] = -distances.reduce((nearest, distance) => {
        const blend = Math.max(FILLET - Math.abs(nearest - distance), 0) / FILLET;
        return Math.min(nearest, distance) - (blend * blend * FILLET) / 4;
      });
    }
  }
  const [shape] = contours().size([width, height]).thresholds([0])(depth);
  const ringOf = (ring: number[][]) => {
    const metres = ring.map(([x = 0, y = 0]) => [west + x * CELL, south + y * CELL] as const);
    return simplifyLine(metres, TOLERANCE).map((point) => {
      const { lon, lat } = degreesFrom(origin, point);
      return [lon, lat];
    });
  };
  return {
    type: 'MultiPolygon',
    coordinates: (shape?.coordinates ?? []).map((rings) => rings.map(ringOf))
  };
}

function meeting(a: Surface, b: Surface): Feature<Surface> | null {
  return intersect(featureCollection([feature(a), feature(b)]));
}

export interface Perimeter {
  surface: Surface;
  /** Listed communes that a part reaches. */
  reached: string[];
  findings: Finding[];
}

/**
 * Perimeter of a QPV drawn from `parts`, inside the union of its listed communes that `outlines` knows (those of the EPCI).
 * Finding `qpv-commune-disagrees` when some listed commune is not reached: doubtful when it is in the EPCI, a note when the list
 * names a commune outside. Throws when nothing of the QPV lies in the EPCI.
 */
export function drawPerimeter(
  qpv: { code: string; communes: readonly string[]; parts: readonly Disc[] },
  outlines: ReadonlyMap<string, Surface>
): Perimeter {
  const discs = meltedDiscs(qpv.parts);
  const inside = qpv.communes.flatMap((code) => {
    const outline = outlines.get(code);
    return outline ? [{ code, outline: feature(outline) }] : [];
  });
  const reached = inside
    .filter(({ outline }) => {
      const part = meeting(discs, outline.geometry);
      return part !== null && area(part) >= LEAST_MEETING;
    })
    .map(({ code }) => code);
  const outlinesInside = inside.map(({ outline }) => outline);
  const bounds = outlinesInside.length > 1 ? union(featureCollection(outlinesInside)) : outlinesInside[0];
  const clipped = bounds ? meeting(discs, bounds.geometry) : null;
  if (!clipped) throw new Error(`no part of ${qpv.code} lies in its communes`);
  const complete = reached.length === qpv.communes.length;
  const finding: Finding = {
    code: 'qpv-commune-disagrees',
    severity: reached.length < inside.length ? 'doubtful' : 'note',
    file: 'qpv.csv',
    column: 'communes',
    found: `${qpv.code} ${reached.join(' ')}`,
    expected: qpv.communes.join(' ')
  };
  return { surface: rounded(clipped.geometry, 5), reached, findings: complete ? [] : [finding] };
}
