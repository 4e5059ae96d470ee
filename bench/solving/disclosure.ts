// Measures the protection of case files: what is lost, and how long it takes.
import { readFileSync } from 'node:fs';
import {
  audit,
  exitGate,
  protect,
  readCube,
  type Protected
} from '../../src/lib/engines/disclosure/index.ts';
import type { LinearSolver } from '../../src/lib/model/linear.ts';
import { IN_QPV, type ExitFigure, type FigureCounts } from '../../src/lib/model/report/exit-figure.ts';
import type { SchoolYear } from '../../src/lib/model/school-year.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { syntheticCases, territory } from '../../tests/fixtures/synthetic/cases.ts';
import { inWorks, measured, measuredWork, quantile, type Bench, type Measurement } from '../measurement.ts';
import { standardWork } from '../standard-work.ts';

const SEEDS = [1, 2, 3];
const SIZES = [380, 3000];
const THRESHOLDS = [5, 11];
const SECONDS = 30;

const percent = (part: number, whole: number) => (100 * part) / whole;

/** Places (communes, QPV, outside QPV, schools) whose total is shown, in percent. */
function placesShown({ cells }: Protected): number {
  const totals = cells.filter(({ level, theme }) => level === 'ALL' && theme === 'ALL');
  return percent(totals.filter(({ status }) => status === 'published').length, totals.length);
}

/** Time of one figure to be published, beside the demonstration's cube: a variable of its own, all QPVs together, what is refused. */
function gateTimes(solver: LinearSolver): Measurement[] {
  const cube = readCube(JSON.parse(readFileSync('static/downloads/cube.json', 'utf8')), 'cube.json');
  const year = cube.years!.at(-1) as SchoolYear;
  const total = cube.cells.find(({ key }) => key[0] === year && key.slice(1).every((name) => name === 'ALL'));
  const count = (id: string, within: FigureCounts['within'], value: number): ExitFigure => ({
    id,
    counts: { year, within },
    value,
    form: { as: 'count' }
  });
  const children = total!.value!;
  const figures = [
    count('girls', { 'child.sex': ['F'] }, Math.round(0.42 * children)),
    count('nearly all', { 'child.sex': ['F'] }, children - 4),
    count('in QPVs', { zone: [IN_QPV] }, Math.round(0.67 * children))
  ];
  const variables = [{ name: 'child.sex', parts: ['F', 'M'] }];
  const seconds = figures.map(
    (figure) => exitGate(solver, { cubes: [cube], former: [], figures: [figure], variables }).seconds
  );
  return [measured('porte de sortie, un chiffre', 's', seconds, { at: 'median', most: 10 })];
}

/** Recommended cube of one year, 67 schools, 3 seeds. */
export const run: Bench = async ({ progress }) => {
  const solver = await bootHighs();
  protect(solver, syntheticCases(9, 60), territory, { method: 'gauss' });
  const rows: Measurement[] = [];
  const audits: number[] = [];
  const works: number[] = [];
  const secondaries = { exact: 0, gauss: 0 };
  for (const children of SIZES) {
    for (const k of THRESHOLDS) {
      const runs = { exact: [] as Protected[], gauss: [] as Protected[] };
      for (const seed of SEEDS) {
        progress(`${children} enfants, k = ${k}, graine ${seed}`);
        works.push(standardWork());
        const cases = syntheticCases(seed, children);
        for (const method of ['exact', 'gauss'] as const) {
          const done = protect(solver, cases, territory, { k, method, seconds: SECONDS });
          runs[method].push(done);
          if (method === 'exact') audits.push(audit(solver, [done.cube]).seconds);
        }
      }
      const label = `${children} enfants, k = ${k}`;
      const years = (method: keyof typeof runs) => runs[method].map(({ report }) => report.years[0]!);
      const left = years('exact').map(({ secondary }, i) =>
        percent(secondary, Math.max(1, years('gauss')[i]!.secondary))
      );
      for (const method of ['exact', 'gauss'] as const) {
        for (const { secondary } of years(method)) secondaries[method] += secondary;
        const hidden = years(method).map((year) => percent(year.primary + year.secondary, year.notEmpty));
        rows.push(measured(`${label} : effectifs non nuls protégés, ${method}`, '%', hidden));
        rows.push(
          measured(`${label} : lieux dont le total est montré, ${method}`, '%', runs[method].map(placesShown))
        );
      }
      const proven = years('exact').filter(({ status }) => status === 'optimal').length;
      rows.push(
        measured(`${label} : optimums non prouvés`, '', [SEEDS.length - proven], { at: 'median', most: 0 })
      );
      rows.push(measured(`${label} : cases secondaires, exact / gauss`, '%', left));
      const spent = (method: keyof typeof runs) => years(method).map(({ seconds }) => seconds);
      rows.push(measured(`${label} : exact`, 's', spent('exact'), { at: 'median', most: 5 }));
      rows.push(measured(`${label} : gauss et réparation`, 's', spent('gauss')));
    }
  }
  // Over all, since an optimum leaves nothing to gain where nearly every cell is telling by itself.
  const overall = percent(secondaries.exact, secondaries.gauss);
  rows.push(measured('cases secondaires en tout, exact / gauss', '%', [overall], { at: 'median', most: 85 }));
  rows.push(measured('audit d’une année', 's', audits, { at: 'median', most: 2 }));
  progress('porte de sortie, cube de la démonstration');
  rows.push(...gateTimes(solver));
  rows.push(
    measured('mémoire du processus', 'Mo', [process.memoryUsage().rss / 1e6], { at: 'median', most: 600 })
  );
  rows.push(measured('mémoire du solveur', 'Mo', [solver.memoryBytes() / 1e6]));
  return [...rows.map((one) => inWorks(one, quantile(works, 0.5))), measuredWork('Node', works)];
};
