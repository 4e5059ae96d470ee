// Communes with their outlines: Etalab (code, nom, ...), ADMIN EXPRESS (INSEE_COM, NOM, ...), or the bare code and nom.
import type { Imported } from '../model/findings.ts';
import { importAreas, type Surface } from './geojson.ts';
import { firstOfEach, shorten, type Spellings } from './rows.ts';
import type { SourceFile } from './source-file.ts';
import { boundedNumber, readInsee } from './values.ts';

export interface CommuneOutline {
  /** Feature number in the file. */
  line: number;
  code: string;
  name: string;
  population: number | null;
  /** SIREN of the EPCI, where the file gives it. */
  epci: string | null;
  outline: Surface;
}

const SPELLINGS = {
  code: ['code', 'INSEE_COM', 'codgeo', 'insee', 'code_insee'],
  name: ['nom', 'NOM', 'libgeo', 'NOM_COM', 'nom_officiel'],
  population: ['POPULATION', 'population'],
  epci: ['epci', 'SIREN_EPCI', 'codes_siren_des_epci']
} satisfies Spellings<string>;

const POPULATIONS = [0, 3_000_000] as const;

/** Imports the communes of a GeoJSON file; the first feature of a code is kept. */
export function importCommunes(source: SourceFile): Imported<CommuneOutline> {
  const imported = importAreas<keyof typeof SPELLINGS, CommuneOutline>(
    source,
    SPELLINGS,
    ['code'],
    (property, outline, line, remark) => {
      const code = readInsee(property('code'));
      if (code === null) {
        const found = shorten(property('code'));
        return { dropped: { code: 'bad-insee', column: 'code', found, expected: '59350' } };
      }
      const population = boundedNumber(property('population'), 'population', POPULATIONS, remark);
      const epci = /\d{9}/.exec(property('epci'))?.[0] ?? null;
      return { row: { line, code, name: property('name') || code, population, epci, outline } };
    }
  );
  return firstOfEach(imported, source.name, (row) => row.code, { code: 'duplicate-commune', column: 'code' });
}
