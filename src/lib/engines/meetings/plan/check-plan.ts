// Recomputes a plan from the problem as it was stated, by nothing that the search uses: rules broken, and what the plan costs.
import { dayNumber, weekdayOf, weekOf } from '../../../model/meetings/days.ts';
import {
  DAY_MEETINGS,
  HALF_DAY_MEETINGS,
  HOUR_STEP,
  NEAR_MINUTES,
  WEEK_MEETINGS,
  type MeetingHours,
  type MeetingProblem,
  type PlannedMeeting
} from '../../../model/meetings/meeting-problem.ts';
import { roomOf, type Away } from '../../../model/meetings/meetings-file.ts';
import type { BrokenRule } from '../../../model/meetings/meeting-rules.ts';

/** In units of cost. */
export interface PlanCost {
  missing: number;
  road: number;
  days: number;
  spacing: number;
  weeks: number;
  total: number;
}

/** In what a service counts. */
export interface YearFigures {
  /** Absences of members, and of the members weighted. */
  absences: number;
  invitations: number;
  /** Minutes of the coordinators' tours, and days out, in the year. */
  minutes: number;
  daysOut: number;
  byCoordinator: Record<string, CoordinatorFigures>;
}

export interface CoordinatorFigures {
  meetings: number;
  minutes: number;
  daysOut: number;
  /** Weeks with more than `WEEK_MEETINGS`. */
  weeksOver: number;
}

export interface CheckedYear {
  broken: BrokenRule[];
  cost: PlanCost;
  figures: YearFigures;
}

type AwayByWho = ReadonlyMap<string, readonly Away[]>;

function awayOf(problem: MeetingProblem): AwayByWho {
  const away = new Map<string, Away[]>();
  for (const absence of problem.away) {
    const own = away.get(absence.who);
    if (own) own.push(absence);
    else away.set(absence.who, [absence]);
  }
  return away;
}

const isAway = (away: AwayByWho, who: string, { date, half }: PlannedMeeting): boolean =>
  (away.get(who) ?? []).some(
    (absence) =>
      (absence.half == null || absence.half === half) &&
      (absence.weekday === undefined || absence.weekday === weekdayOf(dayNumber(date))) &&
      (absence.from === undefined || absence.from <= date) &&
      (absence.to === undefined || date <= absence.to)
  );

function grouped<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => orders(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}

/** Whether meetings in these places, in this order, have ended when their half-day has, and leave time for the road at noon. */
function keepsHours(
  hours: MeetingHours,
  road: (from: string, to: string) => number,
  halves: { am: readonly string[]; pm: readonly string[] }
): boolean {
  let left: { place: string; at: number } | null = null;
  for (const half of ['am', 'pm'] as const) {
    const [opens, closes] = hours[half];
    for (const [i, place] of halves[half].entries()) {
      const ready: number = left ? left.at + road(left.place, place) : opens;
      if (i === 0 && ready > opens) return false;
      const begins: number = i === 0 ? opens : opens + HOUR_STEP * Math.ceil((ready - opens) / HOUR_STEP);
      left = { place, at: begins + hours.meeting };
      if (left.at > closes) return false;
    }
  }
  return true;
}

/** Members of a team who are away at a meeting, in the order of the problem. */
export function absentees(
  problem: MeetingProblem,
  meeting: PlannedMeeting,
  away: AwayByWho = awayOf(problem)
): string[] {
  const team = problem.teams.find(({ id }) => id === meeting.team);
  return (team?.members ?? [])
    .filter(({ partner }) => isAway(away, partner, meeting))
    .map(({ partner }) => partner);
}

/**
 * Meetings to come of a plan that members declared away miss, or those who come to the teams of their absence.
 * @param absences declared; those of a coordinator or of a room are rules, and touch no meeting of a plan that keeps them
 * @returns each with who misses it, in the order of the plan
 */
