// Where each table of a territory comes from: its files, their vintage and licence, as recorded or configured.
import { formatName } from '../../../i18n/format-names.ts';
import type { TableOrigin } from '../../../cube/dashboard.ts';
import type { TerritoryRows } from '../rows.ts';
import type { Config } from './config.ts';
import { OWN } from './licences.ts';
import {
  PLACES,
  type BaseSources,
  type SourceName,
  type SourceNames,
  type SourceRecord,
  type Sources
} from './sources.ts';

/** Table of the catalogue -> what feeds it. */
const FED: Readonly<Record<string, readonly SourceName[]>> = {
  communes: ['communes', 'cites'],
  qpvs: ['qpvs'],
  schools: ['annuaire', 'ips', 'effectifs', 'rep', 'positions', 'followed', 'groups'],
  support_teams: ['teams'],
  actions: ['actions'],
  partners: ['partners'],
  correspondents: ['correspondents']
};

const UNKNOWN = 'non indiquée';
const OF_SERVICE = 'liste du service';
/** What is told of several files, once each; those of which nothing is told are passed over where others speak. */
function listed(values: readonly (string | undefined)[]): string {
  const told = values.filter((value) => value !== undefined);
  return told.length > 0 ? [...new Set(told)].join(' ; ') : UNKNOWN;
}

/** One vintage, or each with what is of it: « 2022-2023 (effectifs des écoles) ; 2025-2026 (liste du service) ». */
function vintages(dated: readonly { name: string; date: string | undefined }[]): string {
  const names = new Map<string, Set<string>>();
  for (const { name, date } of dated) {
    if (date !== undefined) names.set(date, (names.get(date) ?? new Set()).add(name));
  }
  if (names.size < 2) return listed([...names.keys()]);
  return [...names].map(([date, of]) => `${date} (${[...of].join(', ')})`).join(' ; ');
}

/** What the rows and the packs say of files of which nothing is recorded. */
export interface OriginRows {
  base?: BaseSources | null;
  sources?: Pick<Sources, 'ips' | 'effectifs'>;
}

/** The latest school year that the rows of each file tell. */
function yearsByFile({ sources }: OriginRows): ReadonlyMap<string, string> {
  const years = new Map<string, string>();
  for (const { file, year } of [...(sources?.ips ?? []), ...(sources?.effectifs ?? [])]) {
    if (year !== null && year > (years.get(file) ?? '')) years.set(file, year);
  }
  return years;
}

/** The name of the data set of a place, as the packs have it, unless it tells a year; else its kind. */
function titleOfPlace(place: SourceName, base: BaseSources | null): string {
  const [row] = (base as Partial<Record<SourceName, readonly { file: string }[]>> | null)?.[place] ?? [];
  const packed = row && base?.vintages[row.file]?.source;
  return packed && !/\d{4}/.test(packed) ? packed : formatName(PLACES[place]);
}

/** Tables that have rows, each with its origin in French, as the catalogue words them. */
export function originsOf(
  config: Config,
  years: TerritoryRows['years'],
  known: ReadonlyMap<string, SourceRecord>,
  files: SourceNames,
  rows: OriginRows = {}
): Record<string, TableOrigin> {
  const origins: Record<string, TableOrigin> = {};
  const told = yearsByFile(rows);
  const communesSource = (file: string) =>
    file === config.communes?.file ? config.communes?.source : undefined;
  for (const [table, places] of Object.entries(FED)) {
    const own = places.some((place) => OWN.includes(place) && files[place].length > 0);
    const official = places
      .filter((place) => !OWN.includes(place))
      .flatMap((place) => files[place].map((file) => ({ place, file })));
    if (!own && official.length === 0) continue;
    origins[table] = {
      source: listed([
        ...official.map(
          ({ place, file }) =>
            known.get(file)?.title ?? communesSource(file) ?? titleOfPlace(place, rows.base ?? null)
        ),
        ...(own ? [OF_SERVICE] : [])
      ]),
      vintage: vintages([
        ...official.map(({ place, file }) => ({
          name: formatName(PLACES[place]),
          date: known.get(file)?.date ?? communesSource(file) ?? told.get(file)
        })),
        ...(own ? [{ name: OF_SERVICE, date: years.at(-1) }] : [])
      ]),
      licence: listed([
        ...official.map(({ file }) => config.licences[file] ?? known.get(file)?.licence ?? UNKNOWN),
        ...(own ? ['du service'] : [])
      ])
    };
  }
  if (config.pathways !== undefined) {
    const source = 'parcours du service, protégés par npm run safe';
    origins['pathways_cube'] = { source, vintage: listed(years.slice(-1)), licence: 'du service' };
  }
  return origins;
}
