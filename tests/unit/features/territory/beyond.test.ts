// Lists of an agglomeration dropped on the PRE of one of its communes.
import { expect, it } from 'vitest';
import { beyondCommune } from '../../../../src/lib/features/territory/choose/choices.ts';
import { newFile, type FileKind } from '../../../../src/lib/session/territory/project-file.ts';

const list = (kind: FileKind, used: number, aside: number) => ({
  ...newFile(`${kind}.csv`, 1, null),
  ...{ kind, state: 'used' as const, counts: { read: used + aside, used, aside, dropped: 0, doubtful: 0 } }
});
const lists = [list('followed-schools', 12, 31), list('partners', 4, 9)];
const one = { intervention: ['59392'] };

it('lists most of whose rows are of other communes offer the agglomeration, with how many', () => {
  expect(beyondCommune(lists, one)).toEqual({ rows: 40 });
});

it('a list without a row of the commune is named', () => {
  const outside = { ...list('teams', 0, 0), state: 'outside' as const, counts: null };
  expect(beyondCommune([list('followed-schools', 12, 3), outside], one)).toEqual({ files: ['teams.csv'] });
});

it('a few rows of elsewhere, children of other years and a territory of several communes offer nothing', () => {
  expect(beyondCommune([list('followed-schools', 31, 2)], one)).toBeNull();
  expect(beyondCommune([list('followed-schools', 31, 2), list('cases', 100, 900)], one)).toBeNull();
  expect(beyondCommune(lists, { intervention: ['59392', '59033'] })).toBeNull();
  expect(beyondCommune(lists, { intervention: null })).toBeNull();
  expect(beyondCommune(lists, null)).toBeNull();
});