export function meetingsTouched(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  absences: readonly Away[]
): { meeting: PlannedMeeting; who: string[] }[] {
  const away = awayOf({ ...problem, away: [...absences] });
  return plan.flatMap((meeting) => {
    if (meeting.date < (problem.from ?? '')) return [];
    const others = absences.filter((one) => one.teams?.includes(meeting.team)).map((one) => one.who);
    const who = [...absentees(problem, meeting, away), ...others.filter((one) => isAway(away, one, meeting))];
    return who.length > 0 ? [{ meeting, who }] : [];
  });
}

/** What the parts of the check read, and add to. */
interface Checked {
  problem: MeetingProblem;
  plan: readonly PlannedMeeting[];
  teamOf: ReadonlyMap<string, MeetingProblem['teams'][number]>;
  cost: PlanCost;
  figures: YearFigures;
  broke: (rule: BrokenRule['rule'], meetings: readonly PlannedMeeting[], who?: string) => void;
  /** Minutes between two communes. */
  road: (from: string, to: string) => number;
}

/** Each team has its meetings, in order and well apart, on days of the calendar, with its coordinator, room and quorum. */
function checkTeams({ problem, plan, cost, figures, broke }: Checked): void {
  const { teams, calendar, weights } = problem;
  const away = awayOf(problem);
  const days = new Set(calendar);
  const span = calendar.length > 0 ? dayNumber(calendar.at(-1)!) - dayNumber(calendar[0]!) : 0;
  for (const team of teams) {
    const own = plan.filter((meeting) => meeting.team === team.id).sort((a, b) => a.number - b.number);
    if (own.length !== team.meetings || own.some(({ number }, i) => number !== i + 1)) broke('count', own);
    own.forEach((meeting, i) => {
      if (!days.has(meeting.date)) broke('calendar', [meeting]);
      for (const who of [team.coordinator, roomOf(team.commune)])
        if (isAway(away, who, meeting)) broke('away', [meeting], who);
      const absent = absentees(problem, meeting, away);
      for (const [name, least] of Object.entries(team.quorum)) {
        const there = team.members.filter(
          (member) => member.class === name && !absent.includes(member.partner)
        );
        if (there.length < least) broke('quorum', [meeting], name);
      }
      for (const member of team.members)
        if (absent.includes(member.partner)) cost.missing += weights.missing * member.weight;
      figures.absences += absent.length;
      figures.invitations += team.members.length;
      const before = own[i - 1];
      if (!before) return;
      const gap = dayNumber(meeting.date) - dayNumber(before.date);
      if (gap < 1) broke('order', [before, meeting]);
      if (gap < team.band[0] || gap > team.band[1]) broke('band', [before, meeting]);
      cost.spacing += weights.spacing * Math.abs(gap - span / team.meetings);
    });
  }
}

/** Nobody is in two teams at once, nor two teams in one room, and the road of noon can be made. */
function checkPartners({ problem: { hours }, plan, teamOf, broke, road }: Checked): void {
  for (const together of grouped(plan, ({ date }) => date)) {
    together.forEach((one, i) => {
      for (const other of together.slice(i + 1)) {
        const [a, b] = [teamOf.get(one.team), teamOf.get(other.team)];
        if (!a || !b || a.coordinator === b.coordinator) continue;
        const common = a.members.find(({ partner }) =>
          b.members.some((member) => member.partner === partner)
        );
        const atOnce = one.half === other.half;
        if (common && atOnce) broke('two-places', [one, other], common.partner);
        else if (hours && atOnce && a.commune === b.commune)
          broke('two-places', [one, other], roomOf(a.commune));
        else if (hours && common && !atOnce && a.commune !== b.commune)
          if (Math.max(road(a.commune, b.commune), road(b.commune, a.commune)) > hours.pm[0] - hours.am[1])
            broke('hours', [one, other], common.partner);
      }
    });
  }
}

