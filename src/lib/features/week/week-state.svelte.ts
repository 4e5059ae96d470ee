// A week of the calendar of meetings: its days, hours, road and absences, and what is to be convened from today on.
import { createContext } from 'svelte';
import { coordinatorDays, toConvene } from '$lib/engines/meetings/index.ts';
import type { SessionDay } from '$lib/engines/actions/index.ts';
import type { PlannedSession } from '$lib/figures/actions/action-year.ts';
import type { AgendaState } from '$lib/figures/calendar/agenda-state.svelte.ts';
import type { SessionsRead } from '$lib/figures/actions/sessions-read.svelte.ts';
import type { CalendarYear } from '$lib/figures/calendar/calendar-year.svelte.ts';
import { addDays, dayNumber, mondayOf, workingWeekOf } from '$lib/model/meetings/days.ts';
import { sameSlot, type PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';
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
const inOrder = <Held extends Pick<WeekMeeting, 'date' | 'begin'>>(held: readonly Held[]): Held[] =>
  [...held].sort((a, b) => (a.date === b.date ? a.begin - b.begin : a.date < b.date ? -1 : 1));

/** One, over meetings and sessions together. */
export const heldKey = (held: WeekMeeting | PlannedSession): string =>
  'team' in held ? `${held.team}/${held.number}` : held.id;

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
  /** Monday to Friday, and a day of the week-end that has a session. */
  dates: readonly string[] = $derived.by(() =>
    [0, 1, 2, 3, 4, 5, 6]
      .map((days) => addDays(this.monday, days))
      .filter((date, at) => at < 5 || this.sessions.some((one) => one.date === date))
  );
  /** School year of the week. */
  year: string = $derived.by(() => schoolYearOf(this.monday.slice(0, 7) as Month));
  /** Days with a meeting, of the coordinators chosen. */
  days: readonly CoordinatorDay[] = $derived.by(() => this.#daysOf(this.monday, addDays(this.monday, 6)));
  readonly #read: () => SessionsRead | null;
  /** Sessions of the week to which the coordinators chosen come, or in a commune of theirs; less those cancelled. */
  sessions: readonly PlannedSession[] = $derived.by(() => {
    const [from, to] = [this.monday, addDays(this.monday, 6)];
    return (this.actions?.figures.sessions ?? []).filter(
      (session) =>
        from <= session.date &&
        session.date <= to &&
        session.status !== 'cancelled' &&
        this.#isChosen(session)
    );
  });
  /** Days of those who go with these sessions. */
  sessionDays: readonly SessionDay[] = $derived.by(() => {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made and read at once
    const ids = new Set(this.sessions.map(({ id }) => id));
    const days = this.actions?.figures.daysOf(this.monday, addDays(this.monday, 6)) ?? [];
    return days.filter(({ stops }) => stops.some(({ id }) => ids.has(id)));
  });
  /** Meetings and sessions by date and hour: their order is their number on the map and in the days. */
  readonly #numbered: readonly string[] = $derived.by(() =>
    inOrder<WeekMeeting | PlannedSession>([...this.held, ...this.sessions]).map(heldKey)
  );
  /** By date and hour. */
  held: readonly WeekMeeting[] = $derived.by(() => inOrder(this.days.flatMap(({ meetings }) => meetings)));
  /** Minutes of road in the week: of the meetings, and what the sessions add. */
  road: number = $derived.by(
    () =>
      this.days.reduce((sum, { minutes }) => sum + minutes, 0) +
      this.sessionDays.reduce((sum, { added }) => sum + added.value, 0)
  );
  /** Sessions to which nobody comes whose road is known. */
  roadless: number = $derived.by(() => {
    const known = this.sessionDays.filter(({ added }) => added.unknown === 0).flatMap(({ stops }) => stops);
    return this.sessions.filter(({ id }) => !known.some((stop) => stop.id === id)).length;
  });
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

  /** Meetings to come that people were convened to and that are held no more at that date, with their new one; null without any. */
  displaced = $derived.by(() => {
    const { plan, convocations, timed } = this.meetings;
    const { today } = this;
    return convocations.list.flatMap((former) => {
      const isOf = ({ team }: Pick<PlannedMeeting, 'team'>) => team === former.team;
      if (today === null || former.date < today || !this.#isOfChosen(former.team)) return [];
      if (plan.some((one) => isOf(one) && sameSlot(one, former))) return [];
      const now = timed.find((one) => isOf(one) && one.number === former.number) ?? null;
      // Convened again: the cancellation went with it.
      return now && convocations.has(now) ? [] : [{ former, now }];
    });
  });
  readonly #agenda: Pick<AgendaState, 'seenAt'> | null;

  constructor(
    meetings: CalendarYear,
    read: () => SessionsRead | null = () => null,
    agenda: Pick<AgendaState, 'seenAt'> | null = null
  ) {
    this.meetings = meetings;
    this.#read = read;
    this.#agenda = agenda;
  }

  /** Situations that a meeting reviews; null while that is not known. */
  situationsAt(meeting: WeekMeeting): number | null {
    return this.#agenda?.seenAt(meeting)?.length ?? null;
  }

  /** Sessions of actions; null until they are read. */
  get actions(): SessionsRead | null {
    return this.#read();
  }

  isOfWeek = ({ id }: Pick<PlannedSession, 'id'>): boolean => this.sessions.some((one) => one.id === id);

  numberOf(held: WeekMeeting | PlannedSession): number {
    return this.#numbered.indexOf(heldKey(held)) + 1;
  }

  /** Minutes that a session adds to the road of who comes; told once a day and person, with the first one. */
  addedRoad({ id }: PlannedSession): number {
    const first = ({ stops }: SessionDay) => stops.find((stop) => this.isOfWeek(stop))?.id;
    return this.sessionDays
      .filter((day) => first(day) === id)
      .reduce((sum, { added }) => sum + added.value, 0);
  }

  #isChosen({ people, commune }: PlannedSession): boolean {
    const { who } = this.address;
    return who === null || people.includes(who) || !!this.actions?.around.coordinators(commune).includes(who);
  }

  #isOfChosen(team: string): boolean {
    const { who } = this.address;
    return who === null || this.meetings.team(team)?.coordinator === who;
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
