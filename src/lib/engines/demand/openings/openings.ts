// The one rule of openings: at each rentrée, in the order of priority, a school opens when a post has room for it under its share.
import type { SchoolYear } from '../../../model/school-year.ts';
import {
  capacityOf,
  HORIZON,
  nextRentrees,
  createdByYear,
  SLACK,
  fteOf,
  type OpeningsFacts,
  type QueuedSchool
} from './facts.ts';

/** Who follows a school: a post of today, or the so-manyeth new one, from 1. */
export type Follower = { kind: 'today'; id: string } | { kind: 'new'; number: number };

/** Why a school has its follower: the nearest of the posts with room for it. */
export interface Reach {
  /** On the road from the base of a post of today; null for a new one, whose base is not chosen. */
  minutes: number | null;
  /** Minutes a week that it could still take, before the school. */
  room: number;
}

/** Why a line leaves the order of priority, with its figures. */
export type OpeningException =
  /** It asks for more than was left that year, where a school ranked after it found room. */
  | { kind: 'place'; year: SchoolYear; needs: number; left: number }
  /** It opens before schools ranked above, in a room that is too small for them. */
  | { kind: 'ahead'; year: SchoolYear; room: number; passed: readonly string[] }
  /** It opens with the other schools of its group. */
  | { kind: 'group'; with: readonly string[] }
  /** It asks for more than a full-time post can follow. */
  | { kind: 'too-large'; needs: number; most: number }
  /** No post and no base has a way to it. */
  | { kind: 'no-way' };

export interface OpeningLine {
  id: string;
  /** From 1. */
  rank: number;
  /** School year in which it opens; null: it still waits at the end. */
  opens: SchoolYear | null;
  follower: Follower | null;
  /** Null with the follower. */
  reach: Reach | null;
  exception: OpeningException | null;
}

export interface OpeningYear {
  year: SchoolYear;
  /** Full-time posts of the year, and those created since today. */
  posts: number;
  created: number;
  opened: readonly string[];
  followed: number;
  waiting: number;
  /** Euros a year added to today's; null where a post's cost is not known. */
  cost: number | null;
}

/** What a number of posts gives. */
export interface Openings {
  /** Full-time posts asked. */
  asked: number;
  /** In order of priority. */
  lines: readonly OpeningLine[];
  years: readonly OpeningYear[];
  /** Schools opened in all, and those that still wait. */
  opened: number;
  waiting: number;
  /** Euros a year once all posts are there; null where a post's cost is not known. */
  cost: number | null;
  /** Last year in which a school opens; null when none does. */
  by: SchoolYear | null;
}

/** Schools that open together, at the rank of the first. */
interface Unit {
  schools: readonly QueuedSchool[];
  work: number;
}

interface Blocked {
  at: number;
  /** Most that a post which has a way to it could take. */
  left: number;
}

/** Who can take a unit. */
interface Found extends Reach {
  follower: Follower;
}

interface Opened extends Found {
  at: number;
}

function unitsOf(queue: readonly QueuedSchool[]): Unit[] {
  const units = new Map<string, QueuedSchool[]>();
  for (const school of queue) {
    const key = school.group ? `group ${school.group}` : `school ${school.id}`;
    const unit = units.get(key);
    if (unit) unit.push(school);
    else units.set(key, [school]);
  }
  return [...units.values()].map((schools) => ({
    schools,
    work: schools.reduce((sum, { work }) => sum + work, 0)
  }));
}

/** Posts with what they can still take; new ones grow from year to year. */
class Rooms {
  readonly #capacity: number;
  readonly #today: { id: string; room: number }[];
  readonly #new: number[] = [];
  #created = 0;

  constructor({ posts }: OpeningsFacts, capacity: number) {
    this.#capacity = capacity;
    this.#today = posts.map(({ id, fte, load }) => ({ id, room: fte * capacity - load }));
  }

  create(created: number): void {
    const fte = (total: number, at: number) => Math.min(1, Math.max(0, total - at));
    for (let at = 0; at < created; at += 1)
      this.#new[at] = (this.#new[at] ?? 0) + (fte(created, at) - fte(this.#created, at)) * this.#capacity;
    this.#created = created;
  }

  /** Posts that have a way to a unit: those of today, the nearest first, then new ones in their order. */
  #reaching({ schools }: Unit): Found[] {
    const road = (id: string) =>
      schools.reduce<number | null>((sum, { minutes }) => {
        const one = minutes[id] ?? null;
        return sum === null || one === null ? null : sum + one;
      }, 0);
    const today = this.#today
      .flatMap(({ id, room }) => {
        const minutes = road(id);
        return minutes === null ? [] : [{ follower: { kind: 'today' as const, id }, room, minutes }];
      })
      .sort((a, b) => a.minutes - b.minutes || (a.follower.id < b.follower.id ? -1 : 1));
    const created = schools.every(({ isReachable }) => isReachable)
      ? this.#new.map((room, at) => ({
          follower: { kind: 'new' as const, number: at + 1 },
          room,
          minutes: null
        }))
      : [];
    return [...today, ...created];
  }

  /** Where a unit finds room, or what is missing. */
  find(unit: Unit): Found | Omit<Blocked, 'at'> {
    const reaching = this.#reaching(unit);
    const found = reaching.find(({ room }) => room + SLACK >= unit.work);
    return found ?? { left: reaching.reduce((most, { room }) => Math.max(most, room), 0) };
  }

  take(unit: Unit, follower: Follower): void {
    if (follower.kind === 'new') this.#new[follower.number - 1]! -= unit.work;
    else this.#today.find(({ id }) => id === follower.id)!.room -= unit.work;
  }
}

