// The configuration of a territory, from the settings of the form and the files dropped; and back.
import type { Config } from '$lib/engines/territory-builder/index.ts';
import { matchesIn, mergeCorrections } from '$lib/engines/import/index.ts';
import { LABELS } from '$lib/model/legal-notices.ts';
import type { Pre } from '$lib/model/place.ts';
import { isOfChildren, type FormatId, type Matches } from '$lib/model/source-files.ts';
import type { Correction } from '$lib/model/correction.ts';
import { thresholdsOf } from '../case-file.svelte.ts';
import { cubeName, releaseFolder, reportName, type FileKind, type ProjectFile } from './project-file.ts';

/** What the form of a territory holds. */
export interface TerritorySettings {
  siren: string;
  /** Départements whose packs hold the communes; none where files give everything. */
  departements: readonly string[];
  /** Chosen in the official list; null for an agglomeration or a commune. */
  pre: Pre | null;
  /** What a link holds of the one chosen by its name; absent where a file brought it. */
  link?: string;
  /** Official name when empty. */
  name: string;
  service: string;
  /** INSEE codes of the communes of intervention; null: where there is a priority neighbourhood. */
  intervention: readonly string[] | null;
  profile: 'public' | 'internal';
  /** Fewest children and families behind a published count; the rule's when null. */
  children: number | null;
  families: number | null;
  /** Months for which rows of children are kept after their exit; null: not said. */
  retention: number | null;
  contact: string;
  publisher: string;
  note: string;
  controller: string;
  dpo: string;
  basis: string;
  logoAlt: string;
  /** The published site ships the packs of France, so that other territories can be made from it. */
  packs: boolean;
  /** What a configuration of the shell says beside, which the form does not show: it is kept as it is. */
  other: {
    communes?: Omit<NonNullable<Config['communes']>, 'file'>;
    licences?: Config['licences'];
    service?: Omit<NonNullable<Config['travel']>, 'graph'>;
    credit?: string;
    quorum?: Config['quorum'];
    both?: Config['both'];
  };
}

/** What the reader decided about columns, values and rows. */
export interface ConfigReading {
  matches: Matches;
  corrections: readonly Correction[];
  /** The kind chosen for a file, by its name. */
  kinds?: Readonly<Record<string, FormatId>>;
}

/** What was decided, and what the territory says by itself of the lists of its service. */
export const readingIn = (settings: TerritorySettings | null, reading: ConfigReading): ConfigReading => ({
  ...reading,
  matches: matchesIn(settings?.intervention, reading.matches)
});

/** With corrections of rows; a later one of the same cell replaces the former. */
export const withCorrections = (
  reading: ConfigReading,
  later: ConfigReading['corrections']
): ConfigReading => ({ ...reading, corrections: mergeCorrections(reading.corrections, later) });

/** What was decided, but of case files: nothing of their rows is in the folder. */
export function readingOfFolder(reading: ConfigReading, files: readonly Named[]): ConfigReading {
  const cases = new Set(files.flatMap(({ kind, name }) => (isOfChildren(kind) ? [name] : [])));
  const kinds = Object.entries(reading.kinds ?? {}).filter(([file]) => !cases.has(file));
  const corrections = reading.corrections.filter(({ file }) => !cases.has(file));
  return { ...reading, corrections, kinds: Object.fromEntries(kinds) };
}

type Named = Pick<ProjectFile, 'name' | 'kind'>;

export const emptySettings = (siren: string, departements: readonly string[]): TerritorySettings => ({
  siren,
  departements,
  pre: null,
  name: '',
  service: '',
  intervention: null,
  profile: 'public',
  children: null,
  families: null,
  retention: null,
  contact: '',
  publisher: '',
  note: '',
  controller: '',
  dpo: '',
  basis: '',
  logoAlt: '',
  packs: false,
  other: {}
});

/** Key of the configuration -> kind of its files. */
const LISTS = {
  qpvs: 'qpv',
  rep: 'rep',
  positions: 'geolocalisation',
  cites: 'cites-educatives',
  followed: 'followed-schools',
  staff: 'staff',
  teams: 'teams',
  actions: 'actions',
  partners: 'partners',
  correspondents: 'correspondents',
  milestones: 'milestones',
  groups: 'school-groups',
  members: 'team-members',
  availabilities: 'availabilities',
  rooms: 'rooms',
  sessions: 'sessions',
  calendar: 'school-calendar'
} as const satisfies Record<string, FileKind>;
const SCHOOLS = ['annuaire', 'ips', 'effectifs'] as const;
const MODES = ['car', 'bike', 'foot'] as const;

const credited = (file: string, { credit }: TerritorySettings['other']) =>
  credit === undefined ? file : { file, credit };

