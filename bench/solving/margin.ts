// Measures the price of a margin: five proven plans and their bad years, for 67 schools and 6 referents.
import { marginCurve } from '../../src/lib/engines/situations/index.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { measured, type Bench, type Measurement } from '../measurement.ts';
import { syntheticProblem } from '../../tests/fixtures/synthetic/assignment-problem.ts';

const SEEDS = [1, 2, 3, 4, 5];
const SCHOOLS_A_COMMUNE = 6;

export const run: Bench = async ({ progress }): Promise<Measurement[]> => {
  const solver = await bootHighs();
  const runs = SEEDS.map((seed) => {
    const file = syntheticProblem(seed, { units: 67, referents: 6, tolerance: 0.1 });
    const model = {
      children: Object.fromEntries(file.units.map(({ id, pupils }) => [id, 0.03 * pupils])),
      communes: Object.fromEntries(
        file.units.map(({ id }, at) => [id, String(Math.floor(at / SCHOOLS_A_COMMUNE))])
      )
    };
    const began = performance.now();
    const points = [...marginCurve(solver, file, model)];
    const seconds = (performance.now() - began) / 1000;
    const proven = points.filter(({ status }) => status === 'optimal' || status === 'infeasible').length;
    const shares = points.map(({ bad }) => `${((bad?.share ?? NaN) * 100).toFixed(0)} %`).join(', ');
    progress(
      `graine ${seed} : ${proven} points prouvés sur ${points.length} en ${seconds.toFixed(1)} s ; ${shares}`
    );
    return { seconds, proven };
  });
  const each = (name: string, unit: string, key: 'seconds' | 'proven', most: number | null) =>
    measured(
      `67 écoles, 6 référents : ${name}`,
      unit,
      runs.map((run) => run[key]),
      most === null ? null : { at: 'p95', most }
    );
  return [
    each('courbe de cinq points, marge', 's', 'seconds', 20),
    each('points prouvés sur cinq', '', 'proven', null)
  ];
};
