// Placement of commune names on the printed map of sectors: outside with a leader line, or inside where nothing is covered.
import { placeLabels, type Label } from '$lib/map/labels/label-placement.ts';
import { polygonOnScreen } from '$lib/map/geometry/polygons.ts';
import type { SectorBase, SectorCell } from './sector-scene.ts';
import type { Shapes } from '$lib/map/geometry/shapes.ts';
import { project, type Viewport } from '$lib/map/geometry/viewport.ts';

const SIZE = 10.5;
const WIDEST = 96;
/** Pixels kept free around a base, and around a school and its digit. */
const BASE = 14;
const SCHOOL = 9;

export function sectorNames(
  view: Viewport,
  { communes }: Shapes,
  cells: readonly SectorCell[],
  bases: readonly SectorBase[]
): Label[] {
  const ours = communes.features.filter(({ properties }) => properties.intervention);
  const polygons = ours.map(({ geometry }) => polygonOnScreen(view, geometry));
  const at = ({ lon, lat }: { lon: number; lat: number }) => project(view, lon, lat);
  return placeLabels(
    {
      width: view.width,
      height: view.height,
      reserved: [{ left: view.width - 130, right: view.width, top: view.height - 34, bottom: view.height }],
      symbols: [
        ...bases.map((base) => ({ at: at(base), radius: BASE })),
        ...cells.map((cell) => ({ at: at(cell), radius: SCHOOL }))
      ],
      solid: polygons
    },
    ours.map(({ properties: { code, name } }, i) => ({
      id: code,
      value: '',
      polygon: polygons[i]!,
      rank: 'main',
      size: SIZE,
      maxWidth: WIDEST,
      name: name.replaceAll("'", '’')
    }))
  );
}
