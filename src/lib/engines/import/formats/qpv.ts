// QPV perimeters, generations 2015 (CODE_QP, NOM_QP, COMMUNE_QP) and 2024 (code_qp, lib_qp, insee_com, lib_com).
import type { Importer } from '../importer.ts';
import { splitNames } from '../../../model/names.ts';
import type { Surface } from '../geometry/surface.ts';
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

type Key = 'code' | 'name' | 'communeCodes' | 'communeNames';

/** QP059079, QN05930M; overseas the département has three digits. */
const CODE = /^Q([PN])(?:\d{2}|2[AB])\d{3,4}[A-Z]?$|^Q([PN])97\d{4,5}[A-Z]?$/;

export const QPV_FORMAT: Importer<Key, QpvPerimeter> = {
  columns: {
    code: ['code_qp', 'code_qpv'],
    name: ['lib_qp', 'nom_qp', 'nom_qpv'],
    communeCodes: ['insee_com', 'code_insee'],
    communeNames: ['lib_com', 'commune_qp', 'nom_com']
  },
  required: ['code'],
  unique: { code: 'duplicate-qpv', column: 'code', of: ({ code }) => code },
  areas: (cell, perimeter, line, remark) => {
    const code = cell('code').toUpperCase();
    const match = CODE.exec(code);
    if (!match) {
      return {
        dropped: { code: 'bad-qpv-code', column: 'code', found: code, expected: 'QP059079, QN05930M' }
      };
    }
    const communeCodes = splitNames(cell('communeCodes')).flatMap((found) => {
      const insee = readInsee(found);
      if (insee === null) {
        remark('doubtful', { code: 'bad-insee', column: 'communeCodes', found });
      }
      return insee ?? [];
    });
    const generation = (match[1] ?? match[2]) === 'P' ? 2015 : 2024;
    const communeNames = splitNames(cell('communeNames'));
    const name = cell('name') || code;
    return { row: { line, code, name, generation, communeCodes, communeNames, perimeter } };
  }
};
