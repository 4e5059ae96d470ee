// Where each table of a territory comes from: its files, their vintage and licence, as recorded or configured.
import type { TableOrigin } from '../../../cube/dashboard.ts';
import type { TerritoryRows } from '../rows.ts';
import type { Config } from './config.ts';
import { OWN } from './licences.ts';
import type { SourceName, SourceNames, SourceRecord } from './sources.ts';

/** Table of the catalogue -> what feeds it. */
const FED: Readonly<Record<string, readonly SourceName[]>> = {
  communes: ['communes', 'cites'],
  qpvs: ['qpvs'],
  schools: ['annuaire', 'ips', 'effectifs', 'rep', 'positions', 'followed'],
  support_teams: ['teams'],
  actions: ['actions'],
  partners: ['partners'],
  correspondents: ['correspondents']
};

const UNKNOWN = 'non indiquée';
/** What is told of several files, once each; those of which nothing is told are passed over where others speak. */
function listed(values: readonly (string | undefined)[]): string {
  const told = values.filter((value) => value !== undefined);
  return told.length > 0 ? [...new Set(told)].join(' ; ') : UNKNOWN;
}

/** Tables that have rows, each with its origin in French, as the catalogue words them. */
export function originsOf(
  config: Config,
  years: TerritoryRows['years'],
  known: ReadonlyMap<string, SourceRecord>,
  files: SourceNames
): Record<string, TableOrigin> {
  const origins: Record<string, TableOrigin> = {};
  for (const [table, places] of Object.entries(FED)) {
    const own = places.filter((place) => OWN.includes(place) && files[place].length > 0);
    const official = places.filter((place) => !OWN.includes(place)).flatMap((place) => files[place]);
    if (own.length + official.length === 0) continue;
    const communesSource = (file: string) =>
      file === config.communes?.file ? config.communes?.source : undefined;
    origins[table] = {
      source: listed([
        ...official.map((file) => known.get(file)?.title ?? communesSource(file) ?? file),
        ...(own.length > 0 ? ['liste du service'] : [])
      ]),
      vintage: listed([
        ...official.map(
          (file) =>
            known.get(file)?.date ?? communesSource(file) ?? (table === 'schools' ? years.at(-1) : undefined)
        ),
        ...(own.length > 0 ? years.slice(-1) : [])
      ]),
      licence: listed([
        ...official.map((file) => config.licences[file] ?? known.get(file)?.licence ?? UNKNOWN),
        ...(own.length > 0 ? ['du service'] : [])
      ])
    };
  }
  if (config.pathways !== undefined) {
    const source = 'parcours du service, protégés par npm run safe';
    origins['pathways_cube'] = { source, vintage: listed(years.slice(-1)), licence: 'du service' };
  }
  return origins;
}
