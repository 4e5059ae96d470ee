// Small routes drawn from a seed, as documents.
import { random } from '../../../../src/lib/algorithms/random.ts';

export interface SmallShape {
  units: number;
  referents: number;
  waiting: number;
  posts: readonly number[];
  tolerance?: number;
  stability?: number;
  growth?: number;
}

/** A ROUTE PROBLEM.json whose units have nearly the same weight, so that splits within a wide band exist. */
export function smallRoute(seed: number, shape: SmallShape) {
  const next = random(seed);
  const at = () => ({ lat: 50.3 + 0.2 * next(), lon: 3.4 + 0.2 * next() });
  const whole = (least: number, most: number) => least + Math.floor((most - least + 1) * next());
  const units = Array.from({ length: shape.units }, (_, i) => ({
    id: `U${i}`,
    workload: whole(80, 120),
    pupils: whole(20, 200),
    visits: whole(5, 20) / 10,
    current: i < shape.units - shape.waiting ? `R${i % shape.referents}` : null,
    ...(i >= shape.units - shape.waiting && { requested: `202${whole(4, 6)}-0${whole(1, 9)}` }),
    ...at()
  }));
  const referents = Array.from({ length: shape.referents }, (_, j) => ({ id: `R${j}`, fte: 1, base: at() }));
  const row = () => units.map(() => whole(3, 40));
  return {
    units,
    referents,
    minutes: referents.map(row),
    tolerance: shape.tolerance ?? 0.6,
    stability: shape.stability ?? 0,
    waiting: units.slice(shape.units - shape.waiting).map(({ id }) => id),
    years: shape.posts.map((posts, t) => ({ label: `${2026 + t}-${2027 + t}`, posts })),
    candidates: ['A', 'B', 'C'].map((id) => ({ id, minutes: row() })),
    growth: shape.growth ?? 0
  };
}
