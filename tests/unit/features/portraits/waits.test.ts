// The sheet of a commune says since when its schools wait, the oldest request first, to the day of the reader.
import { expect, it } from 'vitest';
import type { Portrait } from '../../../../src/lib/cube/portrait.ts';
import type { WaitingSchool } from '../../../../src/lib/cube/waiting.ts';
import { waitsSentence } from '../../../../src/lib/features/portraits/waits.ts';

const row = (uai: string, requested_since: string | null, months: number | null) =>
  ({ school: { uai, name: `École ${uai}`, requested_since }, months }) as unknown as WaitingSchool;
const portrait = (...waiting: string[]) =>
  ({
    schools: [
      ...waiting.map((uai) => ({ school: { uai }, status: 'waiting' })),
      { school: { uai: 'Z' }, status: 'followed' }
    ]
  }) as unknown as Portrait;
const plain = (text: string | null) => text?.replace(/<\/?b>/g, '').replace(/[\u00a0\u202f]/g, ' ') ?? null;

it('each with its month and its length, the oldest first; a date that is not known is said', () => {
  const queue = [
    row('A', '2026-05', 6),
    row('B', null, null),
    row('C', '2025-01', 22),
    row('D', '2024-01', 34)
  ];
  expect(plain(waitsSentence(portrait('A', 'B', 'C'), queue))).toBe(
    'En attente : École C depuis janvier 2025, il y a 1 an et 10 mois ; École A depuis mai 2026, il y a 6 mois ; École B, depuis une date inconnue.'
  );
});

it('nothing where no school waits; beyond six, the others are counted', () => {
  expect(waitsSentence(portrait(), [])).toBeNull();
  const many = Array.from({ length: 8 }, (_, at) => row(String(at), '2026-01', 10));
  expect(plain(waitsSentence(portrait(...many.map(({ school }) => school.uai)), many))).toMatch(
    / ; 2 autres écoles\.$/
  );
});
