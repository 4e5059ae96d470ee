// A road is told as a French sentence tells it: by its name and number, by what crosses it, or by the places at its ends.
import { describe, expect, it } from 'vitest';
import {
  closedName,
  legName,
  roadFacts,
  roadLabel,
  stretchName,
  theRoad
} from '../../../../src/lib/features/travel/roads/road-name.ts';
import { RoadSearch } from '../../../../src/lib/features/travel/roads/road-search.svelte.ts';
import type { NamedRoad, Stretch } from '../../../../src/lib/model/travel/roads.ts';
import type { RoadName } from '../../../../src/lib/model/travel/road-network.ts';

const places = {
  communes: [
    { name: 'Anzin', town_lon: 3.504, town_lat: 50.372 },
    { name: 'Le Quesnoy', town_lon: 3.638, town_lat: 50.247 }
  ],
  schools: [{ name: 'École Jules Ferry', lon: 3.51, lat: 50.37 }]
} as unknown as Parameters<typeof stretchName>[0];
const of = (name: string | null, ref: string | null): RoadName => ({ name, ref });
const stretch = (road: RoadName, ...between: (RoadName | null)[]): Stretch => ({
  ...road,
  at: [3.505, 50.371],
  ends: [
    [3.504, 50.372],
    [3.638, 50.247]
  ],
  between: between as unknown as Stretch['between'],
  metres: 400,
  toward: null,
  line: []
});
const famars = of('Rue de Famars', null);
const d630 = of(null, 'D 630');

describe('the name of a road', () => {
  it('holds its number, and takes its article in a French sentence', () => {
    expect([roadLabel(of('Rue X', 'D 1')), roadLabel(d630), roadLabel(of(null, null))]).toEqual([
      'Rue X (D 1)',
      'D 630',
      ''
    ]);
    expect(
      [famars, d630, of(null, 'A 2'), of('Avenue de Liège', 'D 1'), of('Ring', null)].map(theRoad)
    ).toEqual(['la rue de Famars', 'la D 630', 'l’A 2', 'l’avenue de Liège', 'Ring']);
  });

  it('of a stretch says where it is, and a nameless one is told by what crosses it or by the places at its ends', () => {
    const none = of(null, null);
    expect(stretchName(places, stretch(d630, famars, of(null, 'A 2')))).toBe(
      'D 630, entre la rue de Famars et l’A 2'
    );
    expect(stretchName(places, stretch(none, famars, d630))).toBe(
      'la voie entre la rue de Famars et la D 630'
    );
    expect(stretchName(places, stretch(none, null, d630))).toBe('la voie au croisement de la D 630');
    expect(stretchName(places, stretch(none, null, null))).toBe('Anzin – Le Quesnoy');
    expect(stretchName(places, stretch(d630, null, null))).toBe('D 630, Anzin – Le Quesnoy');
    const leg = { ...stretch(none), seconds: 60 };
    expect([legName(places, leg, true), legName(places, leg, false)]).toEqual([
      'Anzin – Le Quesnoy',
      'voie sans nom'
    ]);
    const away = { ...stretch(none, null, null), at: [4, 51] as const, ends: [[4, 51], [4, 51.01]] as const }; // prettier-ignore
    expect(stretchName(places, away)).toBe('loin des communes du territoire');
    expect(closedName(places, { road: null, stretches: [] })).toBe('');
  });

  it('of a whole road says its commune, unless a number carries it through many', () => {
    const road = { ...famars, key: 'Rue de Famars', at: [3.505, 50.371] as const, metres: 840, stretches: 5 };
    expect(roadFacts(places, road)).toMatch(/^à Anzin, 840\s?m, 5 tronçons$/);
    expect(roadFacts(places, { ...road, ...d630, key: 'D 630', stretches: 1 })).toMatch(
      /^840\s?m, 1 tronçon$/
    );
  });
});

describe('the search of a road', () => {
  const road = (key: string): NamedRoad => ({
    key,
    name: key,
    ref: null,
    at: [3.5, 50.3],
    metres: 1,
    stretches: 1
  });

  it('shows the answer to the latest text only, and nothing for a letter alone', async () => {
    const waiting: ((roads: NamedRoad[]) => void)[] = [];
    const search = new RoadSearch({
      named: () => new Promise((resolve) => waiting.push(resolve)),
      stretches: (one) => Promise.resolve({ road: one, stretches: [] })
    });
    const [first, second] = [search.search('ru'), search.search('rue')];
    waiting[1]!([road('Rue B')]);
    waiting[0]!([road('Rue A')]);
    await Promise.all([first, second]);
    expect(search.found).toEqual([road('Rue B')]);
    await search.search('r');
    expect(search.found).toBeNull();
    await search.pick(road('Rue B'));
    expect([search.text, search.picked?.road?.key]).toEqual(['', 'Rue B']);
  });

  it('that fails finds nothing', async () => {
    const search = new RoadSearch({
      named: () => Promise.reject(new Error('gone')),
      stretches: () => Promise.reject(new Error('gone'))
    });
    await search.search('rue');
    await search.pick(road('Rue A'));
    expect([search.found, search.picked]).toEqual([null, null]);
  });
});