/** The configuration as it would be written by hand: absent keys are absent. */
export function projectConfig(
  settings: TerritorySettings,
  files: readonly Named[],
  { matches, corrections, kinds = {} }: ConfigReading
): Record<string, unknown> {
  const named = (kind: FileKind) => files.flatMap((file) => (file.kind === kind ? [file.name] : []));
  const lists = Object.entries(LISTS).flatMap(([key, kind]) => {
    const names = named(kind);
    return names.length > 0 ? [[key, names] as const] : [];
  });
  const [communes] = named('communes').slice(-1);
  const streets = files.findLast(({ kind }) => kind === 'ground' || kind === 'basemap');
  const [logo] = named('logo').slice(-1);
  // A pair of which one file is gone says nothing any more.
  const present = new Set(files.map((file) => file.name));
  const both = (settings.other.both ?? []).filter((pair) => pair.every((name) => present.has(name)));
  const releases = named('protected-counts').map(releaseFolder);
  const graph = MODES.flatMap((mode) => {
    const [file] = named(`graph-${mode}`).slice(-1);
    return file === undefined ? [] : [[mode, file] as const];
  });
  const { siren, departements, name, service, intervention, profile, children, families } = settings;
  const { pre, contact, logoAlt, packs, retention, other } = settings;
  const labels = LABELS.flatMap((label) => (settings[label] ? [[label, settings[label]] as const] : []));
  const travel = { ...(graph.length > 0 && { graph: Object.fromEntries(graph) }), ...other.service };
  const thresholds = { ...(children !== null && { children }), ...(families !== null && { families }) };
  return {
    siren,
    ...(departements.length > 0 && { base: { departements: [...departements] } }),
    ...(pre && { pre }),
    ...(name && { name }),
    ...(service && { service }),
    ...(communes !== undefined && {
      communes: other.communes ? { file: communes, ...other.communes } : communes
    }),
    schools: SCHOOLS.flatMap((kind) => named(kind).map((file) => ({ [kind]: file }))),
    ...Object.fromEntries(lists),
    ...(intervention && { intervention: [...intervention] }),
    ...(Object.keys(travel).length > 0 && { travel }),
    ...(contact && { contact }),
    ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
    ...(logo !== undefined && { logo: { file: logo, alt: logoAlt || name || service || 'Logo du service' } }),
    profile,
    ...(Object.keys(thresholds).length > 0 && { thresholds }),
    ...(retention !== null && { retention }),
    ...(releases.length > 0 && { pathways: releases.length === 1 ? releases[0] : releases }),
    ...(streets && { [streets.kind!]: credited(streets.name, other) }),
    ...(packs && { packs }),
    ...(other.quorum && { quorum: other.quorum }),
    ...(both.length > 0 && { both }),
    ...(other.licences && { licences: other.licences }),
    ...(Object.keys(matches).length > 0 && { matches }),
    ...(corrections.length > 0 && { corrections }),
    ...(Object.keys(kinds).length > 0 && { kinds: { ...kinds } })
  };
}

function otherOf({
  communes,
  licences,
  travel,
  ground,
  basemap,
  quorum,
  both
}: Config): TerritorySettings['other'] {
  const { file: _file, ...outlines } = communes ?? { file: '' };
  const { graph: _graph, ...service } = travel ?? {};
  const credit = ground?.credit ?? basemap?.credit;
  return {
    ...(Object.keys(outlines).length > 0 && { communes: outlines }),
    ...(Object.keys(licences).length > 0 && { licences }),
    ...(Object.keys(service).length > 0 && { service }),
    ...(credit !== undefined && { credit }),
    ...(quorum && { quorum }),
    ...(both && { both })
  };
}

/** Settings, kinds of files and decisions that a configuration holds. */
export function projectOf(config: Config): {
  settings: TerritorySettings;
  kinds: ReadonlyMap<string, FileKind>;
  reading: ConfigReading;
} {
  const kinds = new Map<string, FileKind>();
  const add = (kind: FileKind, name: string | undefined) => {
    if (name !== undefined) kinds.set(name, kind);
  };
  add('communes', config.communes?.file);
  for (const [key, kind] of Object.entries(LISTS)) {
    for (const name of config[key as keyof typeof LISTS]) add(kind, name);
  }
  for (const one of config.schools) for (const kind of SCHOOLS) add(kind, one[kind]);
  for (const mode of MODES) add(`graph-${mode}`, config.travel?.graph?.[mode]);
  add('logo', config.logo?.file);
  add('ground', config.ground?.file);
  add('basemap', config.basemap?.file);
  for (const folder of config.pathways ?? []) {
    add('protected-counts', cubeName(folder));
    add('protection-report', reportName(folder));
  }
  return {
    kinds,
    reading: {
      matches: config.matches ?? {},
      corrections: config.corrections ?? [],
      kinds: config.kinds ?? {}
    },
    settings: {
      siren: config.siren,
      departements: config.base?.departements ?? [],
      pre: config.pre ?? null,
      name: config.name ?? '',
      service: config.service,
      intervention: config.intervention ?? null,
      profile: config.profile,
      children: config.thresholds.children ?? null,
      families: config.thresholds.families ?? null,
      retention: config.retention ?? null,
      contact: config.contact ?? '',
      publisher: config.labels?.publisher ?? '',
      note: config.labels?.note ?? '',
      controller: config.labels?.controller ?? '',
      dpo: config.labels?.dpo ?? '',
      basis: config.labels?.basis ?? '',
      logoAlt: config.logo?.alt ?? '',
      packs: config.packs ?? false,
      other: otherOf(config)
    }
  };
}

/** What counts of children are protected for. */
export const audienceOf = ({ profile, children, families }: TerritorySettings): string =>
  `${profile} ${children} ${families}`;

/** Fewest children and families behind a count shown to the audience of the settings. */
export function thresholdsIn({ profile, children, families }: TerritorySettings): {
  k: number;
  families: number;
} {
  return thresholdsOf(profile, { children: children ?? 0, families: families ?? 0 });
}

/** The settings, with two files that give the same identifiers and of which both count. */
export const bothCounted = (
  settings: TerritorySettings,
  former: string,
  file: string
): TerritorySettings => ({
  ...settings,
  other: { ...settings.other, both: [...(settings.other.both ?? []), [former, file]] }
});
