// What a visit reads of a page, kept as a file: the judges read it without a browser.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Heard } from '../../../scripts/reading/tree.ts';
import { BUILD } from '../site-server.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, '.cache/visits');

/** A page as it stands on a desk's screen of 1440 px, and on paper. Texts as they are shown, their spaces as they are. */
export interface Texts {
  /** Of the whole page. */
  body: string;
  main: string;
  paper: { body: string; main: string };
  /** All that a reader meets, names and drawings too, with what is drawn for the paper alone. */
  html: string;
}

/** Of a look of a page: lists of faults, empty when there is none; widths that it needs, in pixels. */
export interface Look {
  /** By theme. */
  axe: Partial<Record<'light' | 'dark', string[]>>;
  width: number;
  /** Once the text is spaced wide. */
  spaced: { cut: string[]; width: number };
}

export interface Head {
  height: number;
  actions: string[];
  /** Of its actions. */
  place: string;
}

/** On a desk of 1440 px. */
export interface Desk {
  titles: number;
  siteMaps: number;
  styledWords: string[];
  namelessPlaces: number;
  head: Head | null;
  /** At 1366 px, for one page of each door. */
  smallHead: Head | null;
  look: Look;
}

/** At 320 px, and the look of 360 px. */
export interface Narrow {
  width: number;
  /** Cells of tables that are left out and that no line says. */
  hidden: string[];
  look: Look;
}

/** On a phone of 360 px, all folds open. */
export interface Phone {
  width: number;
  edges: string[];
  labels: string[];
  targets: string[];
  menuTargets: string[];
  /** Figures of a report, and what is wrong with them. */
  drawings: { count: number; bad: string[] };
}

/** What the browser asked, refused and kept while the page was read. */
export interface Traffic {
  requests: string[];
  /** Hosts other than the site's own, whoever asked for them. */
  strangers: string[];
  refused: string[];
  kept: unknown;
  errors: string[];
}

/** A page of the site's own territory. */
export interface Visit extends View {
  texts: Texts;
  desk: Desk;
  narrow: Narrow;
  injected: Record<'script' | 'text' | 'style' | 'address', boolean>;
}

/** A page, or a view of one: of a view, what its page does not say already. */
export interface View {
  phone: Phone;
  reader: { tree: Heard; elements: string[] };
  traffic: Traffic;
  /** Of each sheet that it is printed on, the share that is filled. */
  sheets: number[];
}

/** A page of a territory that a reader has opened. */
export interface OtherVisit {
  texts: Texts;
  /** That it needs on a phone of 360 px; null where no phone was looked at. */
  width: number | null;
  poorCharts: string[];
  empty: number;
}

/** Of a territory that a reader has opened: the pages that its site map leads to, and what went wrong on the way. */
export interface Shown {
  pages: string[];
  errors: string[];
}

/** Names the site that was read: records of another are not judged. */
const siteNow = (): string => readFileSync(join(BUILD, '_app/version.json'), 'utf8');

const pathOf = (territory: string, address: string): string => {
  const name = address.replace(/[^\w-]+/g, '_');
  const mark = createHash('sha256').update(address).digest('hex').slice(0, 6);
  return join(FOLDER, territory, `${name}-${mark}.json`);
};

/** @param territory « demonstration », or the name of another @param address under the site's base, or the name of a file */
export function keep(territory: string, address: string, read: unknown): void {
  const path = pathOf(territory, address);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ site: siteNow(), read }));
}

/** @throws where it was not visited, or on another build of the site */
export function recordOf<Read>(territory: string, address: string): Read {
  const path = pathOf(territory, address);
  if (!existsSync(path)) throw new Error(`/${address} of ${territory} was not visited: ${path}`);
  const { site, read } = JSON.parse(readFileSync(path, 'utf8')) as { site: string; read: Read };
  if (site !== siteNow()) throw new Error(`/${address} of ${territory} was visited on another build`);
  return read;
}

/** A page of the site's own territory. */
export const visitOf = (route: string): Visit => recordOf('demonstration', route);
/** A page, or a view of one. */
export const viewOf = (address: string): View => recordOf('demonstration', address);
