// Places of a territory: the EPCI, its communes and its priority neighbourhoods (QPV).

import type { Ground } from './ground.ts';
import type { Labels } from './legal-notices.ts';

/** Accuracy of a geometry or a position. */
export type GeometryQuality = 'official' | 'generalised' | 'approximate';

/** `none`: known by its name and communes, without a perimeter. */
export type QpvQuality = GeometryQuality | 'none';

/** Origin of a value: measured by its source, estimated, synthetic, or a working hypothesis. */
export type ValueQuality = 'official' | 'estimated' | 'synthetic' | 'hypothesis';

/** Forms of carriage. `school-fund`: caisse des écoles; `school`: a collège or a lycée. */
export const CARRIERS = ['ccas', 'cias', 'school-fund', 'commune', 'epci', 'gip', 'school', 'other'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** Carried by a body of several communes: it may intervene in any of them. */
export const isIntercommunal = (carrier: Carrier): boolean => ['cias', 'epci', 'gip'].includes(carrier);

/** A Programme de réussite éducative (PRE) of the official list, and who carries it. */
export interface Pre {
  name: string;
  carrier: Carrier;
}

export interface Territory {
  siren: string;
  name: string;
  /** Name of the service, e.g. « Réussite éducative ». */
  service: string;
  /** `true` for the demonstration: pathways, staff and actions are synthetic. */
  demonstration: boolean;
  /** Its name in the official list of PREs, and who carries it; absent where it was not chosen there. */
  pre?: Pre;
  /** Contact required in the accessibility statement; absent until the service gives one. */
  contact?: string;
  /** Given by the service. */
  labels?: Labels;
  /** Logo: path under the site's root, and its text alternative. */
  logo?: { path: string; alt: string };
  /** `true`: posts and assignments are in the site, which must not be published. */
  internal?: true;
  /** Minimum children and families behind a published count, where the service asks for more than the rule. */
  thresholds?: { children: number; families: number };
  /** Streets, water and names under the maps. */
  ground?: Ground;
  /** [west, south, east, north], degrees WGS84. */
  bounds: [number, number, number, number];
}

export interface Commune {
  code: string;
  name: string;
  population: number | null;
  area_ha: number | null;
  /** The service intervenes there. */
  intervention: boolean;
  cite_educative: string | null;
  /** A point for its label, degrees WGS84. */
  lon: number;
  lat: number;
  /** Town centre (a public place), degrees WGS84. */
  town_lon: number;
  town_lat: number;
  geometry_quality: GeometryQuality;
  source: string;
}

export interface Qpv {
  code: string;
  name: string;
  /** INSEE codes of the official list; some may lie outside the EPCI. */
  communes: string[];
  population: number | null;
  /** Generation of the perimeters: 2015 or 2024. */
  generation: 2015 | 2024;
  /** Where it is, or the town of its first commune where its perimeter is not known. */
  lon: number;
  lat: number;
  geometry_quality: QpvQuality;
  source: string;
}

/** `group`: schools that a service holds together, in a territory of one commune. */
type PlaceKind = 'epci' | 'commune' | 'qpv' | 'group' | 'school';

/** Whether the perimeter of a QPV is known: which schools stand in it is then known too. */
export const hasPerimeter = ({ geometry_quality }: Pick<Qpv, 'geometry_quality'>): boolean =>
  geometry_quality !== 'none';

/** Place selected on a map, in a table or by an address. */
export interface PlaceRef {
  kind: PlaceKind;
  code: string;
}

/**
 * Names of priority neighbourhoods by code, wherever they are told: « Le Jard », « Centre ville (Fresnes-sur-Escaut) » where two of `qpvs`
 * have one name.
 */
export function quarterNames({
  communes,
  qpvs
}: {
  communes: readonly Pick<Commune, 'code' | 'name'>[];
  qpvs: readonly Pick<Qpv, 'code' | 'name' | 'communes'>[];
}): ReadonlyMap<string, string> {
  const names = new Map(communes.map(({ code, name }) => [code, name]));
  const count = new Map<string, number>();
  for (const { name } of qpvs) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    qpvs.map(({ code, name, communes: inside }) => {
      const where = inside.flatMap((commune) => names.get(commune) ?? []).join(', ');
      return [code, count.get(name)! > 1 && where !== '' ? `${name} (${where})` : name];
    })
  );
}
