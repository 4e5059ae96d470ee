// One view, three readings: what the screen shows, what files hold and what a note says of the same rows.
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import {
  exportTable,
  FILE,
  noteTable,
  numberColumn,
  textColumn,
  viewOf
} from '../../../../src/lib/export/columns.ts';
import { tableCsv } from '../../../../src/lib/export/table.ts';
import Table from '../../../../src/lib/ui/table/Table.svelte';
import { sortedRows } from '../../../../src/lib/ui/table/table-column.ts';

const rows = [
  {
    code: '59014',
    name: 'Anzin',
    children: { value: 38, status: 'published' },
    cost: { value: 900, unknown: 1 }
  },
  {
    code: '59079',
    name: 'Beuvrages',
    children: { value: null, status: 'suppressed' },
    cost: { value: 0, unknown: 2 }
  },
  {
    code: '59112',
    name: 'Bruay',
    children: { value: null, status: 'absent' },
    cost: { value: 1250.5, unknown: 0 }
  }
] as const;
const view = viewOf({ name: 'communes', caption: 'Communes', id: ({ code }) => code }, rows, [
  textColumn('INSEE', ({ code }) => code, FILE),
  textColumn('Commune', ({ name }) => name, { width: 3, sort: 'value' }),
  numberColumn('Enfants', ({ children }) => children, { key: 'children', sort: 'value' }),
  numberColumn('Coût', ({ cost }) => cost, { kind: 'euros', file: { label: 'Coût (€)' } }),
  textColumn('Dessin', undefined, { only: 'screen', width: 0, words: () => '▇' })
]);
const flat = (text: string) => text.replace(/[\s\u2060]+/gu, ' ').trim();

describe('a table said once', () => {
  it('is read on screen in words: a dash where nothing is known, never nought, and no column of files', () => {
    const { body } = render(Table, { props: { ...view } as never });
    const cells = [...body.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, inner]) =>
      flat(inner!.replace(/<!--.*?-->|<[^>]+>/gs, ''))
    );
    expect(cells).toEqual(
      [
        ['Commune', 'Enfants', 'Coût', 'Dessin'],
        ['Anzin', '38', 'au moins 900 €', '▇'],
        ['Beuvrages', 'protégé', 'inconnu', '▇'],
        ['Bruay', '–', '1 251 €', '▇']
      ].flat()
    );
    expect(body).not.toContain('59014');
  });

  it('leaves as a file with its codes and figures, what is protected by its word', () => {
    expect(tableCsv(exportTable(view), { bom: false }).trimEnd().split('\r\n')).toEqual([
      'INSEE;Commune;Enfants;Coût (€)',
      '59014;Anzin;38;au moins 900',
      '59079;Beuvrages;donnée protégée;',
      '59112;Bruay;;1250,5'
    ]);
  });

  it('is a table of a note with the words of the screen, figures to the right', () => {
    const { columns, rows: told } = noteTable(view);
    expect(columns.map(({ label, align, width }) => [label, align, width])).toEqual([
      ['Commune', 'left', 3],
      ['Enfants', 'right', undefined],
      ['Coût', 'right', undefined]
    ]);
    expect(told.map((row) => row.map(flat))[1]).toEqual(['Beuvrages', 'protégé', 'inconnu']);
  });

  it('is sorted by the values of a column, what is not known last either way', () => {
    for (const descending of [false, true])
      expect(
        sortedRows(rows, view.columns, { key: 'children', descending }, (a, b) => a.localeCompare(b))[0]
      ).toBe(rows[0]);
  });
});
