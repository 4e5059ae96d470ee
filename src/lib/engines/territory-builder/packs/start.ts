// What a territory starts from: a PRE of the official list, a commune, or an EPCI.
import type { Pre } from '../../../model/place.ts';
import type { ListedPre } from './pre-list.ts';
import type { PackedReference } from './reference.ts';

export interface Start {
  siren: string;
  /** Those whose packs hold it. */
  departements: readonly string[];
  /** What it is called while it is chosen. */
  title: string;
  /** Name of the territory; '' for that of its EPCI. */
  name: string;
  pre: Pre | null;
  /** Communes where it is proposed to intervene; null: where there is a priority neighbourhood. */
  intervention: readonly string[] | null;
}

/** The territory of an EPCI; null where none has the SIREN. */
export function startOfEpci(siren: string, reference: PackedReference): Start | null {
  const epci = reference.epci(siren);
  if (!epci) return null;
  const departements = reference.departementsOf(siren);
  return { siren, departements, title: epci.name, name: '', pre: null, intervention: null };
}

/** The territory of one commune, among those of its EPCI; null for one of none. */
export function startOfCommune(code: string, reference: PackedReference): Start | null {
  const commune = reference.commune(code);
  const start = commune?.siren ? startOfEpci(commune.siren, reference) : null;
  return (
    start && commune && { ...start, title: commune.name, name: commune.name, intervention: [commune.code] }
  );
}

/** The territory of a PRE: its communes, among those of its EPCI; null where its commune is of none. */
export function startOfPre(
  { siren, name, carrier, communes }: ListedPre,
  reference: PackedReference
): Start | null {
  const start = siren === null ? null : startOfEpci(siren, reference);
  const pre = { name, carrier };
  return (
    start && { ...start, title: name, name: communes.length === 1 ? name : '', pre, intervention: communes }
  );
}
