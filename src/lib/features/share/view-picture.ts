// Picture of a view: its map with title, legend, scale, source and typeface.
import { fontFace, mapPngFile, mapSvgFile, withFont } from '$lib/export/map-image';
import type { Dashboard } from '$lib/cube/dashboard';
import type { GroundState } from '$lib/map/ground/ground.svelte';
import type { Size } from '$lib/map/geometry/frame';
import type { Shapes } from '$lib/map/geometry/shapes';
import type { Snapshot } from '$lib/map/svg/snapshot';
import { exportSvg } from '$lib/map/svg/svg-export';
import { FONT_URL } from '$lib/theme/font';
import { sourceLines } from '$lib/session/source-lines';

interface PictureSources {
  dashboard: Dashboard;
  shapes: Shapes;
  ground: GroundState | null;
  /** Lines under it; the sources of the territory when absent. */
  source?: readonly string[];
  /** Of the map, pixels; in the proportions of the territory when absent. */
  size?: Size;
}

/**
 * @param paper CSS colour under the map; that of the pages when absent
 * @throws {Error} when the browser cannot paint it
 */
export async function viewPicture(
  kind: 'png' | 'svg',
  snapshot: Snapshot,
  { dashboard, shapes, ground, source = sourceLines(dashboard), size }: PictureSources,
  paper?: string
): Promise<Blob> {
  const { bounds } = dashboard.territory;
  const drawing = await exportSvg(
    { snapshot, shapes, bounds, titled: true, source, ...(size && { size }) },
    ground,
    paper
  );
  const face = await fontFace(FONT_URL);
  const svg = withFont(drawing.svg, face);
  return kind === 'svg' ? mapSvgFile(svg) : mapPngFile(svg, drawing);
}
