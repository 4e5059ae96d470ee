// What a reader gets of three cards: plans that keep the rules by the figures shown, each the best there is where every plan can be tried.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchCards, type CardFigures } from '../../../../src/lib/engines/cards/index.ts';
import { MOST_ROAD } from '../../../../src/lib/engines/cards/search-cards.ts';
import { shuffled } from '../../../fixtures/territory/tiny.ts';
import { everyKept, figuresShown, isKept, syntheticRequest, tinyRequest } from './card-problems.ts';

const RUNS = Number(process.env.SOAK ?? 30);
const least = (all: readonly CardFigures[], figure: (one: CardFigures) => number) =>
  Math.min(...all.map(figure));

describe('three cards of a tiny territory', () => {
  it('are the best of all plans by the figure shown, and none where no plan keeps the rules', () => {
    fc.assert(
      fc.property(tinyRequest, (request) => {
        const { cards } = searchCards(request);
        const kept = everyKept(request);
        if (kept.length === 0) {
          expect(cards).toBeNull();
          return;
        }
        const [road, even, fewest] = cards!;
        const leastRoad = least(kept, (one) => one.roadMinutes);
        const near = kept.filter(({ roadMinutes }) => roadMinutes <= MOST_ROAD * leastRoad + 1e-6);
        expect(road!.figures.roadMinutes).toBeCloseTo(leastRoad, 6);
        expect(even!.figures.maxDeviation).toBeCloseTo(
          least(near, (one) => one.maxDeviation),
          9
        );
        expect(fewest!.figures.pupilsMoved).toBe(least(near, (one) => one.pupilsMoved));
      }),
      { numRuns: RUNS, seed: 1 }
    );
  });

  it('keep every rule and both bands, with the figures that the pages compute', () => {
    fc.assert(
      fc.property(tinyRequest, (request) => {
        for (const { assignment, figures } of searchCards(request).cards ?? []) {
          expect(isKept(request, assignment)).toBe(true);
          const shown = figuresShown(request, assignment);
          expect(figures.maxDeviation).toBeCloseTo(shown.maxDeviation, 9);
          expect(figures.roadMinutes).toBeCloseTo(shown.roadMinutes, 6);
          expect([figures.pupilsMoved, figures.schoolsMoved]).toEqual([
            shown.pupilsMoved,
            shown.schoolsMoved
          ]);
        }
      }),
      { numRuns: RUNS, seed: 2 }
    );
  });

  it('are the same twice, and in whatever order rows come', () => {
    fc.assert(
      fc.property(tinyRequest, fc.nat(50), (request, seed) => {
        const first = searchCards(request);
        expect(searchCards(request)).toEqual(first);
        expect(searchCards({ ...request, problem: shuffled(request.problem, seed) })).toEqual(first);
      }),
      { numRuns: RUNS / 4, seed: 3 }
    );
  });
});

describe('a first choice', () => {
  it('is one card at most: that which wins two aims, else the one that changes least', () => {
    fc.assert(
      fc.property(tinyRequest, (request) => {
        const { cards } = searchCards(request, { work: 0.2 });
        if (cards === null) return;
        const chosen = cards.filter(({ firstChoice }) => firstChoice);
        expect(chosen).toHaveLength(1);
        const many = cards.find(({ wins }) => wins.length > 1);
        expect(chosen[0]!.aim).toBe((many ?? cards[2]!).aim);
        for (const { aim, wins } of cards) expect(wins).toContain(aim);
      }),
      { numRuns: RUNS / 2, seed: 4 }
    );
  });
});

describe('a search', () => {
  const request = syntheticRequest(1, { units: 24, referents: 3, tolerance: 0.3, contiguous: true });

  it('tells the first card early, and what it has found when it is stopped', () => {
    const shares: number[] = [];
    let told = 0;
    const { cards, stopped } = searchCards(request, {
      work: 0.2,
      onProgress: ({ share, cards: known }) => {
        shares.push(share);
        told = known.length;
      },
      stop: () => shares.length >= 3
    });
    expect(stopped).toBe(true);
    expect(shares.at(-1)).toBeLessThan(0.3);
    expect(told).toBe(3);
    expect(cards).not.toBeNull();
  });

  it('says how near it came where it finds no plan', () => {
    const { cards, reason } = searchCards(
      { ...request, problem: { ...request.problem, tolerance: 0.00001 } },
      { work: 0.1 }
    );
    expect(cards).toBeNull();
    expect(reason).toMatchObject({ code: 'not-found' });
    expect((reason as { nearest: number }).nearest).toBeLessThan(1);
  });
});
