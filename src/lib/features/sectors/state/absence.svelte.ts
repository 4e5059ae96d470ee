// The absence that is asked about: whose, its dates, and the hand-over that comes of who takes its schools.
import { holidayZone, schoolDays, yearsWith } from '$lib/engines/meetings';
import { handOver, type HandOver } from '$lib/engines/situations';
import { loadsOverFormer, type ComparedLoad } from '$lib/model/assignment/fair-load.ts';
import { diffPlans } from '$lib/model/assignment/plan-moves.ts';
import { addDays, mondayOf } from '$lib/model/meetings/days.ts';
import type { Plan } from '$lib/model/plan.ts';
import { departementOfUai } from '$lib/model/school.ts';
import { schoolYearOf, type Month } from '$lib/model/school-year.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';
import type { KeptYear } from '$lib/storage/meeting-plan.ts';
import type { EditedPlan } from './edited-plan.ts';
import type { LedLoads } from './sectors-meetings.svelte.ts';
import type { SectorsRequests } from './sectors-requests.svelte.ts';

/** Days from the Monday to the Friday of the fourth week. */
const USUAL_LENGTH = 25;

/** School year of an ISO date. */
const yearOfDay = (date: string): string => schoolYearOf(date.slice(0, 7) as Month);

type AskedPlan = EditedPlan & LedLoads & { readonly requests: SectorsRequests };

