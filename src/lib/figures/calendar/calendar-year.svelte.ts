// The calendar of a school year: what its plan depends on, its dates and what they come to, absences declared, who was convened. Pages that
// show it add what they choose, and how to undo.
import { createContext } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Team } from '$lib/cube/programme.ts';
import {
  checkPlan,
  heldBefore,
  holidaysOf,
  holidayZone,
  meetingsTouched,
  nextSchoolYear,
  schoolDays,
  stillUndated,
  timedYear,
  withoutUndated,
  yearProblem,
  yearsWith,
  type CheckedYear,
  type SetAside
} from '$lib/engines/meetings/index.ts';
import { readCalendarCode } from './calendar-code.ts';
import { mondayOf, workingWeekOf } from '$lib/model/meetings/days.ts';
import {
  hoursOf,
  isFixed,
  type MeetingHours,
  type MeetingProblem,
  type PlannedMeeting,
  type Preset,
  type TimedMeeting
} from '$lib/model/meetings/meeting-problem.ts';
import {
  isRoom,
  type Away,
  type MeetingsFile,
  type SchoolYearCalendar,
  type Zone
} from '$lib/model/meetings/meetings-file.ts';
import type { Finding } from '$lib/model/findings.ts';
import { today } from '$lib/session/today.ts';
import type { DeclaredAbsence } from '$lib/storage/kept-decision.ts';
import type { KeptYear } from '$lib/storage/meeting-plan.ts';
import { calendarAddress, hoursIn, type CalendarInputs, type KnownMeetings } from './calendar-address.ts';
import { Convocations, fictitiousConvocations } from './convocations.svelte.ts';
import { undatedOf, yearNow, type KnownYear } from './fit-plan.ts';
import { FirstPlans } from './first-plans.ts';
import type { MeetingsData } from './load-meetings.ts';
import { PlanSearch } from './plan-search.svelte.ts';
import { yearColumns } from './weeks.ts';

/** What may be changed of a year, beside its plan. */
export type Stated = Pick<KeptYear, 'absences' | 'cancelled' | 'locked'>;

/** @typeParam Address what a page reads in its link, with the inputs of the plan */
export class CalendarYear<Address extends CalendarInputs = CalendarInputs> {
  readonly dashboard: Dashboard;
  readonly file: MeetingsFile;
  readonly teams: readonly Team[];
  readonly coordinators: MeetingsFile['coordinators'];
  readonly minutes: MeetingProblem['minutes'];
  readonly zone: Zone | null;
  /** Years that may be planned. */
  readonly years: readonly SchoolYearCalendar[];
  readonly search: PlanSearch;
  /** ISO date: what is before it is held. */
  readonly today: string;
  address: Address = $state.raw() as Address;
  plan: readonly PlannedMeeting[] = $state.raw([]);
  locked: readonly PlannedMeeting[] = $state.raw([]);
  /** Declared on the page, beside those of the file. */
  absences: readonly Away[] = $state.raw([]);
  /** The post that the decision in use declares absent, from the meetings of the teams of its schools. */
  postAway: (Away & DeclaredAbsence & { teams: readonly string[] }) | null = $state.raw(null);
  /** Teams with a meeting less than the service's list says, once for each meeting that is cancelled. */
  cancelled: readonly string[] = $state.raw([]);
  readonly convocations = new Convocations();
  #opened: string | null = $state(null);
  /** Ends with the search of the year that is open, where it was planned anew. */
  opened: Promise<void> = Promise.resolve();
  protected undated: readonly SetAside[] = $state.raw([]);
  /** What the last search was asked. */
  #searched:
    (Stated & { preset: Preset; plan: readonly PlannedMeeting[]; year: string; worth: number }) | null =
    $state.raw(null);

