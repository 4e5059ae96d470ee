// How a first visit unfolds: figures painted, filters that answer, map at rest, first SQL. Nothing is in cache.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { watchLoading } from './loading-marks.ts';
import { throttle, THROTTLE } from './throttling.ts';
import { openSites, type Site } from '../built-site.ts';
import { inTurn, measuredInTurn, type Builds } from '../comparison.ts';
import { inWorks, measured, measuredWork, quantile, type Bench, type Measurement } from '../measurement.ts';
import { standardWork } from '../standard-work.ts';

const VISITS = 7;
/** A visitor's browser is open already: a new window of Chromium's loads pages of its own, which would otherwise be counted. */
const WINDOW_OPENS_MS = 1500;

/** With a former build, intervals must be narrow enough to tell 3 %. */
const VISITS_IN_TURN = 15;

/** Milliseconds from the beginning of the visit, but the last two. */
interface Visit {
  painted: number;
  filter: number;
  map: number;
  sql: number;
  /** From the map at rest to the first byte asked for the database: negative would be too early. */
  wait: number;
  /** The standard work in the page, once all is still. */
  work: number;
}

type Mark = 'painted' | 'filter' | 'map' | 'sql';

const NAMES: Record<Mark, string> = {
  painted: 'chiffres peints',
  filter: 'un filtre répond',
  map: 'carte qui répond',
  sql: 'première réponse SQL'
};

interface Conditions {
  label: string;
  throttled: boolean;
  /** What the medians must not exceed, in seconds and in standard works. */
  targets: Partial<Record<Mark, { seconds: number; works: number }>>;
}

const CONDITIONS: Conditions[] = [
  { label: 'sans frein', throttled: false, targets: { sql: { seconds: 2.4, works: 170 } } },
  {
    label: `${THROTTLE.cpu}x CPU, ${THROTTLE.megabits} Mbit/s`,
    throttled: true,
    targets: {
      painted: { seconds: 0.8, works: 18 },
      filter: { seconds: 1, works: 20 },
      map: { seconds: 2.3, works: 20 },
      sql: { seconds: 9.5, works: 200 }
    }
  }
];

/** When the last of the six key figures was first painted. */
export function figuresPainted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('the figures were never painted')), 10_000);
        new PerformanceObserver((list) => {
          const times = list.getEntries().flatMap((entry) => {
            const { identifier, renderTime } = entry as PerformanceEntry & {
              identifier: string;
              renderTime: number;
            };
            return identifier === 'figure' ? [renderTime] : [];
          });
          // Figures that the first filter painted anew come later: the first six are the page's own.
          if (times.length > 0) resolve(Math.max(...times.sort((a, b) => a - b).slice(0, 6)));
        }).observe({ type: 'element', buffered: true });
      })
  );
}

function databaseAskedFor(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.min(
      ...performance
        .getEntriesByType('resource')
        .filter(({ name }) => /duckdb|\.arrow$/.test(name))
        .map(({ startTime }) => startTime)
    )
  );
}

async function visit({ address, newVisitor }: Site, throttled: boolean): Promise<Visit> {
  const visitor = await newVisitor();
  try {
    const page = await visitor.newPage();
    const marks = await watchLoading(page, { active: true });
    if (throttled) await throttle(page);
    await wait(WINDOW_OPENS_MS);
    await page.goto(address, { waitUntil: 'commit' });
    const sql = await marks.until('sql');
    const map = await marks.until('map-stands');
    const filter = await marks.until('filter');
    return {
      painted: await figuresPainted(page),
      filter,
      map,
      sql,
      wait: (await databaseAskedFor(page)) - map,
      work: await page.evaluate(standardWork)
    };
  } finally {
    await visitor.close();
  }
}

function measurementsOf({ label, targets }: Conditions, visits: Builds<Visit[]>): Measurement[] {
  const works = visits.current.map(({ work }) => work);
  const times = (Object.keys(NAMES) as Mark[]).map((mark) => {
    const most = targets[mark];
    const target = most === undefined ? null : ({ at: 'median', most: most.seconds } as const);
    const seconds = (visit: Visit) => visit[mark] / 1000;
    const one = measuredInTurn(`${label} : ${NAMES[mark]}`, 's', visits, seconds, target);
    return inWorks(one, quantile(works, 0.5), most?.works);
  });
  const early = visits.current.filter(({ wait }) => wait < 0).length;
  return [
    ...times,
    measuredWork(label, works),
    measured(`${label} : base demandée avant la carte`, 'visites', [early], { at: 'median', most: 0 })
  ];
}

export const run: Bench = async ({ progress, against }) => {
  const sites = await openSites(against);
  const rounds = against === null ? VISITS : VISITS_IN_TURN;
  const measurements: Measurement[] = [];
  for (const conditions of CONDITIONS) {
    const visits = await inTurn(sites, { rounds, warmUp: 1 }, (site, round) => {
      progress(`chargement ${conditions.label}, visite ${round + 1} sur ${rounds}`);
      return visit(site, conditions.throttled);
    });
    measurements.push(...measurementsOf(conditions, visits));
  }
  return measurements;
};
