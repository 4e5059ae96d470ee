// Every link of a page stays readable: a corpus of links, with good and wrong values in any order, reads the states and writes the links that are recorded.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageAddress } from '../../../../src/lib/features/coverage/coverage-address.ts';
import { demandAddress } from '../../../../src/lib/features/demand/demand-address.ts';
import { routeAddress } from '../../../../src/lib/features/demand/route/route-address.ts';
import { meetingsAddress } from '../../../../src/lib/features/meetings/meetings-address.ts';
import { programmeAddress } from '../../../../src/lib/features/programme/programme-address.ts';
import { rulesAddress, sectorsAddress } from '../../../../src/lib/session/decision/sectors-address.ts';
import { travelAddress } from '../../../../src/lib/features/travel/travel-address.ts';
import { FORMER_ADDRESSES, queryNow } from '../../../../src/lib/pages/register.ts';
import type { AddressCodec } from '../../../../src/lib/session/kit/address-codec.ts';
import type { KnownPlaces } from '../../../../src/lib/session/kit/address-kinds.ts';

/** Page, link, parts of the state that are not as usual (JSON), link written: separated by tabs. */
const CORPUS = readFileSync(new URL('../../../fixtures/addresses.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [page: string, link: string, state: string, written: string]);

const KINDS: Readonly<Record<string, 'commune' | 'qpv' | 'school'>> = {
  ...{ '10001': 'commune', '10002': 'commune', QN00001M: 'qpv' },
  ...{ '0000001A': 'school', '0000002B': 'school' }
};
const places: KnownPlaces = {
  years: ['2023-2024', '2024-2025', '2025-2026'],
  themes: ['theme-du-territoire'],
  kindOf: (code) => KINDS[code] ?? null
};
const posts = ['Référent 1', 'Référent 2', 'Référent 3'];
const towns = ['59014', '59112', '59606'];
const travel = { towns, posts, isPlace: (code: string) => [...towns, '0590006L'].includes(code) };

type State = Record<string, unknown>;
const page = <S extends object, D>(codec: AddressCodec<S, D>, data: D) => ({
  read: (link: string) => codec.read(new URLSearchParams(link), data) as State,
  write: (state: State) => codec.write(state as S, data).toString(),
  again: (state: State, link: string) => codec.update(state as S, new URLSearchParams(link), data) === state,
  usual: () => codec.usual(data) as State
});
const changesNow = (params: URLSearchParams) => queryNow(params, FORMER_ADDRESSES['/evolution']!);
const PAGES: Record<string, ReturnType<typeof page>> = {
  coverage: page(coverageAddress, places),
  // Évolution was a page of its own: its links open the second view of Couverture on the same years, measure and place.
  'former-changes': page(
    {
      ...coverageAddress,
      read: (params, data) => coverageAddress.read(changesNow(params), data),
      update: (shown, params, data) => coverageAddress.update(shown, changesNow(params), data)
    },
    places
  ),
  programme: page(programmeAddress, { communes: ['10001', '10002'], sheets: ['F1', 'F2'] }),
  meetings: page(meetingsAddress, { years: ['2025-2026', '2026-2027'], teams: ['T1', 'T2'] }),
  demand: page(demandAddress, undefined),
  route: page(routeAddress, undefined),
  sectors: page(sectorsAddress, undefined),
  rules: page(rulesAddress, {
    schools: ['0590001A', '0590002B', '0590003C'].map((uai) => ({
      uai,
      pupils: 0,
      meetings: 0,
      waiting: false
    })),
    posts: posts.map((id) => ({ id, fte: 1, base: '59014', coordinator: null }))
  }),
  travel: page(travelAddress, travel),
  'travel-bare': page(travelAddress, { ...travel, modes: ['car', 'foot'], hasRoads: false })
};

describe('a link of a page', () => {
  it('has a corpus for every page', () => {
    expect([...new Set(CORPUS.map(([name]) => name))].sort()).toEqual(Object.keys(PAGES).sort());
  });

  it.each(Object.entries(PAGES))(
    'of %s reads and writes as it is recorded',
    (name, { read, write, again, usual }) => {
      for (const [, link, state, written] of CORPUS.filter(([of]) => of === name)) {
        const found = read(link);
        expect(found, link).toEqual({ ...usual(), ...(JSON.parse(state) as State) });
        expect(write(found), link).toBe(written);
        expect(read(written), link).toEqual(found);
        expect(again(found, link), link).toBe(true);
      }
    }
  );

  it.each(Object.entries(PAGES))(
    'of %s says the same once it is written again, in one order',
    (name, { read, write }) => {
      const known = CORPUS.filter(([of]) => of === name).flatMap(([, link]) => [
        ...new URLSearchParams(link)
      ]);
      const given = fc.uniqueArray(
        fc
          .tuple(fc.constantFrom(...known), fc.string(), fc.nat(9))
          .map(([[key, value], other, one]) =>
            one === 0 ? ([key, other] as const) : ([key, value] as const)
          ),
        { selector: ([key]) => key }
      );
      fc.assert(
        fc.property(given, (pairs) => {
          const link = (order: typeof pairs) =>
            new URLSearchParams(order.map((pair) => [...pair])).toString();
          const state = read(link(pairs));
          const written = write(state);
          expect(read(written)).toEqual(state);
          expect(write(read(link([...pairs].reverse())))).toBe(written);
          expect(read(`${written}&inconnu=1`)).toEqual(state);
        })
      );
    }
  );
});
