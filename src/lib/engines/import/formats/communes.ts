// Communes with their outlines: Etalab (code, nom, ...), ADMIN EXPRESS (INSEE_COM, NOM, ...), or code and nom alone.
import type { Importer } from '../importer.ts';
import type { Surface } from '../geometry/surface.ts';
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

type Key = 'code' | 'name' | 'population' | 'epci';

const POPULATIONS = [0, 3_000_000] as const;

export const COMMUNE_FORMAT: Importer<Key, CommuneOutline> = {
  columns: {
    code: ['code', 'INSEE_COM', 'code_insee', 'codgeo'],
    name: ['nom', 'NOM_COM', 'nom_officiel', 'libgeo'],
    population: ['POPULATION'],
    epci: ['epci', 'SIREN_EPCI', 'codes_siren_des_epci']
  },
  required: ['code'],
  unique: { code: 'duplicate-commune', column: 'code', of: ({ code }) => code },
  areas: (cell, outline, line, remark) => {
    const code = readInsee(cell('code'));
    if (code === null) {
      return { dropped: { code: 'bad-insee', column: 'code', found: cell('code') } };
    }
    const population = boundedNumber(cell, 'population', POPULATIONS, remark);
    const epci = /\d{9}/.exec(cell('epci'))?.[0] ?? null;
    return { row: { line, code, name: cell('name') || code, population, epci, outline } };
  }
};
