// The communes of the file that are not of the territory and lie near it: drawn around it, from an archive read by ranges.
import type { FormatRows } from '../../import/index.ts';
import type { Territory } from '../../../model/place.ts';
import { outlineArchive, type Outlines } from '../geometry/outline-tiles.ts';
import { boxOf } from '../geometry/spatial-join.ts';
import type { PlaceReference } from './reference.ts';

/** Degrees: what the widest map of the territory may show beyond it. */
const MARGIN = 0.5;

/** @param members today's communes of the territory @returns null where the file draws nothing near it */
export function aroundArchive(
  outlines: readonly FormatRows['communes'][],
  members: ReadonlySet<string>,
  reference: PlaceReference,
  [west, south, east, north]: Territory['bounds']
): Uint8Array | null {
  const features = outlines.flatMap(({ code, name, outline }): Outlines['features'] => {
    const feature = { type: 'Feature' as const, properties: { code, name }, geometry: outline };
    const box = boxOf(feature);
    const current = reference.currentCode(code);
    if (!box || current === null || members.has(current)) return [];
    const near =
      box[0] < east + MARGIN && box[2] > west - MARGIN && box[1] < north + MARGIN && box[3] > south - MARGIN;
    return near ? [feature] : [];
  });
  return features.length > 0 ? outlineArchive({ type: 'FeatureCollection', features }) : null;
}
