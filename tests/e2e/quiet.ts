// Waits until all that a page has begun has come: what is under way is counted, no clock is looked at.
import type { Page } from '@playwright/test';

/** A timer beyond so many milliseconds is a limit that the page sets, not work that it has put off. */
const SOON = 3000;
/** Frames in a row without a change; more once a page has been opened, whose parts come one after the other. */
const STILL = 3;
const STILL_AT_FIRST = 12;

/** In the page, before its scripts: counts its timers, its idle moments, its changes, and what it has asked of its workers. */
function count([soon, never]: [number, string]): void {
  const work = { timers: new Set<unknown>(), asked: new Map<Worker, Set<unknown>>(), changes: 0 };
  Object.assign(globalThis, { workUnderWay: work });

  const later = globalThis.setTimeout.bind(globalThis) as (run: unknown, delay?: number) => unknown;
  const notLater = globalThis.clearTimeout.bind(globalThis);
  globalThis.setTimeout = ((run: unknown, delay = 0, ...args: unknown[]) => {
    if (typeof run !== 'function') return later(run, delay);
    const id = later(() => {
      work.timers.delete(id);
      Reflect.apply(run, globalThis, args);
    }, delay);
    if (delay <= soon) work.timers.add(id);
    return id;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (id) => {
    work.timers.delete(id);
    notLater(id);
  };

  const idle = globalThis.requestIdleCallback.bind(globalThis);
  const notIdle = globalThis.cancelIdleCallback.bind(globalThis);
  globalThis.requestIdleCallback = (run, options) => {
    const id = idle((deadline) => {
      work.timers.delete(`idle ${id}`);
      run(deadline);
    }, options);
    work.timers.add(`idle ${id}`);
    return id;
  };
  globalThis.cancelIdleCallback = (id) => {
    work.timers.delete(`idle ${id}`);
    notIdle(id);
  };

  // Requests of Comlink: each has a number, and so has its answer.
  const { postMessage, terminate } = Worker.prototype;
  const addresses = new WeakMap<Worker, string>();
  globalThis.Worker = new Proxy(Worker, {
    construct(target, args: ConstructorParameters<typeof Worker>) {
      const worker = new target(...args);
      addresses.set(worker, String(args[0]));
      return worker;
    }
  });
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
    const isAwaited = !new RegExp(never).test(addresses.get(this) ?? '');
    if (isAwaited && typeof message === 'object' && message && 'id' in message && 'type' in message) {
      let asked = work.asked.get(this);
      if (!asked) {
        work.asked.set(this, (asked = new Set()));
        this.addEventListener('message', ({ data }) =>
          work.asked.get(this)?.delete((data as typeof message)?.id)
        );
        this.addEventListener('error', () => work.asked.delete(this));
      }
      asked.add(message.id);
    }
    Reflect.apply(postMessage, this, [message, ...rest]);
  };
  Worker.prototype.terminate = function (this: Worker) {
    work.asked.delete(this);
    terminate.call(this);
  };

  new MutationObserver(() => work.changes++).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true
  });
}

interface Work {
  timers: Set<unknown>;
  asked: Map<Worker, Set<unknown>>;
  changes: number;
}

const onTheirWay = new WeakMap<Page, Set<unknown>>();

/** Files of workers: what was asked of a worker is awaited (`count`); its file never comes when it is closed first, and the browser does not say so. */
const OF_WORKERS = /\/workers\//;

/** The database, where it never comes. */
export const DATABASE = /duckdb/;

/**
 * To be called before the page is opened.
 *
 * @param never addresses of files and workers that never come, and are not waited for
 */
export async function countWork(page: Page, never = DATABASE): Promise<void> {
  const asked = new Set<unknown>();
  onTheirWay.set(page, asked);
  page.on('request', (request) => {
    // What the former document had asked for is given up, and the browser does not always say so.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked.clear();
    if (!never.test(request.url()) && !OF_WORKERS.test(request.url())) asked.add(request);
  });
  const ended = (request: unknown) => void asked.delete(request);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  // What a worker had asked for never comes once it is closed, and the browser does not say that it failed.
  page.on('worker', (worker) => {
    const before = new Set(asked);
    worker.on('close', () => {
      for (const request of asked) if (!before.has(request)) asked.delete(request);
    });
  });
  await page.addInitScript(count, [SOON, never.source] as [number, string]);
}

/** Opens a page and waits until it stands still. */
export async function openQuiet(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await quiet(page, STILL_AT_FIRST);
}

/** Waits until nothing is on its way and the page stands still: files, workers, timers, changes. */
export async function quiet(page: Page, frames = STILL): Promise<void> {
  const asked = onTheirWay.get(page);
  if (!asked) throw new Error('countWork(page) comes first');
  const changesAtRest = () =>
    page.evaluate(async (still) => {
      const work = (globalThis as unknown as { workUnderWay: Work }).workUnderWay;
      const isUnderWay = () => work.timers.size > 0 || [...work.asked.values()].some(({ size }) => size > 0);
      for (let frames = 0, seen = work.changes; frames < still; frames++) {
        // A page that draws no frame any more (frames.ts) is at rest when nothing is under way.
        const isDrawn = await Promise.race([
          new Promise((done) => requestAnimationFrame(() => done(true))),
          new Promise((done) => setTimeout(() => done(false), 4000))
        ]);
        if (!isDrawn && !isUnderWay()) return work.changes;
        if (isUnderWay() || work.changes !== seen) [frames, seen] = [0, work.changes];
      }
      return work.changes;
    }, frames);
  for (let before = -1, now = await changesAtRest(); before !== now || asked.size > 0;)
    [before, now] = [now, await changesAtRest()];
}
