// The sessions of actions, as the territory's list has them and as they were changed since on the pages: for as long as the tab is open, and in the
// file of an opened territory. Each change is one step to undo; this computer keeps them once asked.
import { NEED_DELAYS, type NeedDelay } from '$lib/model/actions/needs.ts';
import { rowsById, sessionEdit, withEdits, type SessionRow } from '$lib/model/actions/session-rows.ts';
import type { Territory } from '$lib/model/place.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import {
  areSessionsFiled,
  keepSessions,
  keptSessions,
  NO_SESSIONS,
  storedSessions,
  type KeptSessions
} from '$lib/storage/kept-sessions.ts';
import { History } from './kit/history.svelte.ts';

const MOST_STEPS = 100;

/** When a session is held. */
export type SessionTime = Pick<SessionRow, 'date' | 'begin' | 'end'>;

/**
 * What is done to the sessions. Every page has those of `sessionsSlot()`; what is found of them is in `figures/actions.svelte.ts`. Each method that
 * changes something takes `why`, what was done in the reader's words, for the button that takes it back.
 */
export class ActionSessions {
  /** As the list of the territory has them. */
  #listed: readonly SessionRow[] = $state.raw([]);
  #kept: KeptSessions = $state.raw(NO_SESSIONS);
  /** This computer keeps what is done, and the browser refused it. */
  stored = $state(false);
  refused = $state(false);
  readonly #history = new History<KeptSessions>(MOST_STEPS);
  readonly #key: string;

  /** All of them, by date, hour and id. */
  rows: readonly SessionRow[] = $derived.by(() =>
    withEdits(this.#listed, this.#kept.sessions, this.#kept.removed)
  );
  readonly #byId: ReadonlyMap<string, SessionRow> = $derived(rowsById(this.rows));
  /** Days before a session to ask for a need, and at the latest: the usual ones, or those chosen. */
  delays: Readonly<Record<string, NeedDelay>> = $derived.by(() => ({ ...NEED_DELAYS, ...this.#kept.delays }));

  constructor(territory: Pick<Territory, 'siren' | 'demonstration'>) {
    this.#key = keptKeyOf(territory);
  }

  /** Brings back what was done in this tab, or in the file that it opened. Browser only. */
  restore(): void {
    this.#kept = keptSessions(this.#key);
    keepSessions(this.#key, this.#kept);
    this.stored = storedSessions.read(this.#key) !== null;
  }

  /** Keeps on this computer what is done, as it is done, or erases it there. */
  store(wanted: boolean): void {
    this.refused = !storedSessions.keep(wanted ? this.#kept : null, this.#key);
    this.stored = wanted && !this.refused;
  }

  /** The list of the territory: called by `useActions`, once it is read. */
  list(listed: readonly SessionRow[]): void {
    this.#listed = listed;
  }

  /** What was done would be lost with the tab. */
  get isUnsaved(): boolean {
    return this.#kept !== NO_SESSIONS && !this.stored && !areSessionsFiled(this.#key);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** What `undo` takes back, in the reader's words; null when there is nothing. */
  get lastLabel(): string | null {
    return this.#history.lastLabel;
  }

  find(id: string): SessionRow | undefined {
    return this.#byId.get(id);
  }

  /** One more session. @returns its id, made once and kept */
  add(row: Omit<SessionRow, 'id'>, why = ''): string {
    const id = this.#newId(row.sheet);
    this.#put(id, { ...row, id }, why);
    return id;
  }

  /** Changes fields of a session; an unknown id changes nothing, nor do the values that it has. */
  edit(id: string, part: Partial<Omit<SessionRow, 'id'>>, why = ''): void {
    const row = this.find(id);
    if (row) this.#put(id, { ...row, ...part }, why);
  }

  /** Another day, or other hours. @param room null: none any more; its own when absent */
  move(id: string, { date, begin, end }: SessionTime, why = '', room?: string | null): void {
    this.edit(id, { date, begin, end, half: undefined, ...(room !== undefined && { room }) }, why);
  }

  /** A need is met, or no longer. One that the session did not have becomes one of its needs. */
  tick(id: string, need: string, isReady: boolean, why = ''): void {
    const row = this.find(id);
    if (!row) return;
    const needs = row.needs.includes(need) ? row.needs : [...row.needs, need];
    const others = row.ready.filter((one) => one !== need);
    this.edit(id, { needs, ready: isReady ? [...others, need] : others }, why);
  }

  /** A session was held, or cancelled. @param present children who came; null: unknown */
  close(id: string, status: 'held' | 'cancelled', present: number | null = null, why = ''): void {
    this.edit(id, { status, present: status === 'held' ? present : null }, why);
  }

  remove(id: string, why = ''): void {
    if (!this.find(id)) return;
    const { [id]: _former, ...sessions } = this.#kept.sessions;
    const removed = this.#listedOf(id) ? { ...this.#kept.removed, [id]: true as const } : this.#kept.removed;
    this.#set({ ...this.#kept, sessions, removed }, why);
  }

  /** The days of a need. @param delay null: the usual ones */
  chooseDelay(need: string, delay: NeedDelay | null, why = ''): void {
    const { [need]: _former, ...others } = this.#kept.delays;
    const delays = delay === null ? others : { ...others, [need]: delay };
    this.#set({ ...this.#kept, delays }, why);
  }

  undo(): void {
    this.#hold(this.#history.undo(this.#kept));
  }

  redo(): void {
    this.#hold(this.#history.redo(this.#kept));
  }

  #listedOf = (id: string) => this.#listed.find((one) => one.id === id);

  #put(id: string, row: SessionRow, why: string): void {
    const edit = sessionEdit(this.#listedOf(id), row);
    const { [id]: _former, ...others } = this.#kept.sessions;
    this.#set({ ...this.#kept, sessions: edit ? { ...others, [id]: edit } : others }, why);
  }

  #set(kept: KeptSessions, why: string): void {
    if (JSON.stringify(kept) === JSON.stringify(this.#kept)) return;
    this.#history.remember(this.#kept, why);
    this.#hold(kept);
  }

  #hold(kept: KeptSessions | null): void {
    if (kept === null) return;
    this.#kept = kept;
    keepSessions(this.#key, kept);
    if (this.stored) this.store(true);
  }

  /** The sheet and six signs: two people who type apart make two sessions. */
  #newId(sheet: string): string {
    for (;;) {
      const signs = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => (byte % 36).toString(36));
      const id = `${sheet}-${signs.join('')}`;
      if (!this.#byId.has(id)) return id;
    }
  }
}