/** Units opened, each with its year and follower, and what was missing to the others year after year. */
function openUnits(units: readonly Unit[], rooms: Rooms, created: readonly number[]) {
  const opened = new Map<Unit, Opened>();
  const blocked = new Map<Unit, Blocked[]>();
  created.forEach((posts, at) => {
    rooms.create(posts);
    for (const unit of units) {
      if (opened.has(unit)) continue;
      const found = rooms.find(unit);
      if (!('follower' in found)) {
        blocked.set(unit, [...(blocked.get(unit) ?? []), { at, ...found }]);
        continue;
      }
      rooms.take(unit, found.follower);
      opened.set(unit, { at, ...found });
    }
  });
  return { opened, blocked };
}

const hasWay = ({ schools }: Unit, posts: OpeningsFacts['posts']) =>
  schools.every(({ isReachable }) => isReachable) ||
  posts.some(({ id }) => schools.every(({ minutes }) => (minutes[id] ?? null) !== null));

/**
 * The calendar of openings when so many posts are asked. Posts are created by equal steps at the next rentrées; at each, the queue is read
 * in its order, and a school opens when its work fits in the room of one post: a post of today under its share, the nearest first, then a
 * new one. What fits in the room of today's posts opens without a post more. A school that does not fit waits, and one ranked after it may
 * open before: both lines say so.
 *
 * @returns null where nothing tells what a post can follow
 */
export function openingsOf(facts: OpeningsFacts, asked: number): Openings | null {
  const capacity = capacityOf(facts);
  if (capacity === null) return null;
  const years = nextRentrees(facts.today, facts.since);
  const created = createdByYear(asked);
  const units = unitsOf(facts.queue);
  const { opened, blocked } = openUnits(units, new Rooms(facts, capacity), created);
  const unitOf = new Map(units.flatMap((unit) => unit.schools.map(({ id }) => [id, unit] as const)));
  const mostOfPost = Math.max(capacity, ...facts.posts.map(({ fte }) => fte * capacity));

  const exceptionOf = (unit: Unit, school: QueuedSchool): OpeningException | null => {
    const own = opened.get(unit);
    const at = units.indexOf(unit);
    if (!own && !hasWay(unit, facts.posts)) return { kind: 'no-way' };
    if (!own && unit.work > mostOfPost + SLACK)
      return { kind: 'too-large', needs: unit.work, most: mostOfPost };
    if (unit.schools.length > 1 && unit.schools[0] !== school)
      return { kind: 'group', with: unit.schools.flatMap(({ id }) => (id === school.id ? [] : [id])) };
    const year = own?.at ?? HORIZON;
    const overtaken = Math.min(
      ...units.slice(at + 1).flatMap((other) => {
        const then = opened.get(other)?.at;
        return then !== undefined && then < year ? [then] : [];
      })
    );
    const missing = blocked.get(unit)?.find((one) => one.at === overtaken);
    if (missing)
      return {
        kind: 'place',
        year: years[missing.at]!,
        needs: unit.work,
        left: missing.left
      };
    const passed = own
      ? units.slice(0, at).filter((other) => (opened.get(other)?.at ?? HORIZON) > own.at)
      : [];
    if (own && passed.length > 0)
      return {
        kind: 'ahead',
        year: years[own.at]!,
        room: own.room,
        passed: passed.flatMap(({ schools }) => schools.map(({ id }) => id))
      };
    return unit.schools.length > 1
      ? { kind: 'group', with: unit.schools.flatMap(({ id }) => (id === school.id ? [] : [id])) }
      : null;
  };

  const lines = facts.queue.map((school, at): OpeningLine => {
    const unit = unitOf.get(school.id)!;
    const own = opened.get(unit);
    return {
      id: school.id,
      rank: at + 1,
      opens: own ? years[own.at]! : null,
      follower: own?.follower ?? null,
      reach: own ? { minutes: own.minutes, room: own.room } : null,
      exception: exceptionOf(unit, school)
    };
  });
  return summed(facts, asked, lines, years, created);
}

function summed(
  { cost, followed, posts, queue }: OpeningsFacts,
  asked: number,
  lines: readonly OpeningLine[],
  years: readonly SchoolYear[],
  created: readonly number[]
): Openings {
  const team = fteOf({ posts });
  const openedBy = (year: SchoolYear) => lines.filter(({ opens }) => opens !== null && opens <= year);
  const all = openedBy(years.at(-1)!);
  return {
    asked,
    lines,
    years: years.map((year, at): OpeningYear => {
      const open = openedBy(year).length;
      return {
        year,
        posts: team + created[at]!,
        created: created[at]!,
        opened: lines.flatMap(({ id, opens }) => (opens === year ? [id] : [])),
        followed: followed + open,
        waiting: queue.length - open,
        cost: cost === null ? null : cost * created[at]!
      };
    }),
    opened: all.length,
    waiting: queue.length - all.length,
    cost: cost === null ? null : cost * asked,
    by: all.reduce<SchoolYear | null>(
      (last, { opens }) => (last === null || opens! > last ? opens : last),
      null
    )
  };
}
