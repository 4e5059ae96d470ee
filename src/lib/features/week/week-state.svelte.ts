// A week of the calendar of meetings: its days, hours, road and absences, and what is to be convened from today on.
import { createContext } from 'svelte';
import { coordinatorDays, toConvene } from '$lib/engines/meetings/index.ts';
import type { CalendarYear } from '$lib/figures/calendar/calendar-year.svelte.ts';
import { addDays, dayNumber, mondayOf, workingWeekOf } from '$lib/model/meetings/days.ts';
import { schoolYearOf, type Month } from '$lib/model/school-year.ts';
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { among } from '$lib/session/kit/address-kinds.ts';
import { matching } from '$lib/session/kit/address-settings.ts';

interface WeekAddress {
  /** A day of the week, ISO date; null: the week of today. */
  week: string | null;
  /** A coordinator; null: all of them. */
  who: string | null;
}

interface KnownWeek {
  coordinators: readonly string[];
}

const weekAddress = addressCodec<WeekAddress, KnownWeek>({
  week: param('semaine', matching(/^\d{4}-\d{2}-\d{2}$/), null),
  who: param('coordination', among('coordinators'), null)
});

export interface WeekAhead {
  monday: string;
  meetings: WeekMeeting[];
}

function byWeek(meetings: readonly WeekMeeting[]): WeekAhead[] {
  const mondays = meetings
    .map(({ date }) => mondayOf(date))
    .filter((monday, at, all) => all.indexOf(monday) === at);
  return mondays.map((monday) => ({
    monday,
    meetings: meetings.filter(({ date }) => mondayOf(date) === monday)
  }));
}

type CoordinatorDay = ReturnType<typeof coordinatorDays>[number];
export type WeekMeeting = CoordinatorDay['meetings'][number];

/** By date, then by hour. */
const inOrder = (meetings: readonly WeekMeeting[]): WeekMeeting[] =>
  [...meetings].sort((a, b) => (a.date === b.date ? a.begin - b.begin : a.date < b.date ? -1 : 1));

export class WeekState {
  readonly meetings: CalendarYear;
  address: WeekAddress = $state.raw({ week: null, who: null });
  /** ISO date; null until the page runs. */
  today: string | null = $state(null);

  /** Monday of the week of today, and of the week shown. */
  thisWeek: string | null = $derived.by(() => (this.today === null ? null : workingWeekOf(this.today)));
  monday: string = $derived.by(() => {
    const { week } = this.address;
    if (week !== null && !Number.isNaN(dayNumber(week))) return mondayOf(week);
    return this.thisWeek ?? this.meetings.usualWeek;
  });
  /** On a week-end: the working week opened by default has not begun. */
  isAhead: boolean = $derived.by(() => this.today !== null && mondayOf(this.today) !== this.thisWeek);
  isThisWeek: boolean = $derived.by(() => this.monday === this.thisWeek);
  dates: readonly string[] = $derived.by(() => [0, 1, 2, 3, 4].map((days) => addDays(this.monday, days)));
  /** School year of the week. */
  year: string = $derived.by(() => schoolYearOf(this.monday.slice(0, 7) as Month));
  /** Days with a meeting, of the coordinators chosen. */
  days: readonly CoordinatorDay[] = $derived.by(() => this.#daysOf(this.monday, addDays(this.monday, 6)));
  /** By date and hour: their order is their number on the map and in the days. */
  held: readonly WeekMeeting[] = $derived.by(() => inOrder(this.days.flatMap(({ meetings }) => meetings)));
  /** Minutes of road in the week. */
  road: number = $derived.by(() => this.days.reduce((sum, { minutes }) => sum + minutes, 0));
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made and counted; nothing of it is changed
  halves: number = $derived.by(() => new Set(this.held.map(({ date, half }) => `${date} ${half}`)).size);
  /** Meetings of the three weeks to come, in order, convened or not. */
  ahead: readonly WeekMeeting[] = $derived.by(() => {
    if (this.today === null) return [];
    const within = toConvene(this.meetings.plan, this.today, []);
    const last = within
      .map(({ date }) => date)
      .sort()
      .at(-1);
    if (last === undefined) return [];
    return inOrder(this.#daysOf(this.today, last).flatMap(({ meetings }) => meetings));
  });
  /** The same by week, in order: those to convene, with what is convened on this visit; those convened before. */
  weeksAhead = $derived.by(() => {
    const { convocations } = this.meetings;
    return {
      open: byWeek(this.ahead.filter((meeting) => !convocations.wasConvened(meeting))),
      convened: byWeek(this.ahead.filter((meeting) => convocations.wasConvened(meeting)))
    };
  });
  pending: readonly WeekMeeting[] = $derived.by(() =>
    this.ahead.filter((meeting) => !this.meetings.convocations.has(meeting))
  );
  /** Of those to convene, by when they are held. */
  urgent = $derived.by(() => {
    const { today, thisWeek, pending } = this;
    const until = thisWeek === null ? '' : addDays(thisWeek, 6);
    const on = (day: string) => pending.filter(({ date }) => date === day).length;
    return {
      today: today === null ? 0 : on(today),
      tomorrow: today === null ? 0 : on(addDays(today, 1)),
      week: pending.filter(({ date }) => date <= until).length
    };
  });
  /** Meetings of the calendar whose people or room are away. */
  broken = $derived.by(() =>
    (this.meetings.checked?.broken ?? []).filter(({ rule }) => rule === 'away' || rule === 'quorum')
  );

  constructor(meetings: CalendarYear) {
    this.meetings = meetings;
  }

  change(part: Partial<WeekAddress>): void {
    this.address = { ...this.address, ...part };
  }

  /** @param weeks forward, or back below 0 */
  move(weeks: number): void {
    const week = addDays(this.monday, 7 * weeks);
    this.change({ week: week === this.thisWeek ? null : week });
  }

  read(params: URLSearchParams): void {
    this.address = weekAddress.read(params, this.#known);
  }

  write(): URLSearchParams {
    return weekAddress.write(this.address, this.#known);
  }

  get #known() {
    return { coordinators: this.meetings.coordinators.map(({ id }) => id) };
  }

  #daysOf(from: string, to: string): readonly CoordinatorDay[] {
    const { planned, plan } = this.meetings;
    if (!planned) return [];
    const { who } = this.address;
    return coordinatorDays(planned, plan, from, to).filter(
      ({ coordinator }) => who === null || coordinator === who
    );
  }
}

export const [weekState, provideWeekState] = createContext<WeekState>();
