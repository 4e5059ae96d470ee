// Which action born in one commune others have taken up, year by year, and which communes lack a theme.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { communesWithout, actionSpread } from '../../../../src/lib/engines/actions/index.ts';
import type { SpreadNode } from '../../../../src/lib/model/actions/action-sheets.ts';
import type { SchoolYear } from '../../../../src/lib/model/school-year.ts';
import { draws } from '../../../draws.ts';

const sheet = (
  id: string,
  communes: string[],
  begun: SchoolYear | null = null,
  takenFrom: string | null = null
) => ({ id, communes, begun, takenFrom });

it('an action is born once, taken up where and when; each commune is told in the year that it reached it first', () => {
  const { trees, faults } = actionSpread([
    sheet('F4', ['C', 'B'], null, 'F2'),
    sheet('F3', ['B', 'A'], '2025-2026', 'F1'),
    sheet('F2', ['D'], '2024-2025', 'F1'),
    sheet('F1', ['A'], '2023-2024'),
    sheet('F0', ['E'])
  ]);
  expect(faults).toEqual([]);
  expect(trees).toEqual([
    {
      root: {
        sheet: 'F1',
        communes: ['A'],
        begun: '2023-2024',
        takenUp: [
          {
            sheet: 'F2',
            communes: ['D'],
            begun: '2024-2025',
            takenUp: [{ sheet: 'F4', communes: ['C', 'B'], begun: null, takenUp: [] }]
          },
          { sheet: 'F3', communes: ['B', 'A'], begun: '2025-2026', takenUp: [] }
        ]
      },
      years: [
        { year: '2023-2024', communes: ['A'] },
        { year: '2024-2025', communes: ['D'] },
        { year: '2025-2026', communes: ['B'] },
        { year: null, communes: ['C'] }
      ]
    },
    {
      root: { sheet: 'F0', communes: ['E'], begun: null, takenUp: [] },
      years: [{ year: null, communes: ['E'] }]
    }
  ]);
});

it('a link to an unknown sheet or back to itself is cut and told, one to a sheet that began later is kept and told', () => {
  const { trees, faults } = actionSpread([
    sheet('F1', ['A'], null, 'F9'),
    sheet('F3', ['B'], null, 'F2'),
    sheet('F2', ['C'], null, 'F3'),
    sheet('F4', ['D'], '2023-2024', 'F5'),
    sheet('F5', ['E'], '2024-2025', null),
    sheet('F6', ['F'], null, 'F6')
  ]);
  expect(faults).toEqual([
    { sheet: 'F1', why: 'unknown' },
    { sheet: 'F2', why: 'loop' },
    { sheet: 'F4', why: 'later' },
    { sheet: 'F6', why: 'loop' }
  ]);
  expect(trees.map(({ root }) => [root.sheet, ...root.takenUp.map(({ sheet: id }) => id)])).toEqual([
    ['F5', 'F4'],
    ['F1'],
    ['F2', 'F3'],
    ['F6']
  ]);
});

it('whatever the links, each sheet is in one tree, once, and the order of the rows changes nothing', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const links = fc.tuple(...ids.map(() => fc.constantFrom(null, ...ids, 'unknown')));
  fc.assert(
    fc.property(links, (froms) => {
      const sheets = ids.map((id, at) => sheet(id, [id], null, froms[at]));
      const found = actionSpread(sheets);
      const all: string[] = [];
      const visit = ({ sheet: id, takenUp }: SpreadNode) => {
        all.push(id);
        for (const next of takenUp) visit(next);
      };
      for (const { root } of found.trees) visit(root);
      expect(all.sort()).toEqual(ids);
      expect(actionSpread(sheets.toReversed())).toEqual(found);
    }),
    { numRuns: draws(5) }
  );
});

it('communes without a theme come by their schools waiting, then followed, unknown last', () => {
  const commune = (code: string, waiting: number | null, followed: number | null, lacks = ['sante']) => ({
    commune: code,
    lacks,
    waiting,
    followed
  });
  const rows = [
    commune('A', null, 4),
    commune('B', 0, 1),
    commune('C', 2, null),
    commune('D', 2, 3),
    commune('E', 9, 9, ['parentalite'])
  ];
  expect(communesWithout('sante', rows).map(({ commune: code }) => code)).toEqual(['D', 'C', 'B', 'A']);
});
