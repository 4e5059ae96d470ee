// What waits for a decision of the head of service, what cannot wait first. Each verdict holds the figures of its sentence; none is a text.
import type { Theme } from '../../model/pathway.ts';
import { isOutOfBand } from '../../model/assignment/fair-load.ts';
import type { AskedMeans, TodayFigures } from './figures.ts';

export type TodayVerdict =
  /** Figures rest on rows that nobody has confirmed. */
  | { kind: 'doubts'; rows: number }
  /** Sessions of actions that will not be held as things are. */
  | { kind: 'sessions'; compromised: number; ahead: number }
  | { kind: 'undated'; year: string; undated: number; asked: number }
  | ({ kind: 'loads' } & Omit<LoadSpan, 'isFull'>)
  | {
      kind: 'waiting';
      count: number;
      followed: number;
      ask: AskedMeans | null;
      /** The first requests, the oldest first. */
      oldest: readonly { uai: string; since: string }[];
    }
  | { kind: 'never'; year: string; members: readonly { partner: string; team: string }[] }
  | { kind: 'theme'; theme: Theme; missing: readonly string[]; communes: number; others: readonly Theme[] }
  | { kind: 'correspondents'; unnamed: readonly string[]; all: number }
  | { kind: 'report'; year: string; ready: number; total: number };

export type VerdictKind = TodayVerdict['kind'];

/** Nothing waits there. */
export type Calm =
  | { kind: 'doubts' | 'waiting' }
  | { kind: 'sessions'; ahead: number }
  | { kind: 'undated'; year: string; asked: number }
  | { kind: 'loads'; low: number; high: number; tolerance: number }
  | { kind: 'theme' | 'correspondents'; communes: number }
  | { kind: 'report'; year: string };

export interface Today {
  /** At most `MOST_VERDICTS`. */
  first: readonly TodayVerdict[];
  others: readonly TodayVerdict[];
  calm: readonly Calm[];
}

/** Verdicts shown at once. */
const MOST_VERDICTS = 5;
/** Requests named. */
const NAMED_REQUESTS = 3;

/** What a part of the figures says. */
type Said = { verdict: TodayVerdict } | { calm: Calm };
type Part<Key extends keyof TodayFigures> = NonNullable<TodayFigures[Key]>;

/** As a page writes a deviation: no post is under its share by less than what is shown. */
const shown = (deviation: number) => Math.round(100 * deviation);

function ofDoubts({ rows }: Part<'doubts'>): Said {
  return rows > 0 ? { verdict: { kind: 'doubts', rows } } : { calm: { kind: 'doubts' } };
}

/** Null where no session is to come: nothing waits, and nothing is said of it. */
function ofSessions({ ahead, compromised }: Part<'sessions'>): Said | null {
  if (ahead === 0) return null;
  return compromised > 0
    ? { verdict: { kind: 'sessions', compromised, ahead } }
    : { calm: { kind: 'sessions', ahead } };
}

function ofDates({ year, asked, dated }: Part<'meetings'>): Said {
  const undated = Math.max(0, asked - dated);
  return undated > 0
    ? { verdict: { kind: 'undated', year, undated, asked } }
    : { calm: { kind: 'undated', year, asked } };
}

/** Posts against their share: the least and the most loaded, and those outside the band. */
export interface LoadSpan {
  low: number;
  high: number;
  tolerance: number;
  /** Ascending by deviation; posts without a share are left out. */
  posts: readonly { id: string; deviation: number }[];
  under: readonly string[];
  over: readonly string[];
  /** No post is under its share: only a new one could take more. */
  isFull: boolean;
}

