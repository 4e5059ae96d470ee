// How a first visit unfolds: figures painted, filters that answer, map at rest, first SQL. Nothing is in cache.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { BRAKE, brake } from './throttling.ts';
import { watchLoading } from './loading-marks.ts';
import { openSite, type Site } from '../built-site.ts';
import { measured, type Bench, type Measurement } from '../measurement.ts';

const VISITS = 7;
/** A visitor's browser is open already: a new window of Chromium's loads pages of its own, which would otherwise be counted. */
const WINDOW_OPENS_MS = 1500;

interface Visit {
  painted: number;
  filter: number;
  map: number;
  sql: number;
  /** From the map at rest to the first byte asked for the database: negative would be too early. */
  wait: number;
  /** A fixed work in the page once all is still: tells how quick the machine is, since these times follow it. */
  yardstick: number;
}

type Targets = Partial<Record<keyof Visit, number>>;

const FREE: Targets = { sql: 2400 };
const BRAKED: Targets = { painted: 800, filter: 1000, map: 2300, sql: 9500 };

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

/** Milliseconds of a fixed work, the shortest of five: the same on every machine, to read the other times by. */
function yardstick(page: Page): Promise<number> {
  return page.evaluate(() => {
    const work = () => {
      const start = performance.now();
      const words = Array.from({ length: 20_000 }, (_, at) => `mot ${(at * 7919) % 10_007}`).sort();
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + word.length);
      JSON.parse(JSON.stringify([...counts]));
      return performance.now() - start;
    };
    return Math.min(...[1, 2, 3, 4, 5].map(work));
  });
}

async function visit({ address, newVisitor }: Site, braked: boolean): Promise<Visit> {
  const visitor = await newVisitor();
  try {
    const page = await visitor.newPage();
    const marks = await watchLoading(page, { active: true });
    if (braked) await brake(page);
    await wait(WINDOW_OPENS_MS);
    await page.goto(address, { waitUntil: 'commit' });
    const sql = await marks.until('sql');
    const map = await marks.until('map-idle');
    const filter = await marks.until('filter');
    return {
      painted: await figuresPainted(page),
      filter,
      map,
      sql,
      wait: (await databaseAskedFor(page)) - map,
      yardstick: await yardstick(page)
    };
  } finally {
    await visitor.close();
  }
}

function tell(label: string, visits: readonly Visit[], targets: Targets): Measurement[] {
  const seconds = (name: string, key: keyof Visit) => {
    const most = targets[key];
    const target = most === undefined ? null : ({ at: 'median', most: most / 1000 } as const);
    return measured(
      `${label} : ${name}`,
      's',
      visits.map((one) => one[key] / 1000),
      target
    );
  };
  const early = visits.filter(({ wait }) => wait < 0).length;
  return [
    seconds('chiffres peints', 'painted'),
    seconds('un filtre répond', 'filter'),
    seconds('carte au repos', 'map'),
    seconds('première réponse SQL', 'sql'),
    seconds('travail étalon (vitesse de la machine)', 'yardstick'),
    measured(`${label} : base demandée avant la carte`, 'visites', [early], { at: 'median', most: 0 })
  ];
}

export const run: Bench = async (progress) => {
  const site = await openSite();
  const measurements: Measurement[] = [];
  const ways = [
    { label: 'sans frein', braked: false, targets: FREE },
    { label: `${BRAKE.cpu}x CPU, ${BRAKE.megabits} Mbit/s`, braked: true, targets: BRAKED }
  ];
  for (const { label, braked, targets } of ways) {
    await visit(site, braked);
    const visits: Visit[] = [];
    for (let i = 0; i < VISITS; i += 1) {
      progress(`chargement ${label}, visite ${i + 1} sur ${VISITS}`);
      visits.push(await visit(site, braked));
    }
    measurements.push(...tell(label, visits, targets));
  }
  return measurements;
};