  preset: Preset = $derived(this.address.preset);
  hours: MeetingHours = $derived.by(() => hoursOf(this.address.meeting, this.address));
  year: SchoolYearCalendar = $derived.by(
    () =>
      this.years.find(({ year }) => year === this.address.year) ??
      nextSchoolYear(this.dashboard.years.at(-1), this.years)
  );
  holidays = $derived.by(() => holidaysOf({ year: this.year, zone: this.zone }));
  days: readonly string[] = $derived.by(() =>
    schoolDays({
      year: this.year,
      zone: this.zone,
      departement: this.file.departement,
      closed: this.file.closed
    })
  );
  columns = $derived.by(() => yearColumns(this.days, this.holidays));
  /** Mondays of the weeks in which teams may meet. */
  weeks: readonly string[] = $derived.by(() =>
    this.columns.flatMap((column) => (column.kind === 'week' ? [column.monday] : []))
  );
  #stated = $derived.by(() => this.stated(this));
  problem: MeetingProblem | null = $derived(this.#stated.problem);
  /** Teams that cannot be convened, by code. */
  left: readonly Finding[] = $derived(this.#stated.findings);
  /** Teams of which meetings have no date in the plan on screen, and why. */
  aside: readonly SetAside[] = $derived.by(() => stillUndated(this.problem, this.undated));
  /** The problem of the meetings that have a date. */
  planned: MeetingProblem | null = $derived.by(
    () => this.problem && withoutUndated(this.problem, this.aside)
  );
  /** Of the plan on screen: that of the search, where the year is the one that it was asked. */
  checked: CheckedYear | null = $derived.by(() => {
    if (!this.planned || this.plan.length === 0) return null;
    const { progress, aside } = this.search;
    const isSearched =
      this.#isAsked &&
      this.#searched?.locked === this.locked &&
      this.undated === aside &&
      progress?.meetings === this.plan;
    return (isSearched && progress.checked) || this.#check(this.planned, this.plan);
  });
  /** The plan on screen with its hours, in order. */
  timed: readonly TimedMeeting[] = $derived.by(() =>
    this.planned ? timedYear(this.planned, this.plan) : []
  );
  /** Meetings that the service asks for, of every team whose number is known, less those that are cancelled. */
  asked: number = $derived.by(
    () => this.teams.reduce((sum, { meetings }) => sum + (meetings ?? 0), 0) - this.cancelled.length
  );
  /** The year on screen is the one that the last search was asked, or a stricter one. */
  #isAsked: boolean = $derived.by(() => {
    const asked = this.#searched;
    return (
      asked !== null &&
      asked.year === this.year.year &&
      asked.preset === this.preset &&
      asked.absences === this.absences &&
      asked.cancelled === this.cancelled &&
      asked.locked.every((lock) => this.isLocked(lock))
    );
  });
  /** At most so much better is possible, a share; null when the plan is not the search's, or the question another. */
  gap: number | null = $derived.by(() => {
    const { progress } = this.search;
    const asked = this.#searched;
    if (!asked || !progress) return null;
    if (!this.#isAsked || (progress.meetings !== this.plan && !this.isNoBetter)) return null;
    if (progress.meetings === this.plan) return progress.gap;
    const { bound } = progress;
    return bound === null || asked.worth === 0 ? null : Math.max(0, (asked.worth - bound) / asked.worth);
  });
  isSearching: boolean = $derived.by(() => this.search.phase === 'pending');
  /** The calendar is looked for, and there is none before it: nothing of it can be shown. */
  isPending: boolean = $derived.by(
    () => this.plan.length === 0 && (this.isSearching || this.#opened === null)
  );
  /** The plan on screen is the one that the last search began with: it found none that costs less. */
  isNoBetter: boolean = $derived.by(
    () =>
      this.#isAsked &&
      this.#searched !== null &&
      this.#searched.worth < Infinity &&
      this.#searched.plan === this.plan &&
      this.aside.length === 0
  );
  /** What the first plan of a year is made from: it is the same for all who have these. */
  #inputs: string = $derived.by(() => JSON.stringify([this.year.year, this.preset, this.hours]));
  /** The plan that comes of the inputs alone, and which they were. */
  #made: { inputs: string; plan: readonly PlannedMeeting[] } | null = $state.raw(null);
  /** The plan on screen is the one that anybody who has the inputs is shown. */
  isUsual: boolean = $derived.by(
    () =>
      this.#made?.plan === this.plan &&
      this.#made.inputs === this.#inputs &&
      [this.locked, this.absences, this.cancelled].every(({ length }) => length === 0)
  );
  /** The year on screen, as it is kept. */
  kept: KeptYear = $derived.by(() => {
    const { plan, locked, absences, cancelled, preset } = this;
    const convened = this.convocations.list;
    const kept = { year: this.year.year, preset, plan, locked, absences, cancelled };
    return convened.length > 0 ? { ...kept, convened } : kept;
  });
  /** Monday of the week of today or the next one, else of the first with meetings. */
  usualWeek: string = $derived.by(() => {
    const now = workingWeekOf(this.today);
    const current = now < (this.weeks[0] ?? '') ? undefined : this.weeks.find((monday) => monday >= now);
    if (current !== undefined) return current;
    const first = this.plan.map(({ date }) => date).sort()[0];
    return first === undefined ? (this.weeks[0] ?? '') : mondayOf(first);
  });
  /** Absences of members that a person declared for a period, and that of a post: a diary that was read is the usual, not a change. */
  declared: readonly Away[] = $derived.by(() => [
    ...this.absences.filter(
      ({ who, from, readOn }) =>
        from !== undefined &&
        readOn === undefined &&
        !isRoom(who) &&
        !this.coordinators.some(({ id }) => id === who)
    ),
    ...(this.postAway ? [this.postAway] : [])
  ]);
  /** Meetings to come that a declared absence touches: held without somebody, unless they are moved. */
  touched = $derived.by(() => (this.planned ? meetingsTouched(this.planned, this.plan, this.declared) : []));

  constructor(
    dashboard: Dashboard,
    data: MeetingsData & { file: MeetingsFile },
    first: FirstPlans = new FirstPlans(),
    now = today()
  ) {
    this.today = now;
    this.dashboard = dashboard;
    this.file = data.file;
    this.years = yearsWith(data.file.years);
    this.teams = data.programme.teams;
    this.coordinators = data.file.coordinators;
    this.minutes = data.minutes;
    this.zone = holidayZone(data.file.departement);
    this.search = new PlanSearch(first);
    this.address = calendarAddress.usual(this.known) as Address;
  }

  /** The year with other absences, cancelled or fixed meetings. */
  stated({ absences, cancelled, locked }: Stated): ReturnType<typeof yearProblem> {
    const less = (team: string) => cancelled.filter((id) => id === team).length;
    return yearProblem({
      file: { ...this.file, away: [...this.file.away, ...absences] },
      teams: this.teams.map((team) =>
        team.meetings === null ? team : { ...team, meetings: Math.max(0, team.meetings - less(team.id)) }
      ),
      days: this.days,
      minutes: this.minutes,
      preset: this.preset,
      locked,
      hours: this.hours
    });
  }

  /** What is to come of the year, with some of that changed. @param plan of which the past is held */
  statedWith(part: Partial<Stated>, plan = this.plan): MeetingProblem | null {
    const { absences, cancelled, locked } = this;
    const { problem } = this.stated({ absences, cancelled, locked, ...part });
    return problem && heldBefore(problem, plan, this.today);
  }

  team(id: string): Team | null {
    return this.teams.find((team) => team.id === id) ?? null;
  }

  /** What the checker says of a plan, for the meetings that have a date on screen. */
  checkOf(plan: readonly PlannedMeeting[]): CheckedYear | null {
    if (!this.planned) return null;
    return (plan === this.plan && this.checked) || this.#check(this.planned, plan);
  }

  isPast({ date }: Pick<PlannedMeeting, 'date'>): boolean {
    return date < this.today;
  }

  /** Fixed at its date, or held already. */
  isLocked(meeting: PlannedMeeting): boolean {
    return isFixed(meeting, this);
  }

  meetingsOf(team: string): PlannedMeeting[] {
    return this.plan.filter((meeting) => meeting.team === team).sort((a, b) => a.number - b.number);
  }

  /** @param monday ISO date */
  meetingsIn(monday: string): TimedMeeting[] {
    return this.timed.filter(({ date }) => mondayOf(date) === monday);
  }

  change(part: Partial<CalendarInputs>): void {
    this.address = { ...this.address, ...part };
  }

  changeYear(year: string): void {
    this.change({
      year: year === nextSchoolYear(this.dashboard.years.at(-1), this.years).year ? null : year
    });
  }

  /**
   * The year shown is planned, or shown as it was kept, unless it is open already: another year is another plan.
   * @param isUsual what was kept came of the inputs alone
   * @returns whether it was not open
   */
  open(kept: KeptYear | null = null, isUsual = false): boolean {
    const { year } = this.year;
    if (this.#opened === year) return false;
    this.stop();
    this.#opened = year;
    this.#searched = null;
    this.#set(kept ?? { ...this.kept, plan: [], locked: [], absences: [], cancelled: [] });
    if (kept) this.#made = isUsual ? { inputs: this.#inputs, plan: this.plan } : null;
    // What was proved of a plan that this tab has found comes back with it.
    if (!kept || (isUsual && this.problem && this.search.isFound(this.problem)))
      this.opened = this.lookFor(kept !== null);
    return true;
  }

  /** Shows a year that was kept, of the year that is open. @param why said where it can be undone */
  take(kept: KeptYear, why: string): void {
    this.remember(why);
    this.#set(kept);
  }

  /** What a kept year is compared with. */
  knownIn(year: string): KnownYear {
    const { file, teams, zone } = this;
    const calendar = this.years.find((one) => one.year === year) ?? this.year;
    const all = this.stated({ absences: [], cancelled: [], locked: [] }).problem;
    const days = schoolDays({ year: calendar, zone, departement: file.departement, closed: file.closed });
    return yearNow({ file, teams, days, planned: all?.teams ?? [] });
  }

  /** The best plan so far stays. */
  stop(): void {
    this.search.stop();
  }

  /** Its page is left: a first plan is looked for to its end, for the others. */
  leave(): void {
    this.search.leave();
  }

  /** Something was done to the year since it was opened. */
  get isTouched(): boolean {
    return this.convocations.isTouched;
  }

  /** Called before an action that changes the year: a page that can undo it keeps what was there. */
  protected remember(_why: string): void {
    this.stop();
  }

  /** The plan of the link that the page was opened by; null without one that this territory can hold. */
  arrived(): KeptYear | null {
    const { dates } = this.address;
    const plan = dates === null ? null : readCalendarCode(this.days, this.known.teams, dates);
    return plan && { ...this.kept, plan, locked: [], absences: [], cancelled: [] };
  }

  /** The inputs of a calendar in use, as a link has them. */
  get settings(): Record<string, string> {
    const { am, pm, meeting, preset } = this.address;
    const usual = calendarAddress.usual(this.known);
    const params = calendarAddress.write({ ...usual, am, pm, meeting, preset }, this.known);
    return { ...Object.fromEntries(params), ...(this.isUsual && { recherche: '1' }) };
  }

  /** Takes the hours of the settings of a calendar. */
  readSettings(settings: Readonly<Record<string, string>>): void {
    this.change(hoursIn(settings, this.known));
  }

  protected get known(): KnownMeetings {
    return { years: this.years.map(({ year }) => year), teams: this.teams.map(({ id }) => id) };
  }

  /** @param isAgain the plan on screen is what the search gives: it is asked for what else it says */
  protected async lookFor(isAgain = false): Promise<void> {
    const { locked, absences, cancelled, preset, plan, checked, aside } = this;
    // A first plan is of the whole year, and does not depend on the day on which it is made.
    const isFirst = isAgain || plan.length === 0;
    const problem = isFirst ? this.problem : this.statedWith({});
    if (!problem) return;
    const inputs = this.#inputs;
    const isSound = !isFirst && checked !== null && checked.broken.length === 0 && aside.length === 0;
    const worth = isSound ? checked.cost.total : Infinity;
    this.#searched = { year: this.year.year, locked, absences, cancelled, preset, plan, worth };
    const from = worth < Infinity ? { plan, worth } : null;
    const isUsual = isFirst && [locked, absences, cancelled].every((list) => list.length === 0);
    const show = (better: readonly PlannedMeeting[]) => {
      this.show(better, this.search.aside);
      // With the calendar, so that no meeting is first said to be convened yet.
      if (isUsual && !isAgain && !this.convocations.isTouched)
        this.convocations.begin(
          fictitiousConvocations(this.file, better, this.today, (id) => this.team(id)?.coordinator)
        );
    };
    await this.search.run(problem, show, from);
    if (isUsual && this.search.phase === 'done') this.#made = { inputs, plan: this.plan };
  }

  /** What is held breaks no rule any more. */
  #check(problem: MeetingProblem, plan: readonly PlannedMeeting[]): CheckedYear {
    return checkPlan({ ...problem, from: this.today }, plan);
  }

  /** A kept year on screen; meetings that it lacks are without a date. */
  #set({ plan, locked, absences, cancelled, convened = [], preset }: KeptYear): void {
    Object.assign(this, { locked, absences, cancelled });
    this.convocations.begin(convened);
    this.change({ preset });
    this.show(plan, plan.length === 0 ? [] : undatedOf(this.problem?.teams ?? [], plan));
  }

  protected show(plan: readonly PlannedMeeting[], aside: readonly SetAside[]): void {
    this.plan = plan;
    this.undated = aside;
  }
}

export const [getCalendar, provideCalendar] = createContext<CalendarYear>();
