// What is found of the sessions of actions: clashes, what must be ready, which will not be held, what they come to, how actions spread. Computed once
// for the tab, whichever page asks; the sessions themselves, and what is done to them, are of `session/action-sessions.svelte.ts`.
import { base } from '$app/paths';
import { latestYear } from '$lib/cube/dashboard.ts';
import { unfiltered } from '$lib/cube/filter.ts';
import type { Programme } from '$lib/cube/programme.ts';
import { missingThemes, publicProgramme } from '$lib/cube/public-programme.ts';
import {
  actionSpread,
  communesWithout,
  judgeActions,
  leavingPresences,
  otherDates,
  roadsNotGiven,
  sessionDays,
  sessionFigures,
  sessionRemarks,
  sharedTrips,
  type CommuneOfThemes,
  type DateRequest,
  type OtherDate,
  type SessionDay,
  type SessionGrouping
} from '$lib/engines/actions/index.ts';
import type { SessionFigures, SessionSheet } from '$lib/model/actions/action-sheets.ts';
import { isAhead, type ActionsJudged } from '$lib/model/actions/action-year.ts';
import {
  noSessions,
  sessionSheet,
  SESSIONS_PATH,
  SESSIONS_VERSION,
  type SessionRoom,
  type SessionsFile
} from '$lib/model/actions/session-rows.ts';
import type { AssignmentPost } from '$lib/model/assignment/assignment-file.ts';
import { schoolYearOf, type Month } from '$lib/model/school-year.ts';
import { ActionSessions } from '$lib/session/action-sessions.svelte.ts';
import type { Decision } from '$lib/session/decision/decision.svelte.ts';
import type { SiteData } from '$lib/session/site-data.svelte.ts';
import { today } from '$lib/session/today.ts';
import {
  actionYear,
  idSet,
  sheetPeriods,
  sheetTitles,
  type PlannedSession,
  type SessionYear
} from './actions/action-year.ts';
import type { MeetingsData } from './calendar/load-meetings.ts';
import { keptRecord } from './kept-record.svelte.ts';
import { actionTab, type ActionTab } from './sessions-slot.svelte.ts';

/** The sessions and rooms of the territory; none where it has no file of them. @throws {Error} when the file is of another version */
export async function loadSessions(fetcher: typeof fetch): Promise<SessionsFile> {
  const response = await fetcher(`${base}/${SESSIONS_PATH}`);
  if (!response.ok) return noSessions();
  const value = (await response.json()) as Partial<SessionsFile> | null;
  if (value?.version !== SESSIONS_VERSION)
    throw new Error(`sessions.json: version ${SESSIONS_VERSION} expected, found ${value?.version}`);
  return value as SessionsFile;
}

export interface ActionSources {
  sessions: SessionsFile;
  programme: Programme;
  /** From `loadMeetings`: with it, clashes are looked for among people, rooms and holidays; a page that shows none needs not read it. */
  meetings?: MeetingsData;
  /** From `loadPosts`: where posts begin their days. */
  posts?: readonly Pick<AssignmentPost, 'id' | 'base'>[];
}

/** Each figure is computed when it is first read, and again when what it depends on changes. */
export class ActionFigures {
  /** What is done to the sessions. */
  readonly state: ActionSessions;
  /** Every row is fictitious. */
  readonly synthetic: boolean;
  /** ISO date: sessions before it are past. */
  readonly today: string;
  readonly sheets: readonly SessionSheet[];
  /** Titles by id of the sheet. */
  readonly titles: ReadonlyMap<string, string>;
  /** Named rooms of the service. */
  readonly rooms: readonly SessionRoom[];
  readonly #programme: Programme;
  readonly #site: Pick<SiteData, 'cube'>;
  readonly #decided: Pick<Decision, 'calendar' | 'absence'>;
  #around: Pick<ActionSources, 'meetings' | 'posts'> = $state.raw({});

