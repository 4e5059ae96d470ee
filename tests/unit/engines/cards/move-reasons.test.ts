// The reason of a move is what would be if that unit alone stayed: both loads and the road, as pages compute them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveReasons, searchCards } from '../../../../src/lib/engines/cards/index.ts';
import { pageRoads, tinyRequest } from './card-problems.ts';

it('tells both ends without the move, the road it saves, and one of the reasons in order of weight', () => {
  let count = 0;
  let [swapped, circled, grouped] = [0, 0, 0];
  fc.assert(
    fc.property(tinyRequest, (request) => {
      const { problem, balance } = request;
      const [card] = searchCards(request).cards ?? [];
      if (!card) return;
      const reasons = moveReasons(request, card.assignment);
      const moved = problem.units.filter(({ id, current }) => current && current !== card.assignment[id]);
      expect(reasons.map(({ unit }) => unit)).toEqual(moved.map(({ id }) => id).sort());
      for (const { unit, together, group, from, to, third, roadSaved, reason } of reasons) {
        const without: Record<string, string> = { ...card.assignment };
        // What two posts exchange stays on both sides: one of them alone would be explained by the other. So do those that go one way, where one
        // alone would leave a sector in pieces.
        const along = reasons.filter(
          (one) => one.from.referent === from.referent && one.to.referent === to.referent
        );
        const back = reasons.filter(
          (one) => one.from.referent === to.referent && one.to.referent === from.referent
        );
        const units = (some: typeof reasons) => some.map((one) => one.unit).sort();
        if (back.length > 0) expect([...group].sort()).toEqual(units([...along, ...back]));
        else if (third) {
          // Round three posts, none of which gives back to the one that gave to it: each is told with the same group.
          const round = reasons.filter((one) => group.includes(one.unit));
          for (const one of round) expect([...one.group].sort()).toEqual([...group].sort());
          expect(new Set(round.map((one) => one.from.referent))).toEqual(
            new Set([from.referent, to.referent, third.referent])
          );
        } else if (group.length > 0) expect([...group].sort()).toEqual(units(along));
        if (back.length > 0) swapped++;
        else if (third) circled++;
        else if (group.length > 1) grouped++;
        const told = reasons.filter((one) => group.includes(one.unit));
        for (const one of group.length > 0 ? told : [{ unit, together, from }])
          for (const id of [one.unit, ...one.together]) without[id] = one.from.referent;
        const roads = pageRoads(request, without);
        const loads = problem.referents.map(
          ({ id }) =>
            problem.units.reduce((sum, one) => sum + (without[one.id] === id ? one.workload : 0), 0) +
            (balance === 'hours' ? roads[id]! : 0)
        );
        const [whole, posts] = [
          loads.reduce((a, b) => a + b, 0),
          problem.referents.reduce((sum, { fte }) => sum + fte, 0)
        ];
        for (const { referent, deviation, isOut } of [from, to, ...(third ? [third] : [])]) {
          const at = problem.referents.findIndex(({ id }) => id === referent);
          const expected = loads[at]! / ((whole * problem.referents[at]!.fte) / posts) - 1;
          expect(deviation).toBeCloseTo(expected, 9);
          if (isOut) expect(reason).toBe('band');
        }
        const road = Object.values(roads).reduce((a, b) => a + b, 0);
        expect(roadSaved).toBeCloseTo(road - card.figures.roadMinutes, 6);
        if (reason === 'road') expect(roadSaved).toBeGreaterThan(0);
        count++;
      }
    }),
    { numRuns: 40, seed: 15 }
  );
  expect(count).toBeGreaterThan(20);
  expect(swapped).toBeGreaterThan(0);
  expect(circled).toBeGreaterThan(0);
  expect(grouped).toBeGreaterThan(0);
});