export class SectorsAbsence {
  readonly #sectors: AskedPlan;
  /** The calendar of a school year as Réunions would show it, null where there is none; it changes nothing of what is in use. */
  yearOf: (year: string) => Promise<KeptYear | null> = () => Promise.resolve(null);
  readonly #year = new Request<KeptYear | null>();
  post: string = $state('');
  /** ISO dates, both included; empty until the page runs. */
  from: string = $state('');
  to: string = $state('');
  /** Who takes the schools was found under other rules, or for another plan. */
  isStale: boolean = $derived.by(() => this.#sectors.requests.isStale(this.#sectors.requests.absence));
  /** Post of each unit handed over, as found last for this post; null before. */
  assignment: Readonly<Record<string, string>> | null = $derived.by(() => {
    const { key, value } = this.#sectors.requests.absence;
    if (key !== this.post || !value) return null;
    return Object.fromEntries(value.moves.flatMap(({ id, to }) => (to === null ? [] : [[id, to]])));
  });
  /** The plan on screen with the schools of the absent post handed over. */
  during: Plan | null = $derived.by(() =>
    this.assignment && !this.isStale ? this.#sectors.requests.planWith(this.assignment) : null
  );
  /** Loads meanwhile, over the fair parts of the plan on screen, unknown until the road that they count is; null without a hand-over. */
  loads: readonly ComparedLoad[] | null = $derived.by(() => {
    const { during } = this;
    if (!during) return null;
    const { figures, roads, settings } = this.#sectors;
    const loads = loadsOverFormer(figures.referents, this.#sectors.figuresOf(during).referents);
    const isKnown =
      settings.measure !== 'hours' || (roads !== null && this.#sectors.roadsOf(during) !== null);
    return isKnown ? loads : loads.map((load) => ({ ...load, deviation: null }));
  });
  /** Null until its calendar is whole as well. */
  handOver: HandOver | null = $derived.by(() => this.#handOver());
  phase: RequestPhase = $derived.by(() => {
    const { absence } = this.#sectors.requests;
    if (this.#year.phase === 'pending') return 'pending';
    return absence.key === this.post ? absence.phase : 'idle';
  });
  /** Its dates are in order. */
  isDated: boolean = $derived(this.from !== '' && this.from <= this.to);
  isDeclared: boolean = $derived.by(() => {
    const { absence } = this.#sectors.decision;
    return absence?.post === this.post && absence.from === this.from && absence.to === this.to;
  });

  constructor(sectors: AskedPlan) {
    this.#sectors = sectors;
    this.post = sectors.file.posts[0]?.id ?? '';
  }

  /** The absence of the decision in use, in the form. @returns whether there is one of a post that is there */
  resume(): boolean {
    const { decision, file } = this.#sectors;
    const { absence } = decision;
    if (!absence || !file.posts.some(({ id }) => id === absence.post)) return false;
    Object.assign(this, absence);
    return true;
  }

  /** From the next Monday on, four weeks; both ends are days of school. @param today ISO date */
  begin(today: string): void {
    if (this.from !== '') return;
    const days = this.#schoolDays();
    const monday = mondayOf(addDays(today, 7));
    this.from = days.find((day) => day >= monday) ?? monday;
    const end = addDays(mondayOf(this.from), USUAL_LENGTH);
    this.to = days.findLast((day) => day >= this.from && day <= end) ?? end;
  }

  /** Of the school years that are published, without their holidays. */
  #schoolDays(): string[] {
    const departement = departementOfUai(this.#sectors.dashboard.schools[0]?.uai ?? '');
    const zone = holidayZone(departement);
    return yearsWith().flatMap((year) => schoolDays({ year, zone, departement }));
  }

  /** Puts the absence of the form in the decision, which every page follows. */
  declare(): void {
    const { post, from, to } = this;
    if (this.isDated) this.#sectors.decision.declareAbsence({ post, from, to });
  }

  /** Looks for who takes the schools of the form's post, and for the calendar; nothing is declared. */
  async ask(): Promise<void> {
    await Promise.all([this.askYear(), this.#sectors.requests.requestAbsence(this.post)]);
    await this.sampleRoads();
  }

  /** Asks for the calendar of the absence, unless it is in use. */
  async askYear(): Promise<void> {
    if (!this.isDated || this.#meetings()) return;
    const year = yearOfDay(this.from);
    await this.#year.ensure(year, () => this.yearOf(year));
    if (this.#year.phase === 'failed') console.warn('calendar', this.#year.error);
  }

  /** What the sheet and the note rest on is known. */
  async whole(): Promise<void> {
    await Promise.all([this.askYear(), this.sampleRoads()]);
  }

  /** Samples the tours of the plan on screen and of the absence, where they are not known. */
  async sampleRoads(): Promise<void> {
    const sectors = this.#sectors;
    if (!this.during) return;
    const unknown = [sectors.plan, this.during].filter((plan) => sectors.roadsOf(plan) === null);
    await sectors.sampleTours(unknown);
  }

  #handOver(): HandOver | null {
    const { post, from, to, during } = this;
    const sectors = this.#sectors;
    if (!during || !this.isDated || this.#year.phase === 'pending') return null;
    const { dashboard, plan, schools, meetings } = sectors;
    const teamOf = Object.fromEntries(dashboard.schools.map(({ uai, team }) => [uai, team]));
    const [before, after] = [sectors.roads, sectors.roadsOf(during)];
    return handOver({
      absent: post,
      from,
      to,
      moves: diffPlans(plan, during),
      units: schools
        .filter(({ uai }) => plan.referents[uai] === post)
        .map(({ uai, commune, pupils, children }) => {
          const team = teamOf[uai];
          return {
            id: uai,
            schools: [uai],
            pupils,
            children,
            teams: team ? [team] : [],
            correspondents: meetings.correspondents?.includes(commune) ? [commune] : []
          };
        }),
      coordinators: sectors.leaders,
      roads: before && after && { before, during: after },
      meetings: this.#meetings()
    });
  }

  /** Those of the calendar in use, else of the one asked for, where its year is that of the absence. */
  #meetings() {
    const years = [this.from, this.to].map(yearOfDay);
    const known = [this.#sectors.decision.calendar?.plan, this.#year.value];
    return known.find((one) => one && years.includes(one.year))?.plan ?? null;
  }
}

/** Loads with the absence that is asked about. */
export type AwayLoads = LedLoads & { readonly absence: SectorsAbsence };