  /** The year that is judged: sessions with their people and period, rooms, absences, meetings in use, holidays, road. */
  year: SessionYear = $derived.by(() => {
    const { meetings = null, posts = [] } = this.#around;
    const { calendar, absence } = this.#decided;
    const { rows, delays } = this.state;
    const periods = sheetPeriods(this.#programme.actions);
    return actionYear({
      ...{ rows, rooms: this.rooms, periods, delays, meetings, posts, calendar, absence },
      today: this.today
    });
  });
  /** By date, hour and id. */
  sessions: readonly PlannedSession[] = $derived(this.year.sessions);
  /** Clashes, what must be ready, sessions that will not be held: see `judgeActions`. */
  judged: ActionsJudged = $derived.by(() => judgeActions(this.year));
  compromised: ReadonlySet<string> = $derived(idSet(this.judged.compromised));
  /** Counted apart from clashes: a commune that the sheet does not name, no money left, an end before the beginning. */
  remarks = $derived.by(() => sessionRemarks(this.sessions, this.sheets));
  /** Groups of several communes that go to one place in one half-day, from today on. */
  trips = $derived.by(() => sharedTrips(this.sessions, this.today));
  /** Pairs of communes whose road is not known: it counts 0. */
  unknownRoads = $derived.by(() => roadsNotGiven(this.year));
  /** To be held from today on: how many. */
  ahead: number = $derived.by(
    () => this.sessions.filter((session) => isAhead(session) && session.date >= this.today).length
  );
  /** Past, and neither held nor cancelled: what is asked of the reader. */
  unanswered: readonly PlannedSession[] = $derived.by(() =>
    this.sessions.filter((session) => session.date < this.today && isAhead(session))
  );
  /** How actions spread: the tree of sheets. */
  spread = $derived.by(() => actionSpread(this.sheets));
  /** Communes of intervention: themes that they lack, schools that wait and that are followed. */
  communes: readonly CommuneOfThemes[] = $derived.by(() => {
    const { cube } = this.#site;
    const themes = publicProgramme(this.#programme);
    const known = themes.missing !== null;
    const filter = unfiltered(latestYear(cube.dashboard));
    return cube.dashboard.communes
      .filter(({ intervention }) => intervention)
      .map(({ code: commune }) => {
        const schools = cube.firstDegree({ ...filter, place: { kind: 'commune', code: commune } });
        const count = (of: string) =>
          cube.followUpKnown ? schools.filter(({ status }) => status === of).length : null;
        const lacks = known ? missingThemes(themes, commune) : [];
        return { commune, lacks, waiting: count('waiting'), followed: count('followed') };
      });
  });
  readonly #figures = $derived.by(() => {
    const { sessions, sheets } = this;
    const of = (by: SessionGrouping) => sessionFigures(by, sessions, sheets, this.today);
    return { sheet: of('sheet'), theme: of('theme'), commune: of('commune'), month: of('month') };
  });

  constructor(
    { sessions, programme }: Pick<ActionSources, 'sessions' | 'programme'>,
    tab: {
      state: ActionSessions;
      site: Pick<SiteData, 'cube'>;
      decided: Pick<Decision, 'calendar' | 'absence'>;
    },
    now = today()
  ) {
    this.state = tab.state;
    this.#site = tab.site;
    this.#decided = tab.decided;
    this.#programme = programme;
    this.synthetic = sessions.synthetic;
    this.rooms = sessions.rooms;
    this.sheets = programme.actions.map(sessionSheet);
    this.titles = sheetTitles(programme.actions);
    this.today = now;
    tab.state.list(sessions.sessions);
  }

  /** What a page has read beside the sessions. */
  know({ meetings, posts }: Pick<ActionSources, 'meetings' | 'posts'>): void {
    const { meetings: before, posts: former } = this.#around;
    if ((meetings && !before) || (posts && !former))
      this.#around = { meetings: before ?? meetings, posts: former ?? posts };
  }

  /** Sessions held of planned, places, cost, by sheet, theme, commune or month: see `SessionFigures`. */
  by(grouping: SessionGrouping): readonly SessionFigures[] {
    return this.#figures[grouping];
  }

  /** Communes that lack a theme, those with most schools waiting first: a list, never « it would work ». */
  lacking(theme: string): readonly CommuneOfThemes[] {
    return communesWithout(theme, this.communes);
  }

  /** Whether the sum of presences of a school year may leave the service. @param threshold children present in one session */
  presencesLeave(year: string, threshold: number): boolean {
    const held = this.sessions.filter(
      ({ status, date }) => status === 'held' && schoolYearOf(date.slice(0, 7) as Month) === year
    );
    return leavingPresences([held], threshold)[0]!;
  }

  /** The road that sessions add to the days of who comes, from one ISO date to another: see `sessionDays`. */
  daysOf(from: string, to: string): readonly SessionDay[] {
    return sessionDays(this.year, from, to);
  }

  /** The three best half-days for a session, new or moved: see `otherDates`. */
  otherDates(request: DateRequest): OtherDate[] {
    return otherDates(this.year, request);
  }
}

const figuresOf = keptRecord<ActionSessions, ActionFigures>();

/** The figures of the sessions of a tab, made once, and told of what a page has read beside them. @param tab see `actionTab` */
export function actionFigures(
  { slot, ...around }: ActionTab,
  { meetings, posts, ...read }: ActionSources
): ActionFigures {
  const tab = { state: slot.open(ActionSessions), ...around };
  const figures = figuresOf(tab.state, () => new ActionFigures(read, tab));
  figures.know({ ...(meetings && { meetings }), ...(posts && { posts }) });
  return figures;
}

/**
 * The figures of the sessions of this tab, the same for every page. To be called while a page is made.
 *
 * @example
 * ```ts
 * // +page.ts: { sessions: await loadSessions(fetch), ...(await loadMeetings(fetch)) }
 * const actions = useActions({ sessions, programme, meetings: { programme, file, minutes } });
 * actions.judged.todo; // what must be ready
 * actions.state.tick('FA-03-0412', 'salle', true, 'Salle retenue');
 * ```
 */
export const useActions = (sources: ActionSources): ActionFigures => actionFigures(actionTab(), sources);
