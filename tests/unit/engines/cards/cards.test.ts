// What a reader gets of three cards: plans that keep the rules by the figures shown, each the best there is where every plan can be tried.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CARD_AIMS,
  firstChoice,
  searchCards,
  type CardFigures,
  type CardPlaces,
  type CardsRequest
} from '../../../../src/lib/engines/cards/index.ts';
import { MOST_ROAD } from '../../../../src/lib/engines/cards/search-cards.ts';
import { checkPlan } from '../../../../src/lib/engines/proof/check.ts';
import { syntheticCards } from '../../../fixtures/synthetic/cards-request.ts';
import { shuffled } from '../../../fixtures/territory/tiny.ts';
import { everyKept, figuresShown, isKept, ringRequest, tinyRequest } from './card-problems.ts';
import { draws } from '../../../draws.ts';

/** Each draw searches for three cards and tries every plan. */
const RUNS = draws(1 / 2);
const least = (all: readonly CardFigures[], figure: (one: CardFigures) => number) =>
  Math.min(...all.map(figure));

/** That the cards of a problem are the best of all its plans, each by its figure, or that there are none where no plan keeps the rules. */
function expectBest(request: CardsRequest & { places: CardPlaces }, work = 1) {
  const { cards, tried } = searchCards(request, { work });
  const kept = everyKept(request);
  if (kept.length === 0) {
    expect(cards).toBeNull();
    return tried;
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
  return tried;
}

describe('three cards of a small territory', () => {
  it('are the best of all plans by the figure shown where not all are tried, in one piece or not, and none where no plan keeps the rules, in a third of the usual work', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const request = ringRequest(seed, [0.4, 0.2, 0.1][seed % 3]!);
      for (const contiguous of [false, true]) {
        const problem = { ...request.problem, contiguous };
        expect(expectBest({ ...request, problem }, 1 / 3), `territory ${seed}`).toBe('some');
      }
    }
  });
});

describe('three cards of 34 schools', () => {
  it('free to cut sectors, change no more pupils and are no less even than those in one piece, whose rules are stricter, in a third of the usual work', () => {
    const shape = { units: 34, referents: 3, tolerance: 0.1, contiguous: true };
    const request = syntheticCards(12, shape);
    const third = { work: 1 / 3 };
    const open = { ...request, problem: { ...request.problem, contiguous: false } };
    const [free, joined] = [searchCards(open, third).cards!, searchCards(request, third).cards!];
    expect(free[0]!.figures.roadMinutes).toBeCloseTo(joined[0]!.figures.roadMinutes, 6);
    expect(free[1]!.figures.maxDeviation).toBeLessThanOrEqual(joined[1]!.figures.maxDeviation + 0.005);
    expect(free[2]!.figures.pupilsMoved).toBeLessThanOrEqual(joined[2]!.figures.pupilsMoved);
  });
});

describe('three cards of 30 schools and 6 posts', () => {
  it('ask no more pupils to change than the best plan known, in a tenth of the usual work', () => {
    const shape = { units: 30, referents: 6, tolerance: 0.1, contiguous: true };
    const request = syntheticCards(9, shape);
    const { cards } = searchCards(
      { ...request, problem: { ...request.problem, contiguous: false } },
      { work: 0.1 }
    );
    expect(cards![2]!.figures.pupilsMoved).toBeLessThanOrEqual(1451);
  });
});

describe('three cards of a tiny territory', () => {
  it('are the best of all plans by the figure shown, and none where no plan keeps the rules', () => {
    fc.assert(
      fc.property(tinyRequest, (request) => {
        expectBest(request);
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
      { numRuns: draws(1 / 4), seed: 3 }
    );
  });
});

describe('the first choice', () => {
  const figure = fc.record({
    aim: fc.constantFrom(...CARD_AIMS),
    road: fc.double({ min: 0, max: 30, noNaN: true }),
    pupils: fc.nat(9)
  });

  it('is, without more road than today, the card of the fewest pupils who change; where all ask for more, that of the least road', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 3 }), fc.option(fc.nat(30)), (cards, today) => {
        const chosen = firstChoice(cards, today)!;
        const within = cards.filter(({ road }) => today !== null && Math.round(road) <= today);
        if (within.length > 0) {
          expect(within).toContain(chosen);
          expect(chosen.pupils).toBe(Math.min(...within.map(({ pupils }) => pupils)));
        } else expect(Math.round(chosen.road)).toBe(Math.min(...cards.map(({ road }) => Math.round(road))));
      }),
      { numRuns: RUNS, seed: 4 }
    );
  });

  it('is, with as much road as today to the minute, the card of fewer pupils', () => {
    const [same, less] = [
      { aim: 'fewest' as const, road: 600.4, pupils: 100 },
      { aim: 'road' as const, road: 590, pupils: 101 }
    ];
    for (const today of [600, 599.5]) expect(firstChoice([less, same], today)).toBe(same);
    expect(firstChoice([less, same], 599.4)).toBe(less);
  });

  it('is none without a card', () => {
    expect(firstChoice([], 10)).toBeNull();
  });
});

