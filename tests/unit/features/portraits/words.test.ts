// The words of a portrait say what a rank leaves out, and what the first year known hides.
import { describe, expect, it } from 'vitest';
import type { Portrait } from '../../../../src/lib/cube/portrait.ts';
import type { Indicator } from '../../../../src/lib/cube/portrait-indicators.ts';
import { rankWord, sinceFirstWords } from '../../../../src/lib/features/portraits/words.ts';

const indicator = (rank: number, of: number, protectedPeers: number): Indicator => ({
  ...{ name: 'rate', value: 12, hidden: false, whole: 18, others: [] },
  ...{ rank, of, protectedPeers }
});

describe('a rank', () => {
  it('counts the places that have none, for their figure is protected', () => {
    expect(rankWord(indicator(9, 10, 1))).toBe('9e sur 10 (1 chiffre protégé)');
    expect(rankWord(indicator(1, 9, 2))).toBe('1er sur 9 (2 chiffres protégés)');
    expect(rankWord(indicator(7, 11, 0))).toBe('7e sur 11');
  });
});

it('a long drive is named, and not counted as an honour', () => {
  const drive = (rank: number) => rankWord({ ...indicator(rank, 11, 0), name: 'drive' });
  expect([1, 3, 6, 9, 11].map(drive)).toEqual([
    'le trajet le plus long',
    '3e trajet le plus long',
    '6e trajet le plus long',
    '3e trajet le plus court',
    'le trajet le plus court'
  ]);
});

describe('a school followed since the first year known', () => {
  const portrait = (since: string, requested: string | null) =>
    ({
      schools: [{ status: 'followed', school: { followed_since: since, requested_since: requested } }],
      evolution: [{ year: '2021-2022' }, { year: '2022-2023' }]
    }) as unknown as Portrait;
  it('may be followed from before, unless the month of its request is known', () => {
    expect(sinceFirstWords(portrait('2021-2022', null))).toBe('2021\u202f: 2021 ou avant.');
    expect(sinceFirstWords(portrait('2021-2022', '2021-10'))).toBe('');
    expect(sinceFirstWords(portrait('2022-2023', null))).toBe('');
  });
});
