// Meetings of a year, in Node and in a worker of Chromium: five years of the demonstration's size, five of a service twice as large.
import { bootHighs } from '../../src/lib/solver/highs.ts';
import type { MeetingProblem } from '../../src/lib/model/meetings/meeting-problem.ts';
import {
  inWorks,
  measured,
  measuredWork,
  quantile,
  type Bench,
  type Measurement,
  type Progress,
  type Target
} from '../measurement.ts';
import {
  DEMONSTRATION_YEAR,
  LARGE_YEAR,
  meetingYears,
  type YearShape
} from '../../tests/fixtures/synthetic/meetings.ts';
import { timesOf, type YearRun, type YearTimes } from './meeting-times.ts';
import { onWorkerPage } from './worker-page.ts';

/** What a year is asked: `absences` of each of the two kinds, so 180 repairs for five years. */
interface Size {
  seeds: number;
  seconds: readonly number[];
  absences: number;
}
const WHOLE: Size = { seeds: 5, seconds: [10, 60], absences: 18 };
const QUICK: Size = { seeds: 1, seconds: [2, 4], absences: 3 };

const SHAPES: readonly (readonly [string, YearShape])[] = [
  ['27 équipes, 110 réunions', DEMONSTRATION_YEAR],
  ['60 équipes, 250 réunions', LARGE_YEAR]
];
const atMost = (most: number, at: Target['at'] = 'median'): Target => ({ at, most });

function measurementsOf(label: string, all: readonly YearTimes[], { seconds }: Size): Measurement[] {
  const works = all.map(({ work }) => work);
  const times = (what: 'coordinator' | 'partner' | 'dates' | 'conflicts' | 'joint') =>
    all.flatMap((one) => one[what]);
  const repairs = [...times('coordinator'), ...times('partner')];
  const fewest = all.flatMap((one) => one.fewest);
  const joint = times('joint');
  const shareOf = (ones: readonly number[]) => (ones.reduce((sum, one) => sum + one, 0) * 100) / ones.length;
  const first = all.map((one) => one.first);
  return [
    measured(`${label} : premier plan`, 'ms', first, atMost(200)),
    ...seconds.map((limit, i) =>
      measured(
        `${label} : mieux possible au plus, après ${limit} s`,
        '%',
        all.map(({ gaps }) => gaps[i]!),
        i === 0 ? atMost(6, 'p95') : null
      )
    ),
    measured(
      `${label} : réparation, une coordination absente un jour`,
      'ms',
      times('coordinator'),
      atMost(50)
    ),
    measured(
      `${label} : réparation, un membre du quorum absent trois semaines`,
      'ms',
      times('partner'),
      atMost(50)
    ),
    measured(`${label} : réparation, la pire`, 'ms', [Math.max(...repairs)], atMost(3000)),
    measured(`${label} : trouver une date`, 'ms', times('dates'), atMost(1)),
    measured(`${label} : pourquoi impossible, une équipe`, 'ms', times('conflicts'), atMost(500)),
    ...(joint.length > 0
      ? [
          measured(`${label} : pourquoi impossible, plusieurs équipes`, 'ms', joint, atMost(500)),
          measured(`${label} : règles nommées, plusieurs équipes`, '%', [
            shareOf(all.flatMap((one) => one.told))
          ])
        ]
      : []),
    measured(`${label} : réparations prouvées les plus courtes, ou impossibles`, '%', [shareOf(fewest)]),
    measured(
      `${label} : absences en moins qu’au premier jour libre`,
      '%',
      all.map(({ missing }) => missing)
    ),
    measured(
      `${label} : route en moins qu’au premier jour libre`,
      '%',
      all.map(({ road }) => road)
    ),
    measuredWork(label, works)
  ].map((one) => inWorks(one, quantile(works, 0.5)));
}

async function measuredIn(
  where: string,
  years: ReadonlyMap<string, readonly MeetingProblem[]>,
  size: Size,
  run: (year: YearRun) => Promise<YearTimes>,
  progress: Progress
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [label, problems] of years) {
    const all: YearTimes[] = [];
    for (const [i, problem] of problems.entries()) {
      const { seconds, absences } = size;
      const times = await run({ problem, seed: i + 1, seconds, absences });
      const gaps = times.gaps.map((gap, at) => `${gap.toFixed(2)} % en ${seconds[at]} s`);
      progress(`${where} : ${label}, graine ${i + 1} : ${gaps.join(', ')}`);
      all.push(times);
    }
    measurements.push(...measurementsOf(`${where} : ${label}`, all, size));
  }
  return measurements;
}

export const run: Bench = async ({ progress, quick }) => {
  const size = quick ? QUICK : WHOLE;
  const years = new Map<string, MeetingProblem[]>();
  for (const [label, shape] of SHAPES) years.set(label, await meetingYears(shape, size.seeds));
  const solver = await bootHighs();
  const inNode = await measuredIn('Node', years, size, (year) => timesOf(solver, year), progress);
  const inWorker = await onWorkerPage({}, (page) =>
    measuredIn(
      'Chromium',
      years,
      size,
      (year) => page.evaluate((one) => window.meetingsInWorker(one), year),
      progress
    )
  );
  return [...inNode, ...inWorker];
};
