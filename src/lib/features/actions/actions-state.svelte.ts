// The page of actions: what it shows of the sessions, and what is done to them from it.
import { createContext } from 'svelte';
import type { OtherDate } from '$lib/engines/actions/index.ts';
import type { ActionFigures } from '$lib/figures/actions.svelte.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { ListedSession } from '$lib/model/actions/action-sheets.ts';
import type { NeedDelay } from '$lib/model/actions/needs.ts';
import type { SessionRow } from '$lib/model/actions/session-rows.ts';
import { dayNumber, mondayOf, workingWeekOf } from '$lib/model/meetings/days.ts';
import { actionsAddress, type ActionsAddress } from './actions-address.ts';
import { ActionsBook } from '$lib/figures/actions/actions-book.ts';
import { needName, stateName, sessionTime } from '$lib/figures/actions/actions-words.ts';
import type { AroundActions } from '$lib/figures/actions/around-actions.ts';
import { gridRows, lastDayOf, schoolWeeks } from './grid/grid-rows.ts';

/** The form: of a session that is there, or of one more. */
export type FormOf = { session: ListedSession | null };

export class ActionsState {
  readonly figures: ActionFigures;
  readonly around: AroundActions;
  readonly #say: (message: string) => void;
  address: ActionsAddress = $state.raw(
    actionsAddress.usual({
      people: [],
      sessions: []
    })
  );
  form: FormOf | null = $state.raw(null);

  book: ActionsBook = $derived.by(() => {
    const { year, sessions, sheets, judged } = this.figures;
    return new ActionsBook({ ...this.around, year, sessions, sheets, judged });
  });
  /** Monday of the first week shown. */
  monday: string = $derived.by(() => {
    const { week } = this.address;
    return week === null || Number.isNaN(dayNumber(week)) ? this.thisWeek : mondayOf(week);
  });
  columns = $derived.by(() => schoolWeeks(this.monday, this.around.holidays));
  /** ISO date of the last day shown. */
  lastDay: string = $derived.by(() => lastDayOf(this.columns));
  rows = $derived.by(() => gridRows(this.book, this.address.by, this.columns, this.isShown));
  /** Everybody who comes to a session or gets something for one. */
  people: readonly string[] = $derived.by(() => {
    const { sessions, needs, facts } = this.book;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made and read at once
    const all = new Set([
      ...sessions.flatMap(({ people }) => people),
      ...needs.flatMap(({ posts }) => posts)
    ]);
    const { person } = facts.names;
    return [...all].sort((a, b) => person(a).localeCompare(person(b), undefined, { numeric: true }));
  });
  needs = $derived.by(() => {
    const { who } = this.address;
    return who === null ? this.book.needs : this.book.needs.filter(({ posts }) => posts.includes(who));
  });
  open: ListedSession | null = $derived.by(() => this.book.session(this.address.session));

  constructor(figures: ActionFigures, around: AroundActions, say: (message: string) => void) {
    this.figures = figures;
    this.around = around;
    this.#say = say;
  }

  get today(): string {
    return this.figures.today;
  }

  get thisWeek(): string {
    return workingWeekOf(this.today);
  }

  /** The reader asks to see a session: of everybody, or one to which somebody goes or gets something for. */
  isShown = (session: ListedSession): boolean => {
    const { who } = this.address;
    return (
      who === null ||
      session.people.includes(who) ||
      this.book.needsOf(session).some(({ posts }) => posts.includes(who))
    );
  };

  change(part: Partial<ActionsAddress>): void {
    this.address = { ...this.address, ...part };
  }

  read(params: URLSearchParams): void {
    this.address = actionsAddress.read(params, this.#known);
  }

  write(): URLSearchParams {
    return actionsAddress.write(this.address, this.#known);
  }

  tick({ id }: ListedSession, need: string, isReady: boolean): void {
    const words = { need: needName(need) };
    this.figures.state.tick(id, need, isReady, words.need);
    this.#say(isReady ? m.actions_said_ready(words) : m.actions_said_not_ready(words));
  }

  /** When a need is asked for, and at the latest. @param days before a session; null: the usual ones */
  delay(need: string, days: NeedDelay | null): void {
    const words = { need: needName(need) };
    this.figures.state.chooseDelay(need, days, m.actions_said_delay(words));
    this.#say(m.actions_said_delay(words));
  }

  /** A room is taken: the need of a room is met. */
  takeRoom({ id, needs, ready }: ListedSession, room: string): void {
    const isNeeded = needs.includes('salle');
    const words = { room: this.around.names.room(room) };
    const part = isNeeded && !ready.includes('salle') ? { ready: [...ready, 'salle'] } : {};
    this.figures.state.edit(id, { room, place: '', ...part }, words.room);
    this.#say(m.actions_said_room(words));
  }

  move({ id, room: own }: ListedSession, date: OtherDate): void {
    const when = sessionTime(date);
    this.figures.state.move(id, date, when, date.room === own ? undefined : date.room);
    this.#say(m.actions_said_moved({ when }));
  }

  /** @param present children who came; null: unknown */
  answer({ id }: ListedSession, status: 'held' | 'cancelled', present: number | null): void {
    const state = stateName(status);
    this.figures.state.close(id, status, present, state);
    this.#say(m.actions_said_closed({ state }));
  }

  /** A session to come that is no longer held. */
  cancel(id: string): void {
    const session = this.book.session(id);
    this.form = null;
    if (session) this.answer(session, 'cancelled', null);
  }

  remove(id: string): void {
    this.form = null;
    this.change({ session: null });
    this.figures.state.remove(id, m.actions_remove());
    this.#say(m.actions_said_removed());
  }

  /** Held or cancelled by mistake: it is to be held again. */
  reopen({ id }: ListedSession): void {
    this.figures.state.edit(id, { status: 'planned', present: null });
    this.#say(m.actions_said_undone());
  }

  /** @returns the id of the session */
  save(row: Omit<SessionRow, 'id'>): string {
    const { state } = this.figures;
    const of = this.form?.session ?? null;
    const when = sessionTime(row);
    const id = of === null ? state.add(row, when) : of.id;
    if (of !== null) state.edit(id, row, when);
    this.form = null;
    this.change({
      session: id,
      ...(row.date < this.monday || row.date > this.lastDay ? { week: row.date } : {})
    });
    this.#say(m.actions_said_saved({ when }));
    return id;
  }

  undo(): boolean {
    const { state } = this.figures;
    if (!state.canUndo) return false;
    state.undo();
    this.#say(m.actions_said_undone());
    return true;
  }

  get #known() {
    return { people: this.people, sessions: this.figures.sessions.map(({ id }) => id) };
  }
}

export const [actionsState, provideActionsState] = createContext<ActionsState>();
