// Placement of commune names on the map of sectors: inside where nothing is covered, else outside with a leader line.
import { labelId } from '$lib/map/labels/scene-labels.ts';
import { placeLabels, type Label } from '$lib/map/labels/label-placement.ts';
import { polygonOnScreen, type Box } from '$lib/map/geometry/polygons.ts';
import type { SectorBase, SectorCell, SectorPlace } from './sector-scene.ts';
import type { Shapes } from '$lib/map/geometry/shapes.ts';
import { project, type Point, type Viewport } from '$lib/map/geometry/viewport.ts';

/** Pixels; on paper, then on screen. */
const SIZES = { paper: 10.5, screen: 12 };
const WIDEST = 96;
/** Pixels kept free around a base, and around a school: on paper, with its digit. */
const BASE = 12;
const SCHOOL = { paper: 16, screen: 9 };
/** Farthest that a name stands from its place: one that is farther off is left out, and read on the map made larger. */
const FARTHEST = 56;

const around = ([x, y]: Point): Box => ({ left: x - BASE, right: x + BASE, top: y - BASE, bottom: y + BASE });

export function sectorNames(
  view: Viewport,
  { communes }: Shapes,
  cells: readonly SectorCell[],
  bases: readonly SectorBase[],
  waiting: readonly SectorPlace[],
  medium: keyof typeof SIZES = 'paper',
  reserved: readonly Box[] = []
): Label[] {
  const ours = communes.features.filter(({ properties }) => properties.intervention);
  const polygons = ours.map(({ geometry }) => polygonOnScreen(view, geometry));
  const at = ({ lon, lat }: { lon: number; lat: number }) => project(view, lon, lat);
  const labels = placeLabels(
    {
      width: view.width,
      height: view.height,
      reserved: [
        { left: view.width - 130, right: view.width, top: view.height - 34, bottom: view.height },
        ...bases.map((base) => around(at(base))),
        ...reserved
      ],
      symbols: [...cells, ...waiting].map((place) => ({ at: at(place), radius: SCHOOL[medium] })),
      solid: polygons
    },
    ours.map(({ properties: { code, name } }, i) => ({
      id: labelId('commune', code),
      value: '',
      polygon: polygons[i]!,
      rank: 'main',
      size: SIZES[medium],
      maxWidth: WIDEST,
      name: name.replaceAll("'", '’')
    }))
  );
  return labels.filter(({ leader }) => {
    if (!leader) return true;
    const [[x1, y1], [x2, y2]] = leader;
    return Math.hypot(x1 - x2, y1 - y2) <= FARTHEST;
  });
}
