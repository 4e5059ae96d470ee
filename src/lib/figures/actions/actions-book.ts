// The sessions of a year as the page reads them: each with its state, what it lacks, who gets that, and its clashes.
import { shownDay } from '$lib/engines/actions/index.ts';
import type { ListedSession, SessionSheet } from '$lib/model/actions/action-sheets.ts';
import {
  isAhead,
  type ActionClash,
  type ActionsJudged,
  type ActionYear,
  type NeedToMeet
} from '$lib/model/actions/action-year.ts';
import { needOwner, type NeedOwner } from '$lib/model/actions/needs.ts';
import { addDays } from '$lib/model/meetings/days.ts';

/** `unanswered`: past, and neither held nor cancelled. */
export type SessionState = 'ready' | 'preparing' | 'compromised' | 'held' | 'cancelled' | 'unanswered';

/** What the reader calls what sessions hold. */
export interface ActionNames {
  /** Of a commune, by its INSEE code. */
  commune: (code: string) => string;
  /** Title of a sheet. */
  sheet: (id: string) => string;
  /** Theme and form of a sheet; null: not said. */
  theme: (sheet: string) => string | null;
  form: (sheet: string) => string | null;
  person: (id: string) => string;
  room: (id: string) => string;
  /** A team meeting, by the id of its engagement. */
  meeting: (id: string) => string;
}

export interface ActionsFacts {
  /** Its `sessions` are those of the list. */
  year: ActionYear;
  sessions: readonly ListedSession[];
  sheets: readonly SessionSheet[];
  judged: ActionsJudged;
  names: ActionNames;
  hasCorrespondent: (commune: string) => boolean;
  /** Posts that coordinate the teams of a commune, and those that follow its schools. */
  coordinators: (commune: string) => readonly string[];
  referents: (commune: string) => readonly string[];
}

/** A need of a session that is not met, with who gets it. */
export interface NeedLine extends NeedToMeet {
  of: ListedSession;
  owner: NeedOwner;
  forLackOf: boolean;
  /** Posts who get it; none for the correspondent of a commune, who is no post. */
  posts: readonly string[];
  /** `latest`, or the last working day before it where that is a Sunday or a day of holidays. */
  shown: string;
  /** Without it the session is not held. */
  stops: boolean;
}

/** Too late, and the session is not held without it. */
export const isStopping = ({ state, stops }: NeedLine): boolean => stops && state === 'late';

const inOrder = (a: ListedSession, b: ListedSession): number =>
  a.date.localeCompare(b.date) || a.begin - b.begin || a.id.localeCompare(b.id);

export class ActionsBook {
  readonly facts: ActionsFacts;
  /** By date, hour and number. */
  readonly sessions: readonly ListedSession[];
  /** By the day shown. */
  readonly needs: readonly NeedLine[];
  readonly #compromised: ReadonlySet<string>;
  readonly #byId: ReadonlyMap<string, ListedSession>;

  constructor(facts: ActionsFacts) {
    this.facts = facts;
    this.sessions = [...facts.sessions].sort(inOrder);
    this.#byId = new Map(facts.sessions.map((session) => [session.id, session]));
    this.#compromised = new Set(facts.judged.compromised);
    this.needs = facts.judged.todo
      .flatMap((need) => this.#lineOf(need))
      .sort((a, b) => a.shown.localeCompare(b.shown) || inOrder(a.of, b.of));
  }

  get today(): string {
    return this.facts.year.today;
  }

  session(id: string | null): ListedSession | null {
    return (id !== null && this.#byId.get(id)) || null;
  }

  state(session: ListedSession): SessionState {
    const { id, status, date } = session;
    if (!isAhead(session)) return status === 'held' ? 'held' : 'cancelled';
    if (date < this.today) return 'unanswered';
    if (this.#compromised.has(id)) return 'compromised';
    return this.needs.some(({ session: of }) => of === id) ? 'preparing' : 'ready';
  }

  needsOf({ id }: ListedSession): readonly NeedLine[] {
    return this.needs.filter(({ session }) => session === id);
  }

  clashesOf({ id }: ListedSession): readonly ActionClash[] {
    return this.facts.judged.clashes.filter(({ ids }) => ids.includes(id));
  }

  /** Needs too late without which a session is not held. @param isShown sessions that the reader asks to see */
  stopping(isShown: (session: ListedSession) => boolean = () => true): readonly NeedLine[] {
    return this.needs.filter((line) => isStopping(line) && isShown(line.of));
  }

  /** Clashes of which a session that the reader asks to see is from today on. */
  clashesAhead(isShown: (session: ListedSession) => boolean = () => true): readonly ActionClash[] {
    return this.facts.judged.clashes.filter(({ ids }) => {
      const sessions = ids.flatMap((id) => this.#byId.get(id) ?? []);
      return sessions.some(({ date }) => date >= this.today) && sessions.some(isShown);
    });
  }

  /** Past, and neither held nor cancelled. */
  unanswered(): readonly ListedSession[] {
    return this.sessions.filter((session) => this.state(session) === 'unanswered');
  }

  /** The last working day before the next holidays; null: no holidays are to come. */
  horizon(): string | null {
    const { holidays } = this.facts.year;
    const next = holidays
      .filter(([from, to]) => from > this.today && to >= addDays(from, 5))
      .map(([from]) => from)
      .sort()[0];
    return next === undefined ? null : shownDay(next, holidays);
  }

  #lineOf(need: NeedToMeet): NeedLine[] {
    const of = this.#byId.get(need.session);
    if (!of) return [];
    const { year, hasCorrespondent } = this.facts;
    const { who, forLackOf } = needOwner(need.need, hasCorrespondent(of.commune));
    return [
      {
        ...need,
        of,
        owner: who,
        forLackOf: forLackOf !== undefined,
        posts: this.#postsOf(who, of),
        shown: shownDay(need.latest, year.holidays),
        stops: year.stops.includes(need.need)
      }
    ];
  }

  /** The referents who come to the session, else those of the commune. */
  #postsOf(owner: NeedOwner, { commune, people }: ListedSession): readonly string[] {
    if (owner === 'correspondent') return [];
    if (owner === 'coordinator') return this.facts.coordinators(commune);
    const all = this.facts.referents(commune);
    const coming = all.filter((id) => people.includes(id));
    return coming.length > 0 ? coming : all;
  }
}
