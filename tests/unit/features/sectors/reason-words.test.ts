// Why a school changes: where its posts would stand without it, from where they stand today; what two posts exchange is told once.
import { expect, it } from 'vitest';
import type { MoveReason } from '../../../../src/lib/engines/cards/index.ts';
import type { LetteredMove } from '../../../../src/lib/features/sectors/compare/moves.ts';
import { reasonSentence } from '../../../../src/lib/features/sectors/compare/reason-words.ts';
import type { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');
const [three, four, five] = ['Référent 3', 'Référent 4', 'Référent 5'] as const;
const move = (letter: string, from: string, to: string): LetteredMove =>
  ({ letter, from, to, school: { uai: letter } }) as LetteredMove;

/** A page whose third post stands at some deviation today, and the reason of its moves. */
function told(
  today: number,
  reason: Partial<MoveReason>,
  moves: readonly LetteredMove[],
  others: Readonly<Record<string, Partial<MoveReason>>> = {}
): string[] {
  const end = (referent: string, deviation: number, isOut: boolean) => ({
    ...{ referent, deviation, isOut, deviationNow: 0 }
  });
  const found = {
    ...{ unit: 'A', together: [], group: [], third: null, roadSaved: 0, reason: 'band' },
    ...{ from: end(four, 0.02, false), to: end(three, -0.104, true) },
    ...reason
  } as MoveReason;
  const sectors = {
    settings: { tolerance: 0.1 },
    todayFigures: { referents: [{ id: three, deviation: today }, { id: four, deviation: 0 }] }, // prettier-ignore
    cards: { reasonOf: (uai: string) => ({ ...found, ...others[uai] }) }
  } as unknown as SectorsState;
  return moves.map((one) => plain(reasonSentence(sectors, one, moves)));
}

it('a post that is within the band today would fall out of it, at the value that it would have', () => {
  expect(told(-0.01, {}, [move('A', four, three)])).toEqual([
    'Sans ce changement, Référent 3 tomberait à −10,4 %, hors de la bande de 10 %.'
  ]);
});

it('a post that is out of the band today would stay out of it', () => {
  expect(told(-0.2, {}, [move('A', four, three)])).toEqual([
    'Sans ce changement, Référent 3 resterait à −10,4 %, hors de la bande de 10 %.'
  ]);
});

it('a post that would be better than today and worse than in the plan neither rises nor falls', () => {
  const even = {
    reason: 'even' as const,
    from: { referent: four, deviation: 0, isOut: false, deviationNow: 0 },
    to: { referent: three, deviation: -0.07, isOut: false, deviationNow: -0.02 }
  };
  expect(told(-0.11, even, [move('A', four, three)])).toEqual([
    'Sans ce changement, Référent 3 serait à −7 % et Référent 4 resterait à 0 %.'
  ]);
});

it('schools that two posts exchange are one move, with its reason told once', () => {
  const moves = [move('A', three, four), move('B', three, four), move('C', four, three)];
  const reason = { group: ['A', 'B', 'C'], reason: 'road' as const, roadSaved: 42 };
  expect(told(0, reason, moves)).toEqual([
    'A, B contre C, entre Référent 3 et Référent 4. Cet échange évite 42 min de route par semaine.',
    'Même échange que A.',
    'Même échange que A.'
  ]);
});

it('schools that go the same way and hold to one another are one move', () => {
  const moves = [move('A', three, four), move('B', three, four)];
  expect(told(-0.01, { group: ['A', 'B'] }, moves)).toEqual([
    'A, B ensemble, de Référent 3 à Référent 4. Sans ces changements, Référent 3 tomberait à −10,4 %, hors de la bande de 10 %.',
    'Même changement que A.'
  ]);
});

it('schools that go round three posts are one move, with every post that it keeps in the band', () => {
  const moves = [move('A', four, three), move('B', three, five), move('C', five, four)];
  const end = (referent: string) => ({ referent, deviation: 0.12, isOut: true, deviationNow: 0.02 });
  const reason = { group: ['A', 'B', 'C'], third: end(five) };
  expect(told(-0.01, reason, moves, { B: { third: end(four) }, C: { third: end(three) } })).toEqual([
    'A de Référent 4 à Référent 3, B de Référent 3 à Référent 5, C de Référent 5 à Référent 4. Sans cet échange, Référent 3 tomberait à −10,4 % et Référent 5 monterait à +12 %, hors de la bande de 10 %.',
    'Même échange que A.',
    'Même échange que A.'
  ]);
});
