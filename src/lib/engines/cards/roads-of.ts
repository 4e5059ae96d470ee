// What computes the roads of a problem: for a search, as pages show them, and as the solver estimates them.
import type { CardPlaces } from './cards.ts';
import { ForetoldRoads } from './roads/foretold-roads.ts';
import { EstimatedRoads, type PostRoads } from './roads/post-roads.ts';
import { quickLengths, SampledRoads, shortestLengths, type TourPlaces } from './roads/sampled-roads.ts';
import type { Rules } from './search/rules.ts';

export interface RoadsOfRules {
  quick: PostRoads;
  exact: PostRoads;
  estimate: PostRoads;
  /** What the quick ones say, without driving; null where they are the estimate. */
  foretold: ForetoldRoads | null;
}

/** Without times between schools, all are the estimate. */
export function roadsOf(rules: Rules, places: CardPlaces | null): RoadsOfRules {
  const estimate = new EstimatedRoads(rules.travel, rules.posts);
  if (!places) return { quick: estimate, exact: estimate, estimate, foretold: null };
  const { problem, members } = rules;
  const index = new Map(places.schools.map(({ uai }, at) => [uai, at]));
  const schoolsOf = (i: number) =>
    (problem.file.units[i]!.schools ?? [problem.units[i]!]).flatMap((uai) => index.get(uai) ?? []);
  const tours: TourPlaces = {
    ...places,
    baseRows: problem.referents.map((id) => places.bases[id] ?? null),
    blocks: members.map((units) => units.flatMap(schoolsOf).sort((a, b) => a - b))
  };
  const foretold = new ForetoldRoads(tours, new SampledRoads(tours, quickLengths(places)), estimate);
  return {
    quick: foretold.learning,
    exact: new SampledRoads(tours, shortestLengths(places)),
    estimate,
    foretold
  };
}
