// The files of a country, read by the importers, shared out by département, and built part by part as a territory is.
import { join } from 'node:path';
import { formatNamed, type FormatRows, importSync, openFile } from '../../src/lib/engines/import/index.ts';
import type { FormatId } from '../../src/lib/model/source-files.ts';
import type { TerritoryRows } from '../../src/lib/engines/territory-builder/rows.ts';
import { type Config, readConfig } from '../../src/lib/engines/territory-builder/index.ts';
import { territoryFiles } from '../../src/lib/engines/territory-builder/write/territory-files.ts';
import { joinTerritory, type Joined } from '../../src/lib/engines/territory-builder/join/join-territory.ts';
import {
  noSources,
  type From,
  type Sources
} from '../../src/lib/engines/territory-builder/sources/sources.ts';
import { territoryTimes, travelFiles } from '../../src/lib/engines/territory-builder/travel/times.ts';
import { writeFiles } from '../../scripts/territory/write-files.ts';
import { epciSiren, partSiren, type Country } from '../../tests/fixtures/synthetic/country.ts';

type Part = Pick<Sources, 'communes' | 'qpvs' | 'annuaire'>;

const MONTH = '2026-06';
const INTERVENTION = 11;
const noFile = () => Promise.reject(new Error('no graph is configured'));

async function rowsOf<Id extends FormatId>(
  name: string,
  bytes: Uint8Array,
  id: Id
): Promise<From<FormatRows[Id]>[]> {
  const table = await openFile({ name, bytes });
  const { rows, read } = importSync(table, formatNamed(id).importer);
  if (rows.length !== read) throw new Error(`${name}: ${rows.length} of ${read} rows`);
  return rows.map((row: object) => ({ ...row, file: name })) as From<FormatRows[Id]>[];
}

/** What the service of an EPCI says of its schools: most followed, some that wait. */
const followed = ({ uai }: { uai: string }, at: number): From<FormatRows['followed-schools']> => ({
  file: 'ecoles-suivies.csv',
  line: at + 2,
  uai,
  team: null,
  post: null,
  ...(at % 6 === 0
    ? { status: 'waiting', followed_since: null, requested_since: '2025-01' }
    : { status: 'followed', followed_since: '2022-2023', requested_since: null })
});

export class Parts {
  readonly #country: Country;
  readonly #folder: string;
  readonly #of = new Map<string, Part>();

  /** @param folder receives a folder by SIREN */
  constructor(country: Country, folder: string) {
    this.#country = country;
    this.#folder = folder;
    for (const one of country.departements) this.#of.set(one, { communes: [], qpvs: [], annuaire: [] });
  }

  async read(): Promise<void> {
    const { communes, qpvs, schools } = this.#country;
    const part = (code: string) => this.#of.get(code.slice(0, 2))!;
    for (const row of await rowsOf('communes.geojson', communes, 'communes'))
      part(row.code).communes.push(row);
    for (const row of await rowsOf('qpv.geojson', qpvs, 'qpv')) part(row.communeCodes[0]!).qpvs.push(row);
    for (const row of await rowsOf('annuaire.csv', schools, 'annuaire')) part(row.commune).annuaire.push(row);
  }

  /** A whole département, as the country is built. */
  async build(departement: string): Promise<TerritoryRows> {
    return this.#write(partSiren(departement), {}, { ...noSources(), ...this.#of.get(departement)! });
  }

  /** One EPCI out of its département's part, with a service that follows schools there. */
  async buildEpci(departement: string): Promise<TerritoryRows> {
    const part = this.#of.get(departement)!;
    const folder = this.folderOf(epciSiren(departement));
    const intervention = part.communes.slice(0, INTERVENTION).map(({ code }) => code);
    const list = part.annuaire.filter(({ commune }) => intervention.includes(commune)).map(followed);
    const sources = { ...noSources(), ...part, followed: list };
    return this.#write(epciSiren(departement), { intervention }, sources, async (config, { rows, posts }) => {
      const times = await territoryTimes(config, rows, noFile);
      writeFiles(folder, await travelFiles(rows, posts, times));
    });
  }

  folderOf(siren: string): string {
    return join(this.#folder, siren);
  }

  async #write(
    siren: string,
    more: object,
    sources: Sources,
    then?: (config: Config, joined: Joined) => Promise<void>
  ): Promise<TerritoryRows> {
    const files = { communes: 'communes.geojson', schools: [{ annuaire: 'annuaire.csv' }] };
    const read = readConfig({ siren, ...files, ...more });
    if ('faults' in read) throw new Error(read.faults.join());
    const joined = joinTerritory(read.config, sources, this.#country.reference, MONTH);
    writeFiles(this.folderOf(siren), territoryFiles(joined.rows));
    await then?.(read.config, joined);
    return joined.rows;
  }
}