/** Null where no post has a share. Under and over are out of the band, unrounded, as on every page; full is as deviations are written. */
export function loadSpan({ posts, tolerance }: Part<'loads'>): LoadSpan | null {
  const known = posts
    .flatMap(({ id, deviation }) => (deviation === null ? [] : [{ id, deviation }]))
    .sort((a, b) => a.deviation - b.deviation || (a.id < b.id ? -1 : 1));
  const [least, most] = [known[0], known.at(-1)];
  if (!least || !most) return null;
  return {
    low: least.deviation,
    high: most.deviation,
    tolerance,
    posts: known,
    under: known
      .filter(({ deviation }) => deviation < 0 && isOutOfBand(deviation, tolerance))
      .map(({ id }) => id),
    over: known
      .filter(({ deviation }) => deviation > 0 && isOutOfBand(deviation, tolerance))
      .map(({ id }) => id),
    isFull: shown(least.deviation) >= 0
  };
}

/** Null where one post has all the work: nothing to share. */
function ofLoads(loads: Part<'loads'>): Said | null {
  const span = loadSpan(loads);
  if (!span || span.posts.length < 2) return null;
  const { low, high, tolerance, posts, under, over } = span;
  return under.length + over.length === 0
    ? { calm: { kind: 'loads', low, high, tolerance } }
    : { verdict: { kind: 'loads', low, high, tolerance, posts, under, over } };
}

function ofWaiting({ schools, followed, ask }: Part<'waiting'>): Said {
  if (schools.length === 0) return { calm: { kind: 'waiting' } };
  const oldest = schools
    .flatMap(({ uai, since }) => (since === null ? [] : [{ uai, since }]))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.uai < b.uai ? -1 : 1))
    .slice(0, NAMED_REQUESTS);
  return { verdict: { kind: 'waiting', count: schools.length, followed, ask, oldest } };
}

function ofNever({ year, never }: Part<'meetings'>): Said | null {
  return never.length > 0 ? { verdict: { kind: 'never', year, members: never } } : null;
}

function ofThemes({ communes, gaps }: Part<'themes'>): Said {
  const open = gaps.filter(({ missing }) => missing.length > 0);
  const [worst, ...others] = open.toSorted((a, b) => b.missing.length - a.missing.length);
  if (!worst) return { calm: { kind: 'theme', communes } };
  return { verdict: { kind: 'theme', ...worst, communes, others: others.map(({ theme }) => theme) } };
}

function ofCorrespondents(list: Part<'correspondents'>): Said {
  const unnamed = list.filter(({ filled }) => !filled).map(({ commune }) => commune);
  return unnamed.length > 0
    ? { verdict: { kind: 'correspondents', unnamed, all: list.length } }
    : { calm: { kind: 'correspondents', communes: list.length } };
}

function ofReport({ year, ready, total }: Part<'report'>): Said {
  return ready < total
    ? { verdict: { kind: 'report', year, ready, total } }
    : { calm: { kind: 'report', year } };
}

/** Nothing that a verdict could be about is known: no row in doubt, and answers to be filled, tell nothing of the service. */
export const isUnknownToday = ({ doubts, report: _, ...known }: TodayFigures): boolean =>
  (doubts?.rows ?? 0) === 0 && Object.values(known).every((part) => part === undefined);

/**
 * The verdicts of the figures that are known, what cannot wait first: rows in doubt are under every figure, a session is of this week or the next, dates come due, the loads are those
 * of every week; what is decided once a year comes last. The order depends on nothing else.
 */
export function verdictsOf(figures: TodayFigures): Today {
  const { doubts, sessions, meetings, loads, waiting, themes, correspondents, report } = figures;
  const said = [
    doubts && ofDoubts(doubts),
    sessions && ofSessions(sessions),
    meetings && ofDates(meetings),
    loads && ofLoads(loads),
    waiting && ofWaiting(waiting),
    meetings && ofNever(meetings),
    themes && themes.communes > 0 ? ofThemes(themes) : null,
    correspondents && correspondents.length > 0 ? ofCorrespondents(correspondents) : null,
    report && ofReport(report)
  ].filter((one) => one !== null && one !== undefined);
  const verdicts = said.flatMap((one) => ('verdict' in one ? [one.verdict] : []));
  return {
    first: verdicts.slice(0, MOST_VERDICTS),
    others: verdicts.slice(MOST_VERDICTS),
    calm: said.flatMap((one) => ('calm' in one ? [one.calm] : []))
  };
}
