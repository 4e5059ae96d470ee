// Years of meetings that are kept: the one on screen, and those that were given a name. In this tab's memory, stored on this computer on request.
import { createContext, untrack } from 'svelte';
import type { Finding } from '$lib/model/findings.ts';
import {
  NO_MEETING_PLANS,
  type KeptYear,
  type MeetingPlan,
  type MeetingPlanList
} from '$lib/storage/meeting-plan.ts';
import { freeName, tidyName } from '$lib/model/scenario.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import { KeptMeetings, type StoredMeetings } from '$lib/storage/kept-meetings.ts';
import { readMeetingPlan, writeMeetingPlan } from '$lib/storage/meeting-plan-file.ts';
import { PLAN_FILE_LIMIT } from '$lib/storage/plan-text.ts';
import type { MeetingsState } from '../state/meetings-state.svelte.ts';
import { fitYear, type Misfit } from '../state/fit-plan.ts';

/** Most plans compared at once, besides the one on screen. */
export const MOST_COMPARED = 3;

/** Why the plans are not stored, or no longer: `erased` in another tab. */
export type StorageProblem = 'refused' | 'damaged' | 'erased';

/** Whatever the order of its meetings. */
const sameYear = (one: KeptYear, other: KeptYear): boolean => {
  const sorted = (meetings: KeptYear['plan']) =>
    meetings.map(({ team, number, date, half }) => `${team} ${number} ${date} ${half}`).sort();
  const of = ({ year, preset, plan, locked, absences, cancelled }: KeptYear) =>
    JSON.stringify([year, preset, sorted(plan), sorted(locked), absences, cancelled]);
  return of(one) === of(other);
};

export class PlanShelf {
  readonly meetings: MeetingsState;
  stored = $state(false);
  problem: StorageProblem | null = $state(null);
  /** What of the plan last taken no longer has its place. */
  misfits: readonly Misfit[] = $state.raw([]);
  /** Why the last file was refused. */
  refused: Finding | null = $state.raw(null);
  /** Ids of the compared plans, in the order chosen. */
  compared: readonly string[] = $state.raw([]);
  /** The last plan removed, to be brought back. */
  removed: MeetingPlan | null = $state.raw(null);
  #list: MeetingPlanList = $state.raw(NO_MEETING_PLANS);
  readonly #kept: KeptMeetings;
  readonly #key: string;

