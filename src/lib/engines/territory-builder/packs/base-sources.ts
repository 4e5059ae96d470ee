// The rows of some packs as the sources of a territory.
import { feature } from '@turf/helpers';
import { boxOf, type JoinBox } from '../geometry/spatial-join.ts';
import type { PlaceReference } from '../places/reference.ts';
import type { SourceSurface } from '../rows.ts';
import type { BaseSources } from '../sources/sources.ts';
import { PACK_PLACES, type Pack, type PackRows } from './pack.ts';

const meet = (a: JoinBox, b: JoinBox) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
const boxesOf = (outlines: readonly SourceSurface[]): JoinBox[] =>
  outlines.map((outline) => boxOf(feature(outline))).filter((box) => box !== null);

/** Rows of a place in every pack; what two packs both have, a cité éducative of two départements, is taken once. */
function rowsOf<Place extends keyof PackRows>(packs: readonly Pack[], place: Place): PackRows[Place] {
  const all = packs.flatMap((pack) => pack.rows[place] as { file: string; line: number }[]);
  return [...new Map(all.map((row) => [`${row.file} ${row.line}`, row])).values()] as PackRows[Place];
}

/**
 * What the builder takes where its configuration names no file.
 *
 * Outlines and lists of schools are those of whole départements, as an official file would have them. QPV and cités éducatives are those of
 * the territory alone: packs know some of them only, and their absence says nothing.
 * @param packs of every département that the EPCI lies in (`departementsOf` of the reference)
 * @param siren of the EPCI
 */
export function baseSources(packs: readonly Pack[], reference: PlaceReference, siren: string): BaseSources {
  const rows = Object.fromEntries(
    PACK_PLACES.map((place) => [place, rowsOf(packs, place)])
  ) as unknown as PackRows;
  const members = new Set(reference.epci(siren)?.members.map(({ code }) => code));
  const isMember = (code: string) => members.has(reference.currentCode(code) ?? code);
  const boxes = boxesOf(rows.communes.flatMap(({ code, outline }) => (isMember(code) ? outline : [])));
  rows.cites = rows.cites.filter(({ communes }) => communes.some(isMember));
  rows.qpvs = rows.qpvs.filter(({ perimeter, communeCodes }) =>
    perimeter
      ? boxesOf([perimeter]).some((box) => boxes.some((commune) => meet(box, commune)))
      : communeCodes.some(isMember)
  );
  const filled = PACK_PLACES.filter((place) => rows[place].length > 0).map((place) => [place, rows[place]]);
  const files = new Set(PACK_PLACES.flatMap((place) => rows[place].map(({ file }) => file)));
  const sources = packs.flatMap((pack) => pack.sources).filter(({ file }) => files.has(file));
  const vintages = sources.map(({ file, source, vintage, licence }) => [file, { source, vintage, licence }]);
  return { ...Object.fromEntries(filled), vintages: Object.fromEntries(vintages) } as BaseSources;
}