/** The days and weeks of each coordinator. */
function checkCoordinators({ problem, plan, teamOf, cost, figures, broke, road }: Checked): void {
  const { coordinators, weights, hours } = problem;
  for (const { id, commune } of coordinators) {
    const own = plan.filter(({ team }) => teamOf.get(team)?.coordinator === id);
    const sum: CoordinatorFigures = { meetings: own.length, minutes: 0, daysOut: 0, weeksOver: 0 };
    for (const ofDay of grouped(own, ({ date }) => date)) {
      if (ofDay.length > DAY_MEETINGS) broke('day', ofDay, id);
      const halves = (['am', 'pm'] as const).map((half) => ofDay.filter((meeting) => meeting.half === half));
      const placeOf = ({ team }: PlannedMeeting) => teamOf.get(team)!.commune;
      for (const ofHalf of halves) {
        if (ofHalf.length > HALF_DAY_MEETINGS) broke('half-day', ofHalf, id);
        const [one, other] = ofHalf.map(placeOf);
        if (one !== undefined && other !== undefined)
          if (Math.max(road(one, other), road(other, one)) > NEAR_MINUTES) broke('far', ofHalf, id);
      }
      const tours = orders(halves[0]!).flatMap((first) =>
        orders(halves[1]!).map((second) => {
          const [am, pm] = [first.map(placeOf), second.map(placeOf)];
          const stops = [commune, ...am, ...pm, commune];
          return {
            holds: !hours || keepsHours(hours, road, { am, pm }),
            minutes: stops.slice(1).reduce((total, stop, i) => total + road(stops[i]!, stop), 0)
          };
        })
      );
      const held = tours.filter(({ holds }) => holds);
      if (held.length === 0) broke('hours', ofDay, id);
      sum.minutes += Math.min(...(held.length > 0 ? held : tours).map((tour) => tour.minutes));
      sum.daysOut += 1;
    }
    for (const ofWeek of grouped(own, ({ date }) => String(weekOf(dayNumber(date))))) {
      const over = Math.max(0, ofWeek.length - WEEK_MEETINGS);
      cost.weeks += weights.week * over;
      if (over > 0) sum.weeksOver += 1;
    }
    cost.road += weights.minute * sum.minutes;
    cost.days += weights.day * sum.daysOut;
    figures.minutes += sum.minutes;
    figures.daysOut += sum.daysOut;
    figures.byCoordinator[id] = sum;
  }
}

export function checkPlan(problem: MeetingProblem, plan: readonly PlannedMeeting[]): CheckedYear {
  const { teams, minutes, locked, from = '' } = problem;
  const broken: BrokenRule[] = [];
  const broke: Checked['broke'] = (rule, meetings, who) => {
    const isHeld = meetings.length > 0 && meetings.every(({ date }) => date < from);
    if (rule === 'count' || !isHeld) broken.push({ rule, meetings, ...(who !== undefined && { who }) });
  };
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  const cost: PlanCost = { missing: 0, road: 0, days: 0, spacing: 0, weeks: 0, total: 0 };
  const figures: YearFigures = { absences: 0, invitations: 0, minutes: 0, daysOut: 0, byCoordinator: {} };
  const road: Checked['road'] = (a, b) => minutes[a]?.[b] ?? 0;
  const checked: Checked = { problem, plan, teamOf, cost, figures, broke, road };
  checkTeams(checked);
  for (const meeting of plan) if (!teamOf.has(meeting.team)) broke('count', [meeting]);
  checkPartners(checked);
  checkCoordinators(checked);
  for (const lock of locked) {
    const kept = plan.some(
      ({ team, number, date, half }) =>
        team === lock.team && number === lock.number && date === lock.date && half === lock.half
    );
    if (!kept) broke('locked', [lock]);
  }
  cost.total = cost.missing + cost.road + cost.days + cost.spacing + cost.weeks;
  return { broken, cost, figures };
}
