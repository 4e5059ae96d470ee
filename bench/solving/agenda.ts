// The agendas of a year in a worker of Chromium: 27 teams, 110 meetings, 400 situations, of five years and two sizes of meetings.
import { measured, type Bench } from '../measurement.ts';
import { agendaYear } from '../../tests/fixtures/synthetic/agenda-year.ts';
import { onWorkerPage } from './worker-page.ts';

const SEEDS = 5;
const CAPACITIES = [8, 5];

export const run: Bench = ({ progress }) =>
  onWorkerPage({}, async (page) => {
    const found = [];
    for (const capacity of CAPACITIES)
      for (let seed = 1; seed <= SEEDS; seed++) {
        const times = await page.evaluate((year) => window.agendaInWorker(year), agendaYear(seed, capacity));
        progress(
          `année ${seed}, ${capacity} places : ${times.seconds.toFixed(2)} s${times.isProven ? ', prouvée' : ''}`
        );
        found.push(times);
      }
    const unproven = found.filter(({ isProven }) => !isProven).length;
    return [
      measured('27 équipes, 110 réunions, 400 situations : ordre du jour prouvé', 's', found.map(({ seconds }) => seconds), { at: 'p95', most: 2 }), // prettier-ignore
      measured('27 équipes, 110 réunions, 400 situations : années non prouvées', '', [unproven], { at: 'p95', most: 0 }) // prettier-ignore
    ];
  });
