// What a territory starts from: a PRE of the official list, a commune, or an EPCI.
import type { ListedPre, Start } from '../../../model/packs.ts';
import type { PackedReference } from './reference.ts';

/** The territory of an EPCI; null where none has the SIREN. */
function startOfEpci(siren: string, reference: PackedReference): Start | null {
  const epci = reference.epci(siren);
  if (!epci) return null;
  const departements = reference.departementsOf(siren);
  return { siren, departements, title: epci.name, name: '', pre: null, intervention: null };
}

/** The territory of one commune, among those of its EPCI; null for one of none. */
function startOfCommune(code: string, reference: PackedReference): Start | null {
  const commune = reference.commune(code);
  const start = commune?.siren ? startOfEpci(commune.siren, reference) : null;
  return (
    start && commune && { ...start, title: commune.name, name: commune.name, intervention: [commune.code] }
  );
}

/** The territory of a PRE: its communes, among those of its EPCI; null where its commune is of none. */
function startOfPre({ siren, name, carrier, communes }: ListedPre, reference: PackedReference): Start | null {
  const start = siren === null ? null : startOfEpci(siren, reference);
  const pre = { name, carrier };
  return (
    start && { ...start, title: name, name: communes.length === 1 ? name : '', pre, intervention: communes }
  );
}

/** The territory of an EPCI, of one commune, of a PRE. */
export const territoryStart = { epci: startOfEpci, commune: startOfCommune, pre: startOfPre };
