// What the packs cover: communes of today that are drawn, EPCI that are whole, schools.
import type { Pack, PackedReference } from '../../src/lib/engines/territory-builder/index.ts';
import { schoolsOf } from './departements.ts';

export interface Coverage {
  /** Communes of today that have an outline, that of a former commune at least. */
  communes: number;
  /** EPCI with a member in the packs. */
  epci: number;
  /** Those of which every member is drawn. */
  epciWhole: number;
  schools: number;
  /** EPCI that are not whole, with their members that nothing draws. */
  missing: { siren: string; name: string; communes: string[] }[];
}

/**
 * @param written packs that are counted
 * @param all packs of every file read: an EPCI of two départements is whole when both draw it
 */
export function coverageOf(
  written: readonly Pack[],
  all: readonly Pack[],
  reference: PackedReference
): Coverage {
  const drawnIn = (packs: readonly Pack[]) =>
    new Set(packs.flatMap(({ rows }) => rows.communes.map(({ code }) => reference.currentCode(code))));
  const [own, drawn] = [drawnIn(written), drawnIn(all)];
  own.delete(null);
  const departements = new Set(written.map(({ departement }) => departement));
  const missing: Coverage['missing'] = [];
  let epci = 0;
  for (const { siren, name } of reference.agglomerations) {
    const { members } = reference.epci(siren)!;
    if (!members.some(({ code }) => departements.has(reference.departementOf(code)))) continue;
    epci += 1;
    const communes = members.filter(({ code }) => !drawn.has(code)).map((one) => `${one.code} ${one.name}`);
    if (communes.length > 0) missing.push({ siren, name, communes });
  }
  const schools = new Set(written.flatMap((pack) => [...schoolsOf(pack)]));
  return { communes: own.size, epci, epciWhole: epci - missing.length, schools: schools.size, missing };
}