  /** Plans with a name; the years on screen have none. */
  named: readonly MeetingPlan[] = $derived(this.#list.items.filter(({ id, year }) => id !== year));
  /** Something is kept, or may be. */
  hasAny: boolean = $derived(this.#list.items.length > 0);
  /** Id of the named plan that is on screen. */
  shown: string | null = $derived.by(
    () => this.named.find((one) => sameYear(one, this.meetings.kept))?.id ?? null
  );

  constructor(meetings: MeetingsState) {
    this.meetings = meetings;
    this.#key = keptKeyOf(meetings.dashboard.territory);
    this.#kept = new KeptMeetings(this.#key);
  }

  /** Brings stored plans back and watches other tabs; returns how to stop. Browser only. */
  restore(): () => void {
    const kept = this.#kept.read();
    const held = this.#kept.held();
    if (held && kept.state !== 'kept') this.#set(held);
    if (kept.state === 'kept') this.#adopt(held ? this.#kept.merge(held) : kept);
    if (kept.state === 'damaged') this.problem = 'damaged';
    return this.#kept.watch((now) => this.#onStorageChange(now));
  }

  /** Opens the year shown as it was left; plans it when nothing is kept of it. */
  open(): void {
    const { meetings } = this;
    const work = this.#list.items.find(({ id }) => id === meetings.year.year);
    if (!work) meetings.open();
    else if (meetings.open(this.#fitted(work))) this.misfits = this.#misfitsOf(work);
  }

  /** Keeps the year on screen with the others, once something was done to it. */
  holdWork(): void {
    const { kept, isSearching, isTouched } = this.meetings;
    if (isSearching || kept.plan.length === 0) return;
    untrack(() => {
      const there = this.#list.items.find(({ id }) => id === kept.year);
      if (there ? sameYear(there, kept) : !isTouched && !this.stored) return;
      const now = Date.now();
      const work = { id: kept.year, name: '', made: there?.made ?? now, ...kept };
      this.#commit({
        ...this.#list,
        items: [
          ...this.#list.items.filter(({ id }) => id !== kept.year),
          { ...work, changed: Math.max(now, (there?.changed ?? 0) + 1) }
        ]
      });
    });
  }

  save(name: string): MeetingPlan {
    return this.#add(name, this.meetings.kept, Date.now());
  }

  /** Shows a named plan: one step to undo. */
  show(id: string, why: string): void {
    const one = this.named.find((plan) => plan.id === id);
    if (!one) return;
    const { meetings } = this;
    if (one.year !== meetings.year.year) {
      meetings.changeYear(one.year);
      this.open();
    }
    meetings.take(this.#fitted(one), why);
    this.misfits = this.#misfitsOf(one);
  }

  /** Gives a named plan another name; an empty one changes nothing, a taken one is numbered. */
  rename(id: string, name: string): void {
    const tidy = tidyName(name);
    const renamed = (one: MeetingPlan): MeetingPlan =>
      one.id !== id || tidy === '' || tidy === one.name
        ? one
        : {
            ...one,
            name: freeName(
              tidy,
              this.named.filter((other) => other.id !== id)
            ),
            changed: Math.max(Date.now(), one.changed + 1)
          };
    this.#commit({ ...this.#list, items: this.#list.items.map(renamed) });
  }

  remove(id: string): void {
    const one = this.named.find((plan) => plan.id === id);
    if (!one) return;
    const at = Math.max(Date.now(), one.changed);
    this.#commit({
      items: this.#list.items.filter((other) => other !== one),
      gone: { ...this.#list.gone, [id]: at }
    });
    this.compared = this.compared.filter((other) => other !== id);
    this.removed = { ...one, changed: at + 1 };
  }

  /** Brings the last plan removed back. */
  bringBack(): void {
    const one = this.removed;
    if (!one) return;
    this.removed = null;
    this.#commit({
      ...this.#list,
      items: [...this.#list.items, { ...one, changed: Math.max(Date.now(), one.changed) }]
    });
  }

  compare(id: string): void {
    const others = this.compared.filter((one) => one !== id);
    if (others.length < this.compared.length) this.compared = others;
    else if (others.length < MOST_COMPARED) this.compared = [...others, id];
  }

  /** A named plan as this territory can hold it. */
  fitted(id: string): KeptYear | null {
    const one = this.named.find((plan) => plan.id === id);
    return one ? this.#fitted(one) : null;
  }

  /** Text of a file. @param id null for the plan on screen */
  file(id: string | null): string {
    const { territory } = this.meetings.dashboard;
    const one = this.named.find((plan) => plan.id === id);
    const { name, made, year } = one
      ? { name: one.name, made: one.made, year: one }
      : { name: '', made: Date.now(), year: this.meetings.kept };
    return writeMeetingPlan(territory.siren, { name, made, year });
  }

  /** Adds the plan of a file to the list; null, and why in `refused`, when it is none. The plan on screen does not change. */
  async openFile(file: File): Promise<MeetingPlan | null> {
    this.refused = null;
    const read = await this.#readFile(file);
    if ('refused' in read) {
      this.refused = { ...read.refused, file: file.name };
      return null;
    }
    const { name, made, year } = read.file;
    return this.#add(name || file.name.replace(/\.json$/i, '') || '1', year, made ?? Date.now());
  }

  /** Turns storage on this computer on or off. Where it is refused, the plans stay in memory. */
  keep(wanted: boolean): void {
    this.problem = null;
    if (wanted) {
      this.#adopt(this.#kept.merge(this.#list));
      this.holdWork();
    } else {
      this.#kept.forget();
      this.stored = false;
    }
  }

  /** Deletes all kept plans, in memory and on this computer. The plan on screen stays. */
  erase(): void {
    this.keep(false);
    this.#set(NO_MEETING_PLANS);
    this.compared = [];
    this.removed = null;
    this.misfits = [];
  }

  #fitted(kept: KeptYear): KeptYear {
    return fitYear(kept, this.meetings.knownIn(kept.year)).year;
  }

  #misfitsOf(kept: KeptYear): Misfit[] {
    return fitYear(kept, this.meetings.knownIn(kept.year)).misfits;
  }

  async #readFile(file: File): Promise<ReturnType<typeof readMeetingPlan>> {
    const refused = (code: string) => ({ refused: { code, severity: 'dropped' } satisfies Finding });
    if (file.size > PLAN_FILE_LIMIT) return refused('plan-too-large');
    let text: string;
    try {
      text = await file.text();
    } catch {
      // The file was moved, or may not be read.
      return refused('plan-unreadable');
    }
    return readMeetingPlan(text, this.meetings.dashboard.territory.siren);
  }

  #add(name: string, year: KeptYear, made: number): MeetingPlan {
    const { preset, plan, locked, absences, cancelled } = year;
    const added = {
      id: newId(),
      name: freeName(name, this.named),
      made,
      changed: Date.now(),
      ...{ year: year.year, preset, plan, locked, absences, cancelled }
    };
    this.#commit({ ...this.#list, items: [...this.#list.items, added] });
    return added;
  }

  /** The list of this tab, which a saved territory carries. */
  #set(list: MeetingPlanList): void {
    this.#list = list;
    this.#kept.hold(list);
  }

  #commit(list: MeetingPlanList): void {
    this.#set(list);
    if (!this.stored) return;
    // Another tab has erased the storage and its message may not have arrived: the list is not written again.
    if (this.#kept.read().state === 'none') this.#onStorageChange({ state: 'none' });
    else this.#adopt(this.#kept.merge(list));
  }

  #adopt(kept: StoredMeetings): void {
    if (kept.state === 'kept') {
      this.#set(kept.list);
      this.stored = true;
      this.problem = null;
    } else if (kept.state !== 'none') this.problem = kept.state;
  }

  /** Handles a change of storage by another tab. */
  #onStorageChange(kept: StoredMeetings): void {
    if (!this.stored) return;
    if (kept.state === 'kept') this.#adopt(this.#kept.merge(this.#list));
    else {
      this.stored = false;
      this.problem = kept.state === 'none' ? 'erased' : kept.state;
    }
  }
}

const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    ''
  );

export const [getShelf, provideShelf] = createContext<PlanShelf>();
