// What the page says: the figures of the decision in use, and their verdicts.
import { createContext } from 'svelte';
import type { CoverageCube } from '$lib/cube/coverage.ts';
import type { Programme } from '$lib/cube/programme.ts';
import {
  isUnknownToday,
  verdictsOf,
  type AskedMeans,
  type Today,
  type TodayFigures
} from '$lib/engines/verdicts/index.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName } from '$lib/i18n/place-names.ts';
import { decisionLines, proposedPosts, type DecisionLine } from '$lib/figures/decision-lines.ts';
import type { OpeningsState } from '$lib/figures/openings-state.svelte.ts';
import type { StateReport } from '$lib/model/report/state-report.ts';
import type { Decision } from '$lib/session/decision/decision.svelte.ts';
import type { KeptYear } from '$lib/storage/meeting-plan.ts';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import { publicProgramme } from '$lib/cube/public-programme.ts';
import { calendarFigures, publicFigures } from '$lib/figures/verdict-figures.ts';
import type { SessionsRead } from '$lib/figures/actions/sessions-read.svelte.ts';
import type { NeverThere } from '$lib/figures/calendar/never-there.ts';
import type { VerdictNames } from '$lib/figures/verdict-words.ts';

interface TodaySources {
  cube: CoverageCube;
  programme: Programme;
  /** Those of the répartition in use; null where the territory publishes no posts. */
  loads: LoadsInUse | null;
  decision: Decision;
  /** What following some schools that wait asks. */
  ask: (schools: readonly string[]) => AskedMeans | null;
  openings: Pick<OpeningsState, 'file' | 'view' | 'withSplit'>;
  /** The year's report, as its page has it. */
  report: () => StateReport;
  /** Sessions of actions; null until they are read. */
  sessions: () => SessionsRead | null;
}

export class TodayState {
  readonly cube: CoverageCube;
  readonly loads: LoadsInUse | null;
  readonly decision: Decision;
  readonly #sources: TodaySources;
  /** Rows in doubt of the territory that is open; null where none is. */
  doubts: number | null = $state(null);
  /** Who can never come to the meetings of a calendar; null until it is known. */
  never: NeverThere | null = $state.raw(null);
  /** The dossiers of the tab are read, or there are none: what the report has is known. */
  isReportKnown = $state(false);
  /** ISO date of today; null until the page runs. */
  day: string | null = $state(null);

  /** The road of the répartition in use is not known yet. */
  isRoadPending: boolean = $derived.by(() => this.loads !== null && this.loads.roads === null);
  figures: TodayFigures = $derived.by(() => this.#figures());
  today: Today = $derived.by(() => verdictsOf(this.figures));
  /** The decision in use, line by line. */
  lines: readonly DecisionLine[] = $derived.by(() =>
    decisionLines(this.decision, this.cube, this.loads !== null, proposedPosts(this.#sources.openings))
  );
  /** Nothing that a verdict could be about is known. */
  isUnknown: boolean = $derived.by(() => isUnknownToday(this.figures));

  constructor(sources: TodaySources) {
    this.#sources = sources;
    this.cube = sources.cube;
    this.loads = sources.loads;
    this.decision = sources.decision;
  }

  get sessions(): SessionsRead | null {
    return this.#sources.sessions();
  }

  /** Dated notes of the month. */
  get notes(): string[] {
    const month = this.day?.slice(0, 7);
    return (this.cube.dashboard.milestones ?? [])
      .filter((note) => note.month === month)
      .map(({ text }) => text);
  }

  get names(): VerdictNames {
    return {
      place: (code) => placeName(this.cube.dashboard, code),
      team: (id) => this.#sources.programme.teams.find((team) => team.id === id)?.name ?? id,
      partner: (id) => this.never?.functions.get(id) ?? id,
      lacks: this.#lacks(),
      withRoad: this.loads?.settings.measure === 'hours',
      withSplit: this.#withSplit()
    };
  }

  /** Posts are asked as if no school changed referent: said where a point tells to change that. */
  #withSplit(): string {
    const split = this.#sources.openings.withSplit;
    const { first, others } = this.today;
    const rank = [...first, ...others].findIndex(({ kind }) => kind === 'loads') + 1;
    return split === '' || rank === 0 ? split : `${split}${m.today_split_before({ rank: integer(rank) })}`;
  }

  #lacks(): string {
    const { book, words } = this.sessions ?? {};
    return book && words ? words.lackWords(book.stopping()) : '';
  }

  #neverIn(calendar: KeptYear): NeverThere['members'] {
    return this.never?.of === calendar ? this.never.members : [];
  }

  #figures(): TodayFigures {
    const { cube, programme, loads, decision, ask, report } = this.#sources;
    const { place, calendar } = decision;
    const year = calendar
      ? calendarFigures(calendar.plan, programme, this.#neverIn(calendar.plan))
      : undefined;
    const sessions = this.sessions?.figures;
    return {
      ...publicFigures(cube, publicProgramme(programme), place, ask),
      ...(loads?.shares && { loads: loads.shares }),
      ...(this.doubts !== null && { doubts: { rows: this.doubts } }),
      ...(year && { meetings: year }),
      // A territory of which nothing else is known is not known by an empty list of sessions.
      ...(sessions?.ahead && { sessions: { ahead: sessions.ahead, compromised: sessions.compromised.size } }),
      ...(this.isReportKnown && { report: report() })
    };
  }
}

export const [todayState, provideTodayState] = createContext<TodayState>();
