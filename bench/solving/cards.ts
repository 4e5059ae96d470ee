// Measures the three cards on territories drawn from a seed, free and in one piece: seconds, and each card against the best that a search apart
// finds under the same rules. Where there is no card, that search goes on ten times longer: none must be true.
import { mulberry32 } from '../../src/lib/algorithms/random.ts';
import {
  MOST_ROAD,
  searchCards,
  type CardAim,
  type CardPlaces,
  type CardsRequest
} from '../../src/lib/engines/cards/index.ts';
import { measured, type Bench, type Measurement, type Progress } from '../measurement.ts';
import { syntheticCards } from '../../tests/fixtures/synthetic/cards-request.ts';
import { searchApart } from './cards-apart.ts';

/** Seconds of processor of each search apart. */
const FULL = { territories: 20, seconds: 60 };
const QUICK = { territories: 2, seconds: 2 };
/** How many times longer it is where there is no card. */
const LONGER = 10;
/** In turn: some are nearly tight. */
const TOLERANCES = [0.1, 0.05, 0.15, 0.1, 0.03, 0.02];

type Placed = CardsRequest & { places: CardPlaces };

/** A territory of 20 to 70 schools and 3 to 8 posts, free and in one piece. @param at from 1 */
export function cardTerritory(at: number): { name: string; request: Placed }[] {
  const draw = mulberry32(at);
  const units = 20 + Math.floor(51 * draw());
  const referents = Math.min(3 + Math.floor(6 * draw()), Math.floor(units / 5));
  const tolerance = TOLERANCES[at % TOLERANCES.length]!;
  const request = syntheticCards(at, { units, referents, tolerance, contiguous: true });
  const name = `territoire ${at}, ${units} écoles, ${referents} postes, ± ${100 * tolerance} %`;
  return [false, true].map((contiguous) => ({
    name: `${name}, ${contiguous ? 'd’un seul tenant' : 'libre'}`,
    request: { ...request, problem: { ...request.problem, contiguous } }
  }));
}

/** What one territory gives: seconds, and what each card is above the best of the search apart, below 0 where it is better. */
interface Compared {
  first: number;
  all: number;
  /** %; points of a load for `even`. null without a card, or where the search apart finds no plan. */
  off: Readonly<Record<CardAim, number | null>>;
  isWronglyNone: boolean;
}

const share = (found: number, best: number) => (found === best ? 0 : 100 * (found / best - 1));

function compared(request: Placed, seconds: number, seed: number): Compared {
  const began = performance.now();
  const now = () => (performance.now() - began) / 1000;
  let first = NaN;
  const { cards } = searchCards(request, {
    onProgress: ({ cards: known }) => {
      if (known.length > 0 && Number.isNaN(first)) first = now();
    }
  });
  const all = now();
  const road = searchApart(request, {
    aim: 'road',
    mostRoad: Infinity,
    seconds: cards ? seconds : LONGER * seconds,
    seed
  });
  const off: Record<CardAim, number | null> = { road: null, even: null, fewest: null };
  if (cards === null || road === null)
    return { first, all, off, isWronglyNone: cards === null && road !== null };
  const [least, even, fewest] = cards.map(({ figures }) => figures);
  off.road = share(least!.roadMinutes, road.road);
  const mostRoad = MOST_ROAD * least!.roadMinutes;
  const apart = (aim: CardAim) =>
    searchApart(request, { aim, mostRoad, seconds, seed, from: road.road <= mostRoad ? road.assignment : cards[0]!.assignment }); // prettier-ignore
  const [evenApart, fewestApart] = [apart('even'), apart('fewest')];
  if (evenApart) off.even = 100 * (even!.maxDeviation - evenApart.deviation);
  if (fewestApart) off.fewest = share(fewest!.pupilsMoved, fewestApart.moved);
  return { first, all, off, isWronglyNone: false };
}

function told(name: string, { all, off, isWronglyNone }: Compared, progress: Progress): void {
  const signed = (value: number | null) => (value === null ? '–' : (value > 0 ? '+' : '') + value.toFixed(2));
  const gaps = `route ${signed(off.road)} %, équilibre ${signed(off.even)} point, élèves ${signed(off.fewest)} %`;
  const none = isWronglyNone ? 'aucune carte, À TORT' : 'aucune carte, ni ailleurs';
  progress(`${name} : ${all.toFixed(1)} s, ${off.road === null ? none : gaps}`);
}

export const run: Bench = ({ progress, quick }): Promise<Measurement[]> => {
  const { territories, seconds } = quick ? QUICK : FULL;
  const runs = Array.from({ length: territories }, (_, at) => at + 1).flatMap((at) =>
    cardTerritory(at).map(({ name, request }) => {
      const one = compared(request, seconds, at);
      told(name, one, progress);
      return one;
    })
  );
  const each = (name: string, unit: string, of: (one: Compared) => number | null, most: number) =>
    measured(`20 à 70 écoles, 3 à 8 postes : ${name}`, unit, runs.flatMap((one) => of(one) ?? []).filter(Number.isFinite), { at: 'p95', most }); // prettier-ignore
  const above = `au-dessus de la meilleure trouvée ailleurs en ${seconds} s`;
  return Promise.resolve([
    each('premières cartes', 's', ({ first }) => first, 3),
    each('toutes les cartes', 's', ({ all }) => all, 20),
    each(`moins de route, ${above}`, '%', ({ off }) => off.road, 0.5),
    each(`mieux équilibré, ${above}`, 'points', ({ off }) => off.even, 0.5),
    each(`moins de changements, ${above}`, '%', ({ off }) => off.fewest, 0.5),
    measured('aucune carte, à tort', 'cas', [runs.filter(({ isWronglyNone }) => isWronglyNone).length], { at: 'median', most: 0 }) // prettier-ignore
  ]);
};
