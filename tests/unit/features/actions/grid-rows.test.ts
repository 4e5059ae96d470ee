// The grid of sessions: six weeks of school, holidays between them, each session once in its row.
import { describe, expect, it } from 'vitest';
import { gridRows, lastDayOf, schoolWeeks } from '../../../../src/lib/features/actions/grid/grid-rows.ts';
import { neighbourIn } from '../../../../src/lib/ui/table/roving.ts';
import { bookOf, HOLIDAYS, session } from './year.ts';

const columns = schoolWeeks('2026-11-30', HOLIDAYS);
const everybody = () => true;

describe('the weeks shown', () => {
  it('are six of school, the holidays one column between', () => {
    expect(columns.map((column) => (column.kind === 'week' ? column.number : column.name))).toEqual([
      49,
      50,
      51,
      'christmas',
      1,
      2,
      3
    ]);
    expect(lastDayOf(columns)).toBe('2027-01-24');
  });

  it('begin with the holidays where today is among them', () => {
    const during = schoolWeeks('2026-12-28', HOLIDAYS);
    expect(during[0]).toMatchObject({ kind: 'holiday', monday: '2026-12-28', name: 'christmas' });
    expect(during.filter(({ kind }) => kind === 'week')).toHaveLength(6);
    const first = schoolWeeks('2026-12-21', HOLIDAYS);
    expect(first.slice(0, 2).map(({ kind, monday }) => [kind, monday])).toEqual([
      ['holiday', '2026-12-21'],
      ['week', '2027-01-04']
    ]);
  });
});

describe('the rows', () => {
  const sessions = [
    session('a', { date: '2026-12-09' }),
    session('b', { date: '2026-12-22', period: 'vacances' }),
    session('c', { date: '2027-01-06' }),
    session('d', { date: '2026-12-09', commune: '59606', sheet: 'FA-29' }),
    session('e', { date: '2027-03-01', commune: '59606', sheet: 'FA-29' })
  ];
  const ids = (rows: ReturnType<typeof gridRows>) =>
    rows.map(({ name, sessions: own }) => [name, ...own.map(({ id }) => id)]);

  it('are communes in the order of their names; a session of the holidays is in their column', () => {
    const rows = gridRows(bookOf(sessions), 'commune', columns, everybody);
    expect(ids(rows)).toEqual([
      ['Anzin', 'a', 'b', 'c'],
      ['Valenciennes', 'd']
    ]);
    expect(rows[0]!.cells.get('2026-12-21')?.map(({ id }) => id)).toEqual(['b']);
  });

  it('are themes on demand, the row without one last; a person alone leaves the others out', () => {
    const rows = gridRows(bookOf(sessions), 'theme', columns, ({ sheet }) => sheet === 'FA-29');
    expect(ids(gridRows(bookOf(sessions), 'theme', columns, everybody))).toEqual([
      ['Expression orale', 'a', 'b', 'c'],
      ['', 'd']
    ]);
    expect(ids(rows)).toEqual([['', 'd']]);
  });

  it('are walked by arrows: along a commune, and to the nearest session of the next one that has some', () => {
    const lines = [[sessions[0]!, sessions[2]!], [], [sessions[3]!, sessions[4]!]];
    const from = (id: string, key: string) =>
      neighbourIn(
        lines,
        (one) => one.id === id,
        ({ date }) => date,
        key
      )?.id;
    expect(['ArrowRight', 'ArrowDown', 'End', 'ArrowUp', 'x'].map((key) => from('a', key))).toEqual([
      'c',
      'd',
      'c',
      undefined,
      undefined
    ]);
    expect(from('e', 'ArrowUp')).toBe('c');
    expect(from('e', 'ArrowRight')).toBeUndefined();
  });
});
