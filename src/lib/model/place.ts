// Places of a territory: the EPCI, its communes and its priority neighbourhoods (QPV).

/** How far a geometry or a position can be trusted. */
export type GeometryQuality = 'official' | 'generalised' | 'approximate';

/** How a value came to be: measured by its source, estimated by us, drawn by the generator, or our working hypothesis. */
export type ValueQuality = 'official' | 'estimated' | 'synthetic' | 'hypothesis';

export interface Territory {
  siren: string;
  name: string;
  /** Name of the service, e.g. « Réussite éducative ». */
  service: string;
  /** `true` for the demonstration: pathways, staff and actions are synthetic. */
  demonstration: boolean;
  /** Address that an accessibility statement must give; absent until the service fills it in. */
  contact?: string;
  /** Words of the service's own: who publishes the site, and a sentence about it. */
  labels?: { publisher?: string | undefined; note?: string | undefined };
  /** Path under the site's root, and what is said of it to who cannot see it. */
  logo?: { path: string; alt: string };
  /** `true`: posts and who follows what are in the site, which stays in the service. */
  internal?: true;
  /** Fewest children and families behind a published count, where the service asks for more than the rule. */
  thresholds?: { children: number; families: number };
  /** Roads and water drawn under the layers: a file of the site's own, and its source. */
  basemap?: { path: string; credit?: string };
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
  /** Town centre (public place), degrees WGS84. */
  town_lon: number;
  town_lat: number;
  geometry_quality: GeometryQuality;
  source: string;
}

export interface Qpv {
  code: string;
  name: string;
  /** INSEE codes, the official list; some may lie outside the EPCI. */
  communes: string[];
  population: number | null;
  /** Generation of the perimeters: 2015 or 2024. */
  generation: 2015 | 2024;
  lon: number;
  lat: number;
  geometry_quality: GeometryQuality;
  source: string;
}

export type PlaceKind = 'epci' | 'commune' | 'qpv' | 'school';

/** What a map, a table or an address points at. */
export interface PlaceRef {
  kind: PlaceKind;
  code: string;
}
