// The road to homes that nobody knows, beside tours over homes drawn at random, on ten made-up territories that no figure was fitted on: error of a
// team and of a post, by the radius within which families live; and what counting it costs.
import { drawnTerritory, modelled, toured } from '../../tests/fixtures/travel/homes-drawn.ts';
import { measured, type Bench, type Measurement } from '../measurement.ts';

const TERRITORIES = 10;
const FIRST_SEED = 301;
const DRAWS = 6;
const RADII = [300, 600, 1000] as const;

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
const signed = (share: number) => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)} %`;

export const run: Bench = ({ progress }) => {
  const measurements: Measurement[] = [];
  for (const radius of RADII) {
    const [teams, posts]: [number[], number[]] = [[], []];
    for (let at = 0; at < TERRITORIES; at++) {
      const shape = { schools: 30 + 7 * at, posts: 4 + (at % 5) };
      const territory = drawnTerritory(FIRST_SEED + at, shape);
      const counted = modelled(territory, radius);
      const draws = Array.from({ length: DRAWS }, (_, draw) => toured(territory, radius, draw + 1));
      const mean = counted.map((_, j) => sum(draws.map((one) => one[j]!)) / DRAWS);
      teams.push(sum(counted) / sum(mean) - 1);
      counted.forEach((one, j) => posts.push(one / mean[j]! - 1));
    }
    const worst = (errors: readonly number[]) => Math.max(...errors.map(Math.abs));
    progress(
      `${radius} m : équipe ${signed(Math.min(...teams))} à ${signed(Math.max(...teams))}, moyenne ${signed(sum(teams) / teams.length)} ; poste, au pire ${signed(worst(posts))}`
    );
    measurements.push(
      measured(
        `${radius} m : erreur d’une équipe`,
        '%',
        teams.map((one) => 100 * Math.abs(one))
      ),
      measured(
        `${radius} m : erreur d’un poste`,
        '%',
        posts.map((one) => 100 * Math.abs(one))
      )
    );
  }
  return Promise.resolve(measurements);
};