describe('a search', () => {
  const shape = { units: 24, referents: 3, tolerance: 0.3, contiguous: true };
  const request = syntheticCards(1, shape);

  it('tells the first card early, and what it has found when it is stopped', () => {
    const shares: number[] = [];
    let told = 0;
    const { cards, stopped, tried } = searchCards(request, {
      work: 0.2,
      onProgress: ({ share, cards: known }) => {
        shares.push(share);
        told = known.length;
      },
      stop: () => shares.length >= 3
    });
    expect([stopped, tried]).toEqual([true, 'some']);
    expect(shares.at(-1)).toBeLessThan(0.3);
    expect(told).toBe(3);
    expect(cards).not.toBeNull();
  });

  it('keeps every rule and both bands, is the same twice and in whatever order rows come, and is no worse than today', () => {
    const first = searchCards(request, { work: 0.1 });
    expect(searchCards({ ...request, problem: shuffled(request.problem, 3) }, { work: 0.1 })).toEqual(first);
    for (const { assignment } of first.cards!) expect(isKept(request, assignment)).toBe(true);
    const now = { ...request.problem, units: request.problem.units.map((unit) => ({ ...unit, current: first.cards![2]!.assignment[unit.id]! })) }; // prettier-ignore
    const [road, , fewest] = searchCards({ ...request, problem: now }, { work: 0.02 }).cards!;
    expect(road!.figures.roadMinutes).toBeLessThanOrEqual(first.cards![2]!.figures.roadMinutes + 1e-9);
    expect(fewest!.figures.pupilsMoved).toBe(0);
  });

  it('says how near it came where it finds no plan, and finds the least excess where bands are soft', () => {
    const narrow = { ...request.problem, tolerance: 0.00001 };
    const { cards, reason } = searchCards({ ...request, problem: narrow }, { work: 0.1 });
    expect(cards).toBeNull();
    expect(reason).toMatchObject({ why: 'not-found' });
    expect((reason as { nearest: number }).nearest).toBeLessThan(1);
    const soft = searchCards({ ...request, problem: { ...narrow, soft: true } }, { work: 0.1 });
    expect(soft.cards).toHaveLength(3);
    for (const card of soft.cards!) expect(card.figures.maxDeviation).toBeLessThan(0.5);
  });

  it('balances coordinators as well, and moves posts between them where they are free to', () => {
    const teamed = syntheticCards(2, { units: 24, referents: 4, tolerance: 0.4, coordinators: 2 });
    const current = Object.fromEntries(
      teamed.problem.referents.map(({ id, coordinator }) => [id, coordinator!])
    );
    for (const kept of [true, false]) {
      const teams = {
        coordinators: ['C001', 'C002'],
        current,
        kept,
        tolerance: 0.15,
        shares: null,
        held: null
      };
      const problem = { ...teamed.problem, coordinatorTolerance: 0.15 };
      const { cards } = searchCards({ ...teamed, problem, teams }, { work: 0.2 });
      expect(cards).not.toBeNull();
      for (const { assignment, coordinators } of cards!) {
        if (kept) expect(coordinators).toEqual(current);
        expect(checkPlan(problem, assignment, { balance: 'hours', teams, coordinators }).breaches).toEqual(
          []
        );
      }
    }
  });

  it('takes units of several schools, each called at where it is, and the estimate where no time between schools is known', () => {
    const [one, two, ...others] = request.problem.units;
    const joined = {
      ...one!,
      pupils: one!.pupils + two!.pupils,
      workload: one!.workload + two!.workload,
      schools: [one!.id, two!.id]
    };
    const without = (pairs: readonly (readonly [string, string])[]) =>
      pairs.filter((pair) => !pair.includes(two!.id)).map(([a, b]) => [a, b] as const);
    const problem = {
      ...request.problem,
      units: [joined, ...others],
      minutes: request.problem.minutes.map(([first, , ...rest]) => [first!, ...rest]),
      neighbours: without(request.problem.neighbours),
      contiguous: false
    };
    const found = searchCards({ ...request, problem }, { work: 0.1 });
    for (const { assignment, figures } of found.cards!) {
      expect(figures.roadMinutes).toBeCloseTo(
        figuresShown({ ...request, problem }, assignment).roadMinutes,
        6
      );
    }
    const byEstimate = searchCards({ ...request, places: null }, { work: 0.1 });
    expect(byEstimate.road).toBe('estimate');
    expect(byEstimate.cards).not.toBeNull();
  });
});
