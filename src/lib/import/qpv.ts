// QPV perimeters, generations 2015 (CODE_QP, NOM_QP, COMMUNE_QP) and 2024 (code_qp, lib_qp, insee_com, lib_com).
import type { Imported } from '../model/findings.ts';
import { importAreas, type Surface } from './geojson.ts';
import { splitNames } from './names.ts';
import { firstOfEach, shorten, type Spellings } from './rows.ts';
import type { SourceFile } from './source-file.ts';
import { readInsee } from './values.ts';

export interface QpvPerimeter {
  /** Feature number in the file. */
  line: number;
  code: string;
  name: string;
  generation: 2015 | 2024;
  /** INSEE codes, where the file gives them. */
  communeCodes: string[];
  /** Names as written, where the file gives names. */
  communeNames: string[];
  perimeter: Surface;
}

const SPELLINGS = {
  code: ['code_qp', 'code_qpv'],
  name: ['lib_qp', 'nom_qp', 'nom_qpv'],
  communeCodes: ['insee_com', 'code_insee'],
  communeNames: ['lib_com', 'commune_qp', 'nom_com']
} satisfies Spellings<string>;

const CODE = /^Q([PN])\d[\dAB]\d{3}[A-Z]?$|^Q([PN])\d[\dAB]\d{4}[A-Z]?$/;

/** Imports the QPV of a GeoJSON file; two may share a name, never a code. */
export function importQpvs(source: SourceFile): Imported<QpvPerimeter> {
  const imported = importAreas<keyof typeof SPELLINGS, QpvPerimeter>(
    source,
    SPELLINGS,
    ['code'],
    (property, perimeter, line, remark) => {
      const code = property('code').toUpperCase();
      const match = CODE.exec(code);
      if (!match) {
        const found = shorten(code);
        return {
          dropped: { code: 'bad-qpv-code', column: 'code_qp', found, expected: 'QP059079, QN05930M' }
        };
      }
      const communeCodes = splitNames(property('communeCodes')).flatMap((text) => {
        const insee = readInsee(text);
        if (insee === null) {
          remark('doubtful', {
            code: 'bad-insee',
            column: 'insee_com',
            found: shorten(text),
            expected: '59350'
          });
        }
        return insee ?? [];
      });
      const generation = (match[1] ?? match[2]) === 'P' ? 2015 : 2024;
      const communeNames = splitNames(property('communeNames'));
      const name = property('name') || code;
      return { row: { line, code, name, generation, communeCodes, communeNames, perimeter } };
    }
  );
  return firstOfEach(imported, source.name, (row) => row.code, { code: 'duplicate-qpv', column: 'code_qp' });
}
