// Measures the three cards: times to the first and to all, and the least road against the best that a long search finds.
import { searchCards, type CardFigures } from '../../src/lib/engines/cards/index.ts';
import { measured, type Bench, type Measurement } from '../measurement.ts';
import { syntheticCards } from '../../tests/fixtures/synthetic/cards-request.ts';

const TERRITORIES = 20;
const QUICK = 2;
/** The long search goes on in wholes of the usual work, each from other seeds, for so many seconds. */
const LONG_SECONDS = 60;

const seconds = (began: number) => (performance.now() - began) / 1000;

export const run: Bench = ({ progress, quick }): Promise<Measurement[]> => {
  const runs = Array.from({ length: quick ? QUICK : TERRITORIES }, (_, at) => {
    const request = syntheticCards(at + 1, { units: 67, referents: 6, tolerance: 0.1, contiguous: true });
    let began = performance.now();
    let first = NaN;
    const { cards } = searchCards(request, {
      onProgress: ({ cards: known }) => {
        if (known.length > 0 && Number.isNaN(first)) first = seconds(began);
      }
    });
    const all = seconds(began);
    const roadOf = (found: readonly { figures: CardFigures }[] | null) =>
      found?.[0]?.figures.roadMinutes ?? Infinity;
    let best = roadOf(cards);
    began = performance.now();
    for (let firstSeed = 101; seconds(began) < (quick ? 1 : LONG_SECONDS); firstSeed += 100)
      best = Math.min(best, roadOf(searchCards(request, { firstSeed }).cards));
    const off = 100 * (roadOf(cards) / best - 1);
    progress(
      `territoire ${at + 1} : premières cartes ${first.toFixed(1)} s, toutes ${all.toFixed(1)} s, route à ${off.toFixed(2)} % de la meilleure`
    );
    return { first, all, off };
  });
  const found = runs.filter(({ off }) => Number.isFinite(off));
  const each = (name: string, unit: string, key: 'first' | 'all' | 'off', most: number) =>
    measured(`67 écoles, 6 postes, ± 10 %, d’un seul tenant : ${name}`, unit, found.map((one) => one[key]), { at: 'p95', most }); // prettier-ignore
  return Promise.resolve([
    each('premières cartes', 's', 'first', 3),
    each('toutes les cartes', 's', 'all', 8),
    each('moins de route, au-dessus de la meilleure trouvée en 60 s', '%', 'off', 0.5)
  ]);
};
