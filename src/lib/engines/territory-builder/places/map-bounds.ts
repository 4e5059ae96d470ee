// The part of a territory that its maps show.
import type { Territory } from '../../../model/place.ts';
import { boxOf, outerRings, type JoinArea, type JoinBox } from '../geometry/spatial-join.ts';
import type { SourceSurface, TerritoryRows } from '../rows.ts';

/** Communes of intervention within less than this share of the whole extent are what maps show; the others are their ground. */
const SMALL_PART = 0.5;
/** Of their own extent, on each side. */
const AROUND = 0.1;
/** An island without a school stretches no map: of less than this share of the largest part of its commune, */
const ISLET = 0.05;
/** or of less than this one, and farther from it than it is long. */
const FAR_ISLAND = 0.5;

const extent = ([west, south, east, north]: JoinBox): number => (east - west) * (north - south);
const areaOf = (geometry: SourceSurface): JoinArea => ({ type: 'Feature', properties: {}, geometry });

type Schools = readonly Pick<TerritoryRows['schools'][number], 'lon' | 'lat'>[];

const lengthOf = ([west, south, east, north]: JoinBox): number => Math.max(east - west, north - south);
/** Degrees between two boxes, along the axis on which they are farthest apart. */
const between = (a: JoinBox, b: JoinBox): number =>
  Math.max(a[0] - b[2], b[0] - a[2], a[1] - b[3], b[1] - a[3], 0);

/** Boxes of the parts of a commune, its islets left out. */
function partsOf(outline: SourceSurface, schools: Schools): JoinBox[] {
  const boxes = outerRings(areaOf(outline)).flatMap((ring) => {
    const box = boxOf(areaOf({ type: 'Polygon', coordinates: [ring] }));
    return box ? [box] : [];
  });
  if (boxes.length === 0) return [];
  const main = boxes.reduce((largest, box) => (extent(box) > extent(largest) ? box : largest));
  const isIslet = (box: JoinBox) =>
    extent(box) < (between(box, main) > lengthOf(main) ? FAR_ISLAND : ISLET) * extent(main);
  const hasSchool = ([west, south, east, north]: JoinBox) =>
    schools.some(
      ({ lon, lat }) =>
        lon !== null && lat !== null && lon >= west && lon <= east && lat >= south && lat <= north
    );
  return boxes.filter((box) => !isIslet(box) || hasSchool(box));
}

/** Degrees: the whole, or where the service works in a small part of it, that part and what is around it. */
export function mapBounds({
  territory,
  communes,
  schools
}: {
  territory: Pick<Territory, 'bounds'>;
  communes: readonly Pick<TerritoryRows['communes'][number], 'intervention' | 'outline'>[];
  schools: Schools;
}): Territory['bounds'] {
  const served = communes.flatMap(({ intervention, outline }) =>
    intervention ? partsOf(outline, schools) : []
  );
  if (served.length === 0) return territory.bounds;
  const [west, south] = [Math.min(...served.map((box) => box[0])), Math.min(...served.map((box) => box[1]))];
  const [east, north] = [Math.max(...served.map((box) => box[2])), Math.max(...served.map((box) => box[3]))];
  if (extent([west, south, east, north]) >= SMALL_PART * extent(territory.bounds)) return territory.bounds;
  const [wide, high] = [AROUND * (east - west), AROUND * (north - south)];
  return [west - wide, south - high, east + wide, north + high];
}
