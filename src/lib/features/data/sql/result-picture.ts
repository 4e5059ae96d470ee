// Picture of a SQL result's map: title, legend, scale, source and date.
import { base } from '$app/paths';
import type { CoverageCube } from '$lib/cube/coverage';
import { m } from '$lib/i18n/paraglide/messages.js';
import { resultMap } from './result-scene';
import type { GroundState } from '$lib/map/ground/ground.svelte';
import { loadShapes } from '$lib/map/geometry/shapes';
import type { ConsoleResult } from '$lib/tables/console';
import { viewPicture } from '$lib/features/share/view-picture';

/** @throws {Error} when the result has no place, or the browser cannot paint it */
export async function resultPicture(
  kind: 'png' | 'svg',
  result: ConsoleResult,
  cube: CoverageCube,
  load: typeof fetch,
  ground: GroundState | null
): Promise<Blob> {
  const site = await loadShapes(`${base}/map`, load);
  const drawn = resultMap(cube, site, result);
  if (!drawn) throw new Error('the result has no place');
  const { scene, legend, shapes, value } = drawn;
  const title = value ? m.catalogue_sql_map_title({ value }) : m.catalogue_sql_map_plain();
  return viewPicture(
    kind,
    {
      scene,
      title,
      legend,
      legendTitle: title,
      protectedShown: scene.areas.some((area) => area.protected),
      symbols: [],
      figures: [],
      selected: null
    },
    { dashboard: cube.dashboard, shapes, ground }
  );
}
