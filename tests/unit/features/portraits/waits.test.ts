// The sheet of a commune says since when its schools wait, the oldest request first, to the day of the reader.
import { describe, expect, it } from 'vitest';
import type { Portrait } from '../../../../src/lib/cube/portrait.ts';
import type { WaitingSchool } from '../../../../src/lib/cube/waiting.ts';
import {
  openingAnswer,
  type OpeningLine,
  openingStops,
  postCost
} from '../../../../src/lib/engines/demand/index.ts';
import { placeAsks, queueWords, waitsSentence } from '../../../../src/lib/features/portraits/waits.ts';

const row = (uai: string, requested_since: string | null, months: number | null) =>
  ({ school: { uai, name: `École ${uai}`, requested_since }, months }) as unknown as WaitingSchool;
const portrait = (...waiting: string[]) =>
  ({
    schools: [
      ...waiting.map((uai) => ({ school: { uai }, status: 'waiting' })),
      { school: { uai: 'Z' }, status: 'followed' }
    ]
  }) as unknown as Portrait;
const today = '2026-11-29';
const plain = (text: string | null) =>
  text?.replace(/<\/?[a-z]+>/g, '').replace(/[\u00a0\u202f]/g, ' ') ?? null;

it('each with its month and its length, the oldest first; a date that is not known is said', () => {
  const queue = [
    row('A', '2026-05', 6),
    row('B', null, null),
    row('C', '2025-01', 22),
    row('D', '2024-01', 34)
  ];
  expect(plain(waitsSentence(portrait('A', 'B', 'C'), { queue, today }))).toBe(
    'En attente, durées comptées au 29 novembre 2026 : École C depuis janvier 2025, il y a 1 an et 10 mois ; École A depuis mai 2026, il y a 6 mois ; École B, depuis une date inconnue.'
  );
});

it('nothing where no school waits; beyond six, the others are counted', () => {
  expect(waitsSentence(portrait(), { queue: [], today })).toBeNull();
  const many = Array.from({ length: 8 }, (_, at) => row(String(at), '2026-01', 10));
  expect(
    plain(waitsSentence(portrait(...many.map(({ school }) => school.uai)), { queue: many, today }))
  ).toMatch(/ ; 2 autres écoles\.$/);
});

it('the school that opens without a new post is named with its rank, and why the oldest request is not the first', () => {
  const queue = [row('A', '2026-02', 10), row('B', '2025-10', 14), row('C', '2025-01', 22)];
  const lines = queue.map(({ school: { uai } }, at) => ({
    id: uai,
    rank: at + 1,
    follower: { kind: at === 2 ? 'today' : 'new' }
  })) as unknown as OpeningLine[];
  const words = (...here: string[]) => plain(queueWords(lines, queue, new Set(here)));
  expect(words('B', 'C')).toBe(
    'Sans nouveau poste : École C, 3e de la file. École C, la demande la plus ancienne ici, est 3e sur 3 : la priorité pèse aussi les élèves, l’éducation prioritaire, l’IPS, le quartier et la route.'
  );
  expect(words('A')).toBe('');
});

describe('what following the schools of a commune asks', () => {
  const cost = postCost(null, null);
  /** Two posts, A under its share by what B has beyond; schools that wait, in their order. */
  function asks(works: readonly number[], uneven: number, here: readonly number[]) {
    const stops = openingStops({
      queue: works.map((work, at) => ({ id: `S${at}`, work, minutes: { A: 12, B: 20 }, isReachable: true })),
      posts: [
        { id: 'A', fte: 1, load: 1000 - uneven },
        { id: 'B', fte: 1, load: 1000 + uneven }
      ],
      followed: 20,
      today: '2026-11-29',
      since: '2025-2026',
      cost: cost.euros
    });
    const ids = new Set(here.map((at) => `S${at}`));
    const { posts } = openingAnswer(stops, ids)!;
    return plain(
      placeAsks(
        stops.find(({ asked }) => asked === posts)!,
        { ids, where: 'à Marly' },
        cost
      )
    );
  }

  it('never gives the posts of the territory as those of the commune', () => {
    expect(asks([300, 300, 300], 0, [2])).toBe(
      'L’école sera suivie d’ici 2028-2029 si le service obtient 1 poste, 52 000 € par an (hypothèse) ; ce renfort sert aussi à deux autres écoles du territoire.'
    );
    expect(asks([300, 300, 300], 0, [0, 1, 2])).not.toMatch(/autre/);
  });

  it('asks for none where a post of today has room', () => {
    expect(asks([300, 900], 600, [0])).toBe(
      'Pour suivre l’école qui attend à Marly : aucun nouveau poste. Elle sera suivie à la rentrée 2027, par un référent qui a de la place.'
    );
  });
});
