// « À savoir » of Couverture: the verdicts of Aujourd'hui that anyone may read, and nothing of posts.
import { expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { publicProgramme } from '../../../src/lib/cube/public-programme.ts';
import { verdictsOf } from '../../../src/lib/engines/verdicts/index.ts';
import { publicFigures } from '../../../src/lib/figures/verdict-figures.ts';
import { verdictWords } from '../../../src/lib/figures/verdict-words.ts';
import { placeName } from '../../../src/lib/i18n/place-names.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const cube = new CoverageCube(smallDashboard);
const served = smallDashboard.communes.filter(({ intervention }) => intervention).map(({ code }) => code);
const [first = ''] = served;
const programme = publicProgramme({
  version: 1,
  year: smallDashboard.years.at(-1)!,
  teams: [],
  actions: [],
  partners: [],
  correspondents: served.map((commune) => ({ commune, filled: commune !== first })),
  synthetic: true,
  fingerprint: ''
});
const names = {
  place: (code: string) => placeName(smallDashboard, code),
  team: (id: string) => id,
  partner: (id: string) => id,
  withRoad: false
};

it('no load, no date, no row in doubt, no post and no euro is in the figures that anyone may read', () => {
  const figures = publicFigures(cube, programme, null);
  expect(Object.keys(figures).sort()).toEqual(['correspondents', 'waiting']);
  expect(figures.waiting?.ask).toBeNull();
  const { first: told } = verdictsOf(figures);
  expect(told.map(({ kind }) => kind)).toContain('correspondents');
  for (const verdict of told) {
    const { title, why } = verdictWords(verdict, names);
    expect(`${title} ${why}`).not.toMatch(/€|poste|référent/i);
  }
});

it('they are those of Aujourd’hui: the sentences are the same, less what following the schools asks', () => {
  const ask = () => ({
    opened: 1,
    byToday: 0,
    posts: 1,
    euros: 52_000,
    supposed: 52_000,
    from: null,
    year: null
  });
  const [open, internal] = [publicFigures(cube, programme, null), publicFigures(cube, programme, null, ask)];
  expect({ ...internal, waiting: { ...internal.waiting, ask: null } }).toEqual(open);
});

it('a commune has its own: a correspondent named elsewhere is not missing there', () => {
  const own = publicFigures(cube, programme, { kind: 'commune', code: served.at(-1)! });
  expect(own.correspondents?.every(({ filled }) => filled)).toBe(served.length > 1);
});
