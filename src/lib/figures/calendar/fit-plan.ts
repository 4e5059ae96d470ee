// A kept year in the territory as it is now: what no longer has its place is left out and named, the rest stays.
import type { PlannedMeeting, Slot } from '$lib/model/meetings/meeting-problem.ts';
import { roomOf, type MeetingsFile } from '$lib/model/meetings/meetings-file.ts';
import type { KeptYear } from '$lib/storage/meeting-plan.ts';
import { renumbered, type SetAside } from '$lib/engines/meetings/index.ts';

export type Misfit =
  /** A team that is no longer listed, or that cannot be convened, and its meetings. */
  | { kind: 'team'; team: string; count: number }
  /** Meetings of a team that are no longer asked for. */
  | { kind: 'more'; team: string; count: number }
  /** A day on which teams no longer meet. */
  | { kind: 'closed'; team: string; slot: Slot }
  /** Somebody who is no longer listed: absences. */
  | { kind: 'who'; who: string; count: number };

/** What the territory has now. */
export interface KnownYear {
  /** Meetings asked of each team that can be convened, before those that are cancelled. */
  meetings: ReadonlyMap<string, number>;
  days: ReadonlySet<string>;
  /** Members, coordinators and rooms. */
  who: ReadonlySet<string>;
}

/**
 * @param days on which teams meet in that year
 * @param planned teams that can be convened, with the meetings asked of each
 */
export function yearNow({
  file,
  teams,
  days,
  planned
}: {
  file: Pick<MeetingsFile, 'members' | 'coordinators'>;
  teams: readonly { commune: string }[];
  days: readonly string[];
  planned: readonly { id: string; meetings: number }[];
}): KnownYear {
  return {
    meetings: new Map(planned.map(({ id, meetings }) => [id, meetings])),
    days: new Set(days),
    who: new Set([
      ...file.members.map(({ partner }) => partner),
      ...file.coordinators.map(({ id }) => id),
      ...teams.map(({ commune }) => roomOf(commune))
    ])
  };
}

const keyOf = ({ team, date, half }: { team: string } & Slot) => `${team} ${date} ${half}`;

/** Never throws. Meetings are numbered anew in the order of their dates. */
export function fitYear(kept: KeptYear, known: KnownYear): { year: KeptYear; misfits: Misfit[] } {
  const misfits: Misfit[] = [];
  const cancelled = kept.cancelled.filter((team) => known.meetings.has(team));
  const teams = [...new Set(kept.plan.map(({ team }) => team))];
  const plan = teams.flatMap((team) => {
    const own = renumbered(kept.plan.filter((one) => one.team === team));
    const listed = known.meetings.get(team);
    if (listed === undefined) {
      misfits.push({ kind: 'team', team, count: own.length });
      return [];
    }
    const open = own.filter((one) => {
      const isOpen = known.days.has(one.date);
      if (!isOpen) misfits.push({ kind: 'closed', team, slot: { date: one.date, half: one.half } });
      return isOpen;
    });
    const asked = Math.max(0, listed - cancelled.filter((one) => one === team).length);
    if (open.length > asked) misfits.push({ kind: 'more', team, count: open.length - asked });
    return open.slice(0, asked);
  });
  const strangers = new Map<string, number>();
  const absences = kept.absences.filter(({ who }) => {
    if (known.who.has(who)) return true;
    strangers.set(who, (strangers.get(who) ?? 0) + 1);
    return false;
  });
  for (const [who, count] of strangers) misfits.push({ kind: 'who', who, count });
  const now = new Map(renumbered(plan).map((one) => [keyOf(one), one]));
  const locked = kept.locked.flatMap((lock) => now.get(keyOf(lock)) ?? []);
  return { year: { ...kept, plan: [...now.values()], locked, absences, cancelled }, misfits };
}

/** Teams of which a plan holds fewer meetings than are asked, without a reason. */
export const undatedOf = (
  teams: readonly { readonly id: string; readonly meetings: number }[],
  plan: readonly Pick<PlannedMeeting, 'team'>[]
): SetAside[] =>
  teams.flatMap(({ id, meetings }): SetAside[] => {
    const held = plan.filter(({ team }) => team === id).length;
    return held < meetings ? [{ team: id, held, meetings: meetings - held, conflict: [] }] : [];
  });

export const sameMeeting = (one: PlannedMeeting, other: PlannedMeeting): boolean =>
  one.team === other.team && one.number === other.number;
