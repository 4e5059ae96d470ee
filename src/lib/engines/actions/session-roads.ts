// The road that sessions add to the days of whoever comes to them: it is of the week, never of the yearly share of load.
import {
  isAhead,
  type ActionSession,
  type ActionYear,
  type Engagement
} from '../../model/actions/action-year.ts';
import type { KnownSum } from '../../model/known-sum.ts';
import { byJson } from './order.ts';
import { dayRoad } from './roads.ts';

/** A day of somebody whose base is known, with a session at least. */
export interface SessionDay {
  person: string;
  date: string;
  base: string;
  /** Sessions and meetings, in the order of the day. */
  stops: Engagement[];
  /** Minutes of road that the sessions add to the meetings of that day, there and back. */
  added: KnownSum;
}

const isHeld = (session: ActionSession) => isAhead(session) || session.status === 'held';

/**
 * Days with a session from one date to another, both included, of people whose base is known; by date, then by person.
 *
 * @returns `added` is the day's road less that of its meetings alone: a session on the way to a meeting adds the detour only
 */
export function sessionDays(
  { sessions, meetings, people, minutes }: ActionYear,
  from: string,
  to: string
): SessionDay[] {
  const inTime = ({ date }: Engagement) => from <= date && date <= to;
  const held = sessions.filter((one) => isHeld(one) && inTime(one));
  const met = meetings.filter(inTime);
  const days = people.flatMap(({ id: person, base }) => {
    if (base === undefined) return [];
    const comes = (one: Engagement) => one.people.includes(person);
    const dates = [...new Set(held.filter(comes).map(({ date }) => date))];
    return dates.map((date): SessionDay => {
      const isThen = (one: Engagement) => one.date === date && comes(one);
      const before = met.filter(isThen);
      const stops = [...before, ...held.filter(isThen)].sort((a, b) => a.begin - b.begin || a.end - b.end);
      const [all, alone] = [stops, before].map((some) => dayRoad(minutes, some, base));
      return {
        person,
        date,
        base,
        stops,
        added: { value: all!.value - alone!.value, unknown: all!.unknown }
      };
    });
  });
  return byJson(days, ({ date, person }) => [date, person]);
}
