// The hand-over of an absence: who takes which units from a day to another, what it adds to each, and the rows of the sheet that says so.
import { wholeChildren } from '../../model/assignment/fair-load.ts';
import type { Move } from '../../model/plan.ts';

/** What a unit of the absent post is, as far as is known. */
export interface HandedUnit {
  id: string;
  schools: readonly string[];
  pupils: number;
  /** Children followed in its schools, fractions included. */
  children: number;
  /** Support teams of its schools. */
  teams: readonly string[];
  /** Functions to be told besides: correspondents of its communes. */
  correspondents: readonly string[];
}

export interface HandOverFacts {
  absent: string;
  /** ISO dates, both included. */
  from: string;
  to: string;
  /** Where each unit of the absent post goes, as `absence` gives them. */
  moves: readonly Move[];
  units: readonly HandedUnit[];
  /** referent -> coordinator */
  coordinators: Readonly<Record<string, string>>;
  /** Minutes on the road a week of each post, before and during the absence; null where they are not known. */
  roads: { before: Readonly<Record<string, number>>; during: Readonly<Record<string, number>> } | null;
  /** The calendar in use; null where there is none. */
  meetings: readonly { team: string; date: string }[] | null;
}

/** What a post takes over. */
export interface TakenOver {
  referent: string;
  units: readonly string[];
  schools: readonly string[];
  pupils: number;
  /** Children followed in the schools taken, whole. */
  children: number;
  /** Minutes of road a week, where it is known. */
  roadAdded: number | null;
}

/** Who tells whom: functions and posts, never names. */
export interface Telling {
  /** The absent post's coordinator; the absent post itself where it has none. */
  who: string;
  whom: string;
  /** A post that takes over, that post's coordinator where it is another one, or a correspondent. */
  as: 'referent' | 'coordinator' | 'correspondent';
}

/** A line of the sheet. */
export interface HandOverRow {
  school: string;
  unit: string;
  to: string;
  teams: readonly string[];
  /** Meetings of its teams during the absence, in order; null without a calendar. */
  meetings: readonly { team: string; date: string }[] | null;
  correspondents: readonly string[];
}

export interface HandOver {
  absent: string;
  from: string;
  to: string;
  /** Weeks begun. */
  weeks: number;
  /** Pupils who change referent meanwhile: those of the absent post alone. */
  pupils: number;
  /** Children followed in the schools handed over, whole: the sum of those that each post takes. */
  children: number;
  taken: readonly TakenOver[];
  rows: readonly HandOverRow[];
  tellings: readonly Telling[];
  /** Units that nobody can take. */
  untaken: readonly string[];
}

const DAY = 86_400_000;
const isBefore = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The hand-over of an absence. Only the absent post's units move: no hand-over changes fewer pupils. */
export function handOver(facts: HandOverFacts): HandOver {
  const { absent, from, to, moves, units, coordinators, roads, meetings } = facts;
  const goesTo = new Map(
    moves.flatMap(({ kind, id, to: post }) => (kind === 'unit' && post ? [[id, post] as const] : []))
  );
  const handed = units.filter(({ id }) => goesTo.has(id));
  const inside = meetings
    ?.filter(({ date }) => date >= from && date <= to)
    .toSorted((a, b) => isBefore(a.date, b.date) || isBefore(a.team, b.team));
  const takers = [...new Set(goesTo.values())].sort();
  const ownOf = (referent: string) => handed.filter(({ id }) => goesTo.get(id) === referent);
  // Rounded along their sum, so that what each takes adds up to the whole.
  const sums = takers.map((_, at) => wholeChildren(takers.slice(0, at + 1).flatMap(ownOf)));
  return {
    absent,
    from,
    to,
    weeks: Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from) + DAY) / (7 * DAY))),
    pupils: handed.reduce((sum, { pupils }) => sum + pupils, 0),
    children: wholeChildren(handed),
    taken: takers.map((referent, at) => {
      const own = ownOf(referent);
      const [before, during] = [roads?.before[referent], roads?.during[referent]];
      return {
        referent,
        units: own.map(({ id }) => id),
        schools: own.flatMap(({ schools }) => schools),
        pupils: own.reduce((sum, { pupils }) => sum + pupils, 0),
        children: sums[at]! - (sums[at - 1] ?? 0),
        roadAdded: before === undefined || during === undefined ? null : during - before
      };
    }),
    rows: handed.flatMap(({ id, schools, teams, correspondents }) =>
      schools.map((school) => ({
        school,
        unit: id,
        to: goesTo.get(id)!,
        teams,
        meetings: inside?.filter(({ team }) => teams.includes(team)) ?? null,
        correspondents
      }))
    ),
    tellings: tellingsOf(absent, takers, handed, coordinators),
    untaken: units.filter(({ id }) => !goesTo.has(id)).map(({ id }) => id)
  };
}

function tellingsOf(
  absent: string,
  takers: readonly string[],
  handed: readonly HandedUnit[],
  coordinators: Readonly<Record<string, string>>
): Telling[] {
  const who = coordinators[absent] ?? absent;
  const others = takers.flatMap((taker) => coordinators[taker] ?? []).filter((name) => name !== who);
  const told = (names: readonly string[], as: Telling['as']) =>
    [...new Set(names)].sort().map((whom): Telling => ({ who, whom, as }));
  return [
    ...told(others, 'coordinator'),
    ...told(takers, 'referent'),
    ...told(
      handed.flatMap(({ correspondents }) => correspondents),
      'correspondent'
    )
  ];
}
