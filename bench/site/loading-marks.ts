// Marks left in a page while it loads, seen from outside: scripts in charge, map at rest, first answers.
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';

const AT_MOST_MS = 60_000;

/** `map-stands`: the map answers, drawn or live; a former build says `idle`. */
export type LoadingMark = 'ready' | 'filter' | 'map-stands' | 'sql';

/**
 * Runs in the page before its own scripts. `active`: also tries a filter, then asks a figure for its calculation. At each moment
 * no more is watched than what is waited for: an observer of the whole page would hold up its reading and its scripts.
 */
function watch(active: boolean): void {
  const mark = (name: LoadingMark) => console.debug(`loading ${name} ${performance.now()}`);
  const one = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);
  /** Does `then` once `found` says so, looked at whenever something of `kind` changes in `where`. */
  const once = (where: Node, kind: MutationObserverInit, found: () => boolean, then: () => void) => {
    const observer = new MutationObserver(() => {
      if (!found()) return;
      observer.disconnect();
      then();
    });
    observer.observe(where, kind);
  };
  const text = { subtree: true, childList: true, characterData: true };

  function ready(): void {
    mark('ready');
    const figures = one('.figures');
    const before = figures?.textContent;
    const mapState = { subtree: true, attributeFilter: ['data-map-state'] };
    once(
      document,
      mapState,
      () => one(':is([data-map-state="drawn"], [data-map-state="idle"])') !== null,
      mapStands
    );
    if (!active || !figures) return;
    once(
      figures,
      text,
      () => figures.textContent !== before,
      () => mark('filter')
    );
    // The level, a list of choices; buttons in a former build.
    const level = one<HTMLSelectElement>('.filters select:has([value="elementaire"])');
    if (level) {
      level.value = 'elementaire';
      level.dispatchEvent(new Event('change', { bubbles: true }));
    } else one('.filters .segmented label:nth-child(3) input')?.click();
  }
  function mapStands(): void {
    mark('map-stands');
    if (!active) return;
    const answered = () => /\d/.test(one('.sheet-panel .answer')?.textContent ?? '');
    once(document, text, answered, () => mark('sql'));
    one('.figures :is(.action button, .sheet-trigger)')?.click();
  }

  // So that the browser tells when it painted the figures (see `figuresPainted`): named as they come, before they are painted.
  const figuresNamed = () => {
    for (const value of document.querySelectorAll('.card .value'))
      value.setAttribute('elementtiming', 'figure');
    return one('.figures + *') !== null;
  };
  once(document, { subtree: true, childList: true }, figuresNamed, () => undefined);
  once(
    document,
    { childList: true },
    () => document.documentElement !== null,
    () => {
      const inCharge = () => document.documentElement.dataset['ready'] === 'true';
      once(document.documentElement, { attributeFilter: ['data-ready'] }, inCharge, ready);
    }
  );
}

export interface LoadingMarks {
  /** Milliseconds from the beginning of the visit to a mark, awaited. */
  until: (name: LoadingMark) => Promise<number>;
}

/** Must be called before the page is opened. Nothing else runs in the page: looking there for a mark would hold it up. */
export async function watchLoading(page: Page, { active }: { active: boolean }): Promise<LoadingMarks> {
  await page.addInitScript(watch, active);
  const times = new Map<string, number>();
  page.on('console', (message) => {
    const [, name, time] = /^loading (\S+) ([\d.]+)$/.exec(message.text()) ?? [];
    if (name) times.set(name, Number(time));
  });
  const until = async (name: LoadingMark) => {
    const limit = performance.now() + AT_MOST_MS;
    for (let time = times.get(name); ; time = times.get(name)) {
      if (time !== undefined) return time;
      if (performance.now() > limit) throw new Error(`${name}: no such mark after ${AT_MOST_MS} ms`);
      await setTimeout(20);
    }
  };
  return { until };
}
