// The list of communes says what it finds, not what it is.
import { expect, it } from 'vitest';
import { foundWords } from '../../../../src/lib/features/portraits/found-words.ts';

const place = (name: string, followed: number, schools: number, waiting = 0) => ({
  ...{ name, followed, schools, waiting }
});
const plain = (text: string | null) => text?.replace(/<\/?[a-z]+>/g, '').replace(/[\u00a0\u202f]/g, ' ');

it('in how many communes all schools are followed, and where the fewest are', () => {
  expect(
    plain(foundWords([place('Anzin', 8, 8), place('Marly', 4, 6, 2), place('Saint-Saulve', 1, 4, 3)]))
  ).toBe(
    'Dans une commune sur trois, toutes les écoles sont suivies. La moins suivie est Saint-Saulve, avec une école sur quatre ; trois attendent.'
  );
  expect(plain(foundWords([place('A', 1, 2, 1), place('B', 2, 4), place('C', 3, 3)]))).toContain(
    'Les moins suivies sont A et B, avec 50 % de leurs écoles ; une attend.'
  );
  expect(plain(foundWords([place('A', 0, 2), place('B', 2, 4)]))).toBe(
    'Aucune commune n’a toutes ses écoles suivies. La moins suivie est A, avec aucune école sur deux.'
  );
});

it('all of them followed is said alone; nothing is compared with one commune, or with one that has no school', () => {
  expect(plain(foundWords([place('A', 2, 2), place('B', 4, 4)]))).toBe(
    'Dans les deux communes, toutes les écoles sont suivies.'
  );
  expect(foundWords([place('A', 1, 2), place('B', 0, 0)])).toBeNull();
});
