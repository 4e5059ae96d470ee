// The communes' local correspondents: filled or vacant. A column of names, should there be one, is not read.
import type { Imported } from '../../../model/findings.ts';
import type { Correspondent } from '../../../model/service.ts';
import { importNow, type Importer } from '../importer.ts';
import type { RowTable } from '../readers/row-table.ts';
import { readYes } from './service-words.ts';
import type { SourceFile } from '../readers/source-file.ts';
import { readInsee } from './values.ts';

export type LocalContact = Omit<Correspondent, 'quality'> & { line: number };

type Key = 'commune' | 'filled';

export const CORRESPONDENT_FORMAT: Importer<Key, LocalContact> = {
  columns: { commune: ['commune'], filled: ['pourvu', 'filled'] },
  required: ['commune', 'filled'],
  unique: { code: 'duplicate-commune', column: 'commune', of: ({ commune }) => commune },
  rows(cell, line) {
    const commune = readInsee(cell('commune'));
    if (commune === null) {
      const found = cell('commune');
      return { dropped: { code: 'bad-insee', column: 'commune', found, expected: '59606' } };
    }
    const filled = readYes(cell('filled'));
    if (filled === null) {
      return { dropped: { code: 'bad-word', column: 'filled', found: cell('filled'), expected: 'oui, non' } };
    }
    return { row: { line, commune, filled } };
  }
};

/** Imports the correspondents; the first row of a commune wins. */
export const importCorrespondents = (source: SourceFile | RowTable): Imported<LocalContact> =>
  importNow(source, CORRESPONDENT_FORMAT);
