// Lists of an agglomeration dropped on the PRE of one of its communes.
import { expect, it } from 'vitest';
import { rowsBeyond } from '../../../../src/lib/features/territory/choose/beyond.ts';
import { newFile, type FileKind } from '../../../../src/lib/session/territory/project-file.ts';

const list = (kind: FileKind, used: number, aside: number) => ({
  ...newFile(`${kind}.csv`, 1, null),
  ...{ kind, state: 'used' as const, counts: { read: used + aside, used, aside, dropped: 0, doubtful: 0 } }
});
const lists = [list('followed-schools', 12, 31), list('partners', 4, 9)];
const one = { intervention: ['59392'] };

it('lists most of whose rows are of other communes offer the agglomeration, with how many', () => {
  expect(rowsBeyond(lists, one)).toBe(40);
});

it('a few rows of elsewhere, children of other years and a territory of several communes offer nothing', () => {
  expect(rowsBeyond([list('followed-schools', 31, 2)], one)).toBe(0);
  expect(rowsBeyond([list('followed-schools', 31, 2), list('cases', 100, 900)], one)).toBe(0);
  expect(rowsBeyond(lists, { intervention: ['59392', '59033'] })).toBe(0);
  expect(rowsBeyond(lists, { intervention: null })).toBe(0);
  expect(rowsBeyond(lists, null)).toBe(0);
});
