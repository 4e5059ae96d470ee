// Years of meetings that are kept: the one on screen, and those that were given a name.
import { createContext, untrack } from 'svelte';
import type { Finding } from '$lib/model/findings.ts';
import type { Decision } from '$lib/session/decision/decision.svelte.ts';
import { KeptShelf } from '$lib/session/kit/kept-shelf.svelte.ts';
import type { DeclaredAbsence } from '$lib/storage/kept-decision.ts';
import type { KeptYear, MeetingPlan } from '$lib/storage/meeting-plan.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import { meetingPlanStore } from '$lib/storage/meeting-plan-list.ts';
import { readMeetingPlan, writeMeetingPlan } from '$lib/storage/meeting-plan-file.ts';
import { PLAN_FILE_LIMIT } from '$lib/storage/plan-text.ts';
import type { CalendarYear } from './calendar-year.svelte.ts';
import { fitYear, type Misfit } from './fit-plan.ts';

/** Whatever the order of its meetings. */
const sameYear = (one: KeptYear, other: KeptYear): boolean => {
  const sorted = (meetings: KeptYear['plan']) =>
    meetings.map(({ team, number, date, half }) => `${team} ${number} ${date} ${half}`).sort();
  const of = ({ year, preset, plan, locked, absences, cancelled, convened = [] }: KeptYear) =>
    JSON.stringify([year, preset, sorted(plan), sorted(locked), absences, cancelled, sorted(convened)]);
  return of(one) === of(other);
};

type Decided = Pick<
  Decision,
  'calendar' | 'useCalendar' | 'isRestored' | 'absence' | 'split' | 'file' | 'planOf'
>;

export class KeptYears {
  readonly meetings: CalendarYear;
  readonly #decided: Decided | null;
  /** The years on screen have no name. */
  readonly shelf: KeptShelf<MeetingPlan>;
  /** What of the plan last taken no longer has its place. */
  misfits: readonly Misfit[] = $state.raw([]);
  /** Why the last file was refused. */
  refused: Finding | null = $state.raw(null);

  /** Id of the named plan that is on screen. */
  shown: string | null = $derived.by(
    () => this.shelf.named.find((one) => sameYear(one, this.meetings.kept))?.id ?? null
  );

  constructor(meetings: CalendarYear, decided: Decided | null = null) {
    this.meetings = meetings;
    this.#decided = decided;
    this.shelf = new KeptShelf(meetingPlanStore(keptKeyOf(meetings.dashboard.territory)));
  }

  /** The calendar in use is known: a year that was opened before would be planned anew. */
  get isReady(): boolean {
    return this.#decided?.isRestored ?? true;
  }

  /** Opens the year of the link, of the calendar in use, or as it was left; plans it when nothing is kept of it. */
  open(): void {
    const { meetings } = this;
    const { year } = meetings.year;
    const used = this.#decided?.calendar;
    const arrived = meetings.arrived();
    if (!arrived && used?.plan.year === year) {
      meetings.readSettings(used.settings);
      if (meetings.open(this.#fitted(used.plan), used.settings['recherche'] === '1'))
        this.misfits = this.#misfitsOf(used.plan);
      return;
    }
    const work = arrived ?? this.#workOf(year);
    if (!work) meetings.open();
    else if (meetings.open(this.#fitted(work))) this.misfits = this.#misfitsOf(work);
  }

  /** Keeps the year on screen with the others, once something was done to it. */
  holdWork(): void {
    const { kept, isSearching, isTouched } = this.meetings;
    if (isSearching || kept.plan.length === 0) return;
    untrack(() => {
      const there = this.#workOf(kept.year);
      if (there ? sameYear(there, kept) : !isTouched && !this.shelf.stored) return;
      this.shelf.put({ id: kept.year, name: '', ...kept });
    });
  }

  /** Puts the year on screen in use on every page, once it is not looked for any more. */
  putInUse(): void {
    const { meetings, shown } = this;
    const { kept, settings, isSearching, isUsual } = meetings;
    if (isSearching || kept.plan.length === 0) return;
    const adopted = shown !== null;
    const saved = isUsual || adopted;
    untrack(() => this.#decided?.useCalendar({ settings, plan: kept, saved, adopted }));
  }

  /** Those who are declared absent with a post are missed at the meetings of the teams of its schools, under the plan in use. */
  followAbsence(): void {
    const { absence = null, split } = this.#decided ?? {};
    void split;
    untrack(() => void this.#tellAbsence(absence));
  }

  save(name: string): MeetingPlan {
    return this.shelf.add({ name, ...this.meetings.kept });
  }

  /** Shows a named plan: one step to undo. */
  show(id: string, why: string): void {
    const one = this.shelf.find(id);
    if (!one) return;
    const { meetings } = this;
    if (one.year !== meetings.year.year) {
      meetings.changeYear(one.year);
      this.open();
    }
    meetings.take(this.#fitted(one), why);
    this.misfits = this.#misfitsOf(one);
  }

  /** A named plan as this territory can hold it. */
  fitted(id: string): KeptYear | null {
    const one = this.shelf.find(id);
    return one ? this.#fitted(one) : null;
  }

  /** Text of a file. @param id null for the plan on screen */
  file(id: string | null): string {
    const { territory } = this.meetings.dashboard;
    const one = id === null ? undefined : this.shelf.find(id);
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
    return this.shelf.add({ name: name || file.name.replace(/\.json$/i, '') || '1', made, ...year });
  }

  /** Turns storage on this computer on or off, the year on screen with the others. */
  keep(wanted: boolean): void {
    this.shelf.keep(wanted);
    if (wanted) this.holdWork();
  }

  /** Deletes all kept plans, in memory and on this computer. The plan on screen stays. */
  erase(): void {
    this.shelf.erase();
    this.misfits = [];
  }

  async #tellAbsence(absence: DeclaredAbsence | null): Promise<void> {
    const file = absence && (await this.#decided!.file());
    if (absence !== (this.#decided?.absence ?? null)) return;
    const plan = file && this.#decided!.planOf(file);
    const own = this.meetings.dashboard.schools.filter(({ uai }) => plan?.referents[uai] === absence?.post);
    const teams = own.flatMap(({ team }) => team ?? []).filter((team, at, all) => all.indexOf(team) === at);
    this.meetings.postAway = absence && plan && { ...absence, who: absence.post, teams };
  }

  /** The year that was left without a name. */
  #workOf(year: string): MeetingPlan | undefined {
    return this.shelf.all.find(({ id }) => id === year);
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
}

export const [getKeptYears, provideKeptYears] = createContext<KeptYears>();
