// State of the page of meetings: the calendar of a year with what the page shows of it, what is done to it, and how to undo.
import { createContext } from 'svelte';
import type { SetAside } from '$lib/engines/meetings/index.ts';
import { CalendarYear, type Stated } from '$lib/figures/calendar/calendar-year.svelte.ts';
import { sameMeeting } from '$lib/figures/calendar/fit-plan.ts';
import { calendarCode } from '$lib/figures/calendar/calendar-code.ts';
import type { PlannedMeeting, Preset } from '$lib/model/meetings/meeting-problem.ts';
import { History } from '$lib/session/kit/history.svelte.ts';
import type { KeptYear } from '$lib/storage/meeting-plan.ts';
import { meetingsAddress, type MeetingsAddress, type MeetingsView } from './meetings-address.ts';
import { planBefore, type PlanSnapshot } from './plan-history.ts';

export class MeetingsState extends CalendarYear<MeetingsAddress> {
  readonly #history = new History<PlanSnapshot>();
  /** The plan before the last action that gave a meeting another date; null before any. */
  previous: readonly PlannedMeeting[] | null = $derived.by(() => planBefore(this.#history.done, this.plan));
  view: MeetingsView = $derived(this.address.view);
  /** Monday of the week shown: that of the address, else the usual one. */
  week: string = $derived.by(() => {
    const { week } = this.address;
    return week !== null && this.weeks.includes(week) ? week : this.usualWeek;
  });

  constructor(...sources: ConstructorParameters<typeof CalendarYear>) {
    super(...sources);
    this.address = meetingsAddress.usual(this.known);
  }

  override change(part: Partial<MeetingsAddress>): void {
    super.change(part);
  }

  override changeYear(year: string): void {
    super.changeYear(year);
    this.change({ week: null });
  }

  override open(kept: KeptYear | null = null, isUsual = false): boolean {
    const isNew = super.open(kept, isUsual);
    if (isNew) this.#history.reset();
    return isNew;
  }

  changePreset(preset: Preset, why: string): void {
    if (preset === this.preset) return;
    this.remember(why);
    this.change({ preset });
    void this.lookFor();
  }

  /** Looks for a plan, fixed meetings kept. One step to undo, however many plans are drawn. */
  async run(why: string): Promise<void> {
    if (!this.problem) return;
    const { plan } = this;
    if (plan.length > 0) this.remember(why);
    await this.lookFor();
    // Nothing was done: there is nothing to take back.
    if (plan.length > 0 && this.plan === plan && this.#history.done.at(-1)?.plan === plan)
      this.#history.drop();
  }

  /** Fixes meetings at their dates, or frees them when all of them are fixed. */
  toggleLock(meetings: readonly PlannedMeeting[], why: string): void {
    if (meetings.length === 0) return;
    const open = meetings.filter((meeting) => !this.isPast(meeting));
    if (open.length === 0) return;
    const free = open.every((meeting) => this.isLocked(meeting));
    this.remember(why);
    const others = this.locked.filter((lock) => !open.some((meeting) => sameMeeting(lock, meeting)));
    this.locked = free ? others : [...others, ...open];
  }

  /**
   * Takes another plan; a fixed meeting that it moves is fixed at its new date.
   * @param aside teams of which it leaves meetings without a date
   */
  adopt(
    plan: readonly PlannedMeeting[],
    why: string,
    part: Partial<Stated> = {},
    aside: readonly SetAside[] = this.undated
  ): void {
    this.remember(why);
    const { locked = this.locked, absences = this.absences, cancelled = this.cancelled } = part;
    this.locked = locked.map((lock) => plan.find((meeting) => sameMeeting(meeting, lock)) ?? lock);
    this.absences = absences;
    this.cancelled = cancelled;
    this.show(plan, aside);
  }

  override get isTouched(): boolean {
    return this.canUndo || this.canRedo || super.isTouched;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** What `undo` takes back; null when there is nothing. */
  get lastAction(): string | null {
    return this.#history.lastLabel;
  }

  undo(): void {
    this.stop();
    this.#restore(this.#history.undo(this.#now()));
  }

  redo(): void {
    this.stop();
    this.#restore(this.#history.redo(this.#now()));
  }

  read(params: URLSearchParams): void {
    this.address = meetingsAddress.read(params, this.known);
  }

  write(): URLSearchParams {
    return meetingsAddress.write({ ...this.address, dates: this.#dates }, this.known);
  }

  /** Code of the plan, where the inputs of a link would not give it; the one of the address until a plan is there. */
  get #dates(): string | null {
    if (this.plan.length === 0) return this.address.dates;
    if (this.isSearching || this.isUsual) return null;
    return calendarCode(this.days, this.known.teams, this.plan);
  }

  #now(): PlanSnapshot {
    const { plan, locked, absences, cancelled, preset } = this;
    return { plan, locked, absences, cancelled, aside: this.undated, preset };
  }

  protected override remember(why: string): void {
    super.remember(why);
    this.#history.remember(this.#now(), why);
  }

  #restore(snapshot: PlanSnapshot | null): void {
    if (!snapshot) return;
    const { plan, locked, absences, cancelled, aside, preset } = snapshot;
    Object.assign(this, { locked, absences, cancelled });
    this.change({ preset });
    this.show(plan, aside);
  }
}

export const [getMeetings, provideMeetings] = createContext<MeetingsState>();
