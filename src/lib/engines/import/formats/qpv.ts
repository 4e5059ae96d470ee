// QPV with their perimeters, or as a list of codes, names and communes alone; generations 2015 (CODE_QP, NOM_QP, COMMUNE_QP) and 2024 (code_qp, lib_qp, insee_com, lib_com).
import type { Importer } from '../importer.ts';
import type { Cell, Remark, RowOutcome } from '../rows.ts';
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
  /** null in a list without perimeters. */
  perimeter: Surface | null;
}

type Key = 'code' | 'name' | 'communeCodes' | 'communeNames';

/** QP059079, QN05930M, QN02A01M; overseas the département has three digits. */
const CODE = /^Q([PN])(?:\d{2}\d{3,4}|0?2[AB]\d{2,4})[A-Z]?$|^Q([PN])97\d{4,5}[A-Z]?$/;

function qpvOf(
  cell: Cell<Key>,
  perimeter: Surface | null,
  line: number,
  remark: Remark<Key>
): RowOutcome<QpvPerimeter, Key> {
  const code = cell('code').toUpperCase();
  const match = CODE.exec(code);
  if (!match) {
    return {
      dropped: { code: 'bad-qpv-code', column: 'code', found: code, expected: 'QP059079, QN05930M' }
    };
  }
  // Codes stand side by side with a space in some lists, with a comma in others.
  const communeCodes = splitNames(cell('communeCodes').replace(/\s+/g, ',')).flatMap((found) => {
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

export const QPV_FORMAT: Importer<Key, QpvPerimeter> = {
  columns: {
    code: ['code_qp', 'code_qpv'],
    name: ['lib_qp', 'nom_qp', 'nom_qpv'],
    communeCodes: ['insee_com', 'code_insee'],
    communeNames: ['lib_com', 'commune_qp', 'nom_com']
  },
  required: ['code'],
  unique: { code: 'duplicate-qpv', column: 'code', of: ({ code }) => code },
  areas: qpvOf,
  undrawn: {
    columns: ['code', 'name', 'communeCodes'],
    rows: (cell, line, remark) => qpvOf(cell, null, line, remark)
  }
};
