// The days of coordinators in a week: in what order they hold their meetings, and the minutes of road of each day.
import type { MeetingProblem, PlannedMeeting } from '../../../model/meetings/meeting-problem.ts';
import { noonAfter } from '../problem/half-day.ts';

export interface DayTour {
  coordinator: string;
  date: string;
  /** Commune that the coordinator leaves from and comes back to. */
  base: string;
  /** In the order of the day; `commune` is where each is held. */
  stops: { meeting: PlannedMeeting; commune: string }[];
  /** Of road, there and back. */
  minutes: number;
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => orders(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}

/** The shortest day of a coordinator that holds these meetings and is in time after noon, those of the morning first. */
function dayTour(
  { minutes, teams, coordinators, hours }: MeetingProblem,
  coordinator: string,
  meetings: readonly PlannedMeeting[]
): DayTour {
  const base = coordinators.find(({ id }) => id === coordinator)?.commune ?? '';
  // Of two tours as short, the same one whatever the order of the plan.
  const stops = [...meetings]
    .sort((a, b) => (a.team < b.team ? -1 : 1))
    .map((meeting) => ({
      meeting,
      commune: teams.find(({ id }) => id === meeting.team)?.commune ?? ''
    }));
  const road = (tour: readonly { commune: string }[]) => {
    const places = [base, ...tour.map(({ commune }) => commune), base];
    return places.slice(1).reduce((sum, to, i) => sum + (minutes[places[i]!]?.[to] ?? 0), 0);
  };
  const ofHalf = (half: string) => orders(stops.filter(({ meeting }) => meeting.half === half));
  const inTime = (am: typeof stops, pm: typeof stops) => {
    const [last, next] = [am.at(-1), pm[0]];
    if (!last || !next) return true;
    const before = am.at(-2);
    const between = before ? (minutes[before.commune]?.[last.commune] ?? 0) : null;
    return (minutes[last.commune]?.[next.commune] ?? 0) <= noonAfter(hours, between);
  };
  const all = ofHalf('am').flatMap((am) => ofHalf('pm').map((pm) => ({ am, pm })));
  const kept = all.filter(({ am, pm }) => inTime(am, pm));
  const tours = (kept.length > 0 ? kept : all).map(({ am, pm }) => [...am, ...pm]);
  const best = tours.reduce((one, other) => (road(other) < road(one) ? other : one));
  return { coordinator, date: meetings[0]?.date ?? '', base, stops: best, minutes: road(best) };
}

/** Days with a meeting, by coordinator in the order of the problem, then by date. */
export function toursOf(problem: MeetingProblem, meetings: readonly PlannedMeeting[]): DayTour[] {
  const leaderOf = new Map(problem.teams.map(({ id, coordinator }) => [id, coordinator]));
  return problem.coordinators.flatMap(({ id }) => {
    const own = meetings.filter(({ team }) => leaderOf.get(team) === id);
    const dates = [...new Set(own.map(({ date }) => date))].sort();
    return dates.map((date) =>
      dayTour(
        problem,
        id,
        own.filter((one) => one.date === date)
      )
    );
  });
}
