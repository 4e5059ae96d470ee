// Places that have a portrait, in display order, and their comparable peers.
import { isOneCommune, servedCommunes, type Dashboard } from './dashboard.ts';
import { quarterNames } from '../model/place.ts';
import { inspectorDistricts, schoolGroups } from './school-groups.ts';

export const PORTRAIT_KINDS = ['commune', 'cite', 'group', 'network', 'district', 'qpv', 'other'] as const;
/** `other`: a commune of the EPCI where the service does not intervene. */
export type PortraitKind = (typeof PORTRAIT_KINDS)[number];

/** Places within communes, of which neither actions nor partners are known. */
export const isWithinCommunes = ({ kind }: Pick<PortraitPlace, 'kind'>): boolean =>
  kind === 'qpv' || isSchoolGroup({ kind });

/** Schools that the service groups, a REP network, or an inspector's district: no count of children is published of them. */
export const isSchoolGroup = ({ kind }: Pick<PortraitPlace, 'kind'>): boolean =>
  kind === 'group' || kind === 'network' || kind === 'district';

export interface PortraitPlace {
  kind: PortraitKind;
  /** INSEE code, QPV code, identifier of the cité éducative, or code of the group; last part of the address. */
  code: string;
  /** Name of the place; a cité éducative is named after its communes. */
  name: string;
  /** Distinguishes namesakes: « Centre ville (Fresnes-sur-Escaut) ». */
  fullName: string;
  /** INSEE codes: the commune itself, or those that the place lies in. */
  communes: string[];
}

const byName = (a: PortraitPlace, b: PortraitPlace) => a.name.localeCompare(b.name, 'fr');

function citePlaces(
  { communes }: Pick<Dashboard, 'communes'>,
  nameOf: (code: string) => string
): PortraitPlace[] {
  const members = new Map<string, string[]>();
  for (const { code, cite_educative: cite } of communes)
    if (cite !== null) members.set(cite, [...(members.get(cite) ?? []), code]);
  return [...members].map(([code, own]) => {
    const name = own.map(nameOf).join(' – ');
    return { kind: 'cite', code, name, fullName: name, communes: own };
  });
}

/** Communes of intervention, cités éducatives, groups of schools, inspectors' districts, QPV, then the other communes, each by name. */
export function portraitPlaces(dashboard: Pick<Dashboard, 'communes' | 'qpvs' | 'schools'>): PortraitPlace[] {
  const names = new Map(dashboard.communes.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const communes = dashboard.communes.map(({ code, name, intervention }): PortraitPlace => {
    return { kind: intervention ? 'commune' : 'other', code, name, fullName: name, communes: [code] };
  });
  const quarters = quarterNames(dashboard);
  const qpvs = dashboard.qpvs.map(({ code, name, communes: own }): PortraitPlace => {
    const inside = own.filter((one) => names.has(one));
    return { kind: 'qpv', code, name, fullName: quarters.get(code) ?? name, communes: inside };
  });
  // A cité éducative of the one commune is that commune.
  const cites = isOneCommune(dashboard) ? [] : citePlaces(dashboard, nameOf);
  const groups = schoolGroups(dashboard).map(({ code, name, network }): PortraitPlace => {
    return {
      kind: network ? 'network' : 'group',
      code,
      name,
      fullName: name,
      communes: servedCommunes(dashboard)
    };
  });
  const districts = inspectorDistricts(dashboard).map(({ code, name, schools }): PortraitPlace => {
    const inside = dashboard.schools.filter(({ uai }) => schools.has(uai)).map(({ commune }) => commune);
    const own = dashboard.communes.filter((one) => inside.includes(one.code)).map((one) => one.code);
    return { kind: 'district', code, name, fullName: name, communes: own };
  });
  const places = [...communes, ...cites, ...groups, ...districts, ...qpvs];
  return PORTRAIT_KINDS.flatMap((kind) => places.filter((place) => place.kind === kind).sort(byName));
}

/** The place of a code; null when the territory has none. */
export function portraitPlace(places: readonly PortraitPlace[], code: string): PortraitPlace | null {
  return places.find((place) => place.code === code) ?? null;
}

/** Previous and next place, circularly. */
export function portraitNeighbours(places: readonly PortraitPlace[], code: string) {
  const at = places.findIndex((place) => place.code === code);
  const near = (step: number) => places[(at + step + places.length) % places.length] ?? null;
  return { previous: near(-1), next: near(1) };
}
