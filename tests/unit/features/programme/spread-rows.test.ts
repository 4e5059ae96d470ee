// « D’où viennent les actions »: born where, taken up where and when, and the communes without an action of the theme.
import { expect, it } from 'vitest';
import { actionSpread } from '../../../../src/lib/engines/actions/index.ts';
import {
  spreadWords,
  spreadRows,
  spreadTable
} from '../../../../src/lib/features/programme/sheets/spread-rows.ts';
import type { SessionSheet } from '../../../../src/lib/model/actions/action-sheets.ts';
import type { SchoolYear } from '../../../../src/lib/model/school-year.ts';

const sheet = (
  id: string,
  communes: string[],
  begun: SchoolYear | null,
  takenFrom: string | null = null
) => ({
  ...{ id, theme: 'parentalite' as const, communes, cost_euros: null, sessionCost: null, begun, takenFrom }
});
const rowsOf = (...sheets: SessionSheet[]) =>
  spreadRows(
    {
      sheets,
      spread: actionSpread(sheets),
      lacking(theme) {
        const waiting = this.sheets.filter((one) => one.theme === theme).length;
        return [{ commune: 'Onnaing', lacks: [], waiting, followed: null }];
      }
    },
    '2026-2027'
  );
const nameOf = (code: string) => code;

it('has a row for an action that others took up, a column a year until the one of the programme; none where nothing was taken up', () => {
  expect(rowsOf(sheet('FA-1', ['Anzin'], '2024-2025'))).toEqual([]);
  const [row, ...others] = rowsOf(
    sheet('FA-1', ['Anzin'], '2024-2025'),
    sheet('FA-2', ['Marly', 'Bruay'], '2025-2026', 'FA-1'),
    sheet('FA-3', ['Condé'], '2026-2027', 'FA-2'),
    sheet('FA-4', ['Onnaing'], '2023-2024')
  );
  expect(others).toEqual([]);
  expect([row!.sheet, row!.taken]).toEqual(['FA-1', ['FA-2', 'FA-3']]);
  const words = row!.cells.map((cell) => `${cell.year} ${spreadWords(cell, '2024-2025', nameOf)}`);
  expect(words).toEqual(['2024-2025 née à Anzin', '2025-2026 + deux communes', '2026-2027 + Condé']);
  expect(row!.cells[2]!.communes).toEqual({ born: ['Anzin'], taken: ['Condé'], before: ['Bruay', 'Marly'] });
  expect(row!.lacking).toEqual([{ commune: 'Onnaing', lacks: [], waiting: 4, followed: null }]);
});

it('a commune whose year is not told is on no map, and is told', () => {
  const [row] = rowsOf(sheet('FA-1', ['Anzin'], '2025-2026'), sheet('FA-2', ['Marly'], null, 'FA-1'));
  expect(row!.undated).toEqual(['Marly']);
  const [, last] = row!.cells;
  expect(last!.communes).toEqual({ born: ['Anzin'], taken: [], before: [] });
  expect(spreadWords(last!, '2025-2026', nameOf)).toBe('sans changement');
});

it('leaves as a table: a row an action and a commune, each once', () => {
  const rows = rowsOf(
    sheet('FA-1', ['Anzin'], '2025-2026'),
    sheet('FA-2', ['Marly'], '2026-2027', 'FA-1'),
    sheet('FA-3', ['Condé'], null, 'FA-1')
  );
  const lines = spreadTable(rows, nameOf, nameOf).rows.map(({ commune, year, isBorn }) => [
    commune,
    year,
    isBorn
  ]);
  expect(lines).toEqual([
    ['Anzin', '2025-2026', true],
    ['Marly', '2026-2027', false],
    ['Condé', null, false]
  ]);
});
