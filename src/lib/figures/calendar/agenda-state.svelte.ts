// What each meeting to come is for: the situations of the dossiers in the calendar on screen, and what one more meeting would give.
import { createContext } from 'svelte';
import type { OneMoreMeeting } from '$lib/engines/agenda/index.ts';
import type { CalendarYear } from '$lib/figures/calendar/calendar-year.svelte.ts';
import type { Agenda, AgendaProblem } from '$lib/model/meetings/agenda.ts';
import type { TimedMeeting } from '$lib/model/meetings/meeting-problem.ts';
import { teamSituations } from '$lib/engines/pathways/index.ts';
import type { DossiersState } from '$lib/session/dossiers/dossiers.svelte.ts';
import { failureOf, Request } from '$lib/session/request.svelte.ts';
import { meetingsClient } from '$lib/workers/meetings/client.ts';
import type { AgendaProgress } from '$lib/workers/meetings/protocol.ts';
import {
  communesOf,
  lateByTeam,
  seenByMeeting,
  weeklyDays,
  type AgendaLimits,
  type AnsweredAgenda,
  type SeenSituation
} from './agenda-reviews.ts';
import { idleMeetings, type IdleMeeting } from './idle-meetings.ts';

const NOBODY_LATE: ReadonlyMap<string, number> = new Map();

/** Agendas found in this tab, the latest ones, by their problem as JSON: one search, whichever page asks. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on a page follows it
const found = new Map<string, Agenda>();
const MOST_FOUND = 4;

async function agendaOf(key: string, search: () => Promise<Agenda>): Promise<Agenda> {
  const agenda = found.get(key) ?? (await search());
  if (!found.has(key) && found.size === MOST_FOUND) found.delete(found.keys().next().value!);
  found.set(key, agenda);
  return agenda;
}

export class AgendaState {
  readonly #meetings: CalendarYear;
  readonly #dossiers: DossiersState;
  readonly #limits: () => AgendaLimits;
  readonly #client = meetingsClient();
  readonly #other = meetingsClient();
  readonly #request = new Request<AnsweredAgenda, AgendaProgress>({
    stop: () => this.#client.stop(),
    mostItems: 1
  });
  readonly #more = new Request<OneMoreMeeting[], AgendaProgress>({
    stop: () => this.#other.stop(),
    mostItems: 1
  });

  constructor(meetings: CalendarYear, dossiers: DossiersState, limits: () => AgendaLimits) {
    this.#limits = limits;
    this.#meetings = meetings;
    this.#dossiers = dossiers;
  }

  /**
   * First day to plan. Fictitious dossiers tell of no review of this school year: they are planned from its first day. Those of the service tell what
   * was reviewed: they are planned from today.
   */
  from: string = $derived.by(() => {
    const { today, year } = this.#meetings;
    return today > year.from && this.#dossiers.source !== 'example' ? today : year.from;
  });
  coming: readonly TimedMeeting[] = $derived.by(() =>
    this.#meetings.timed.filter(({ date }) => date >= this.from)
  );
  #told = $derived.by(() => {
    const { rows } = this.#dossiers;
    if (rows === null) return null;
    return teamSituations(
      rows,
      this.#meetings.teams,
      this.from,
      communesOf(this.#meetings.dashboard.schools)
    );
  });
  /** Open situations of which no team is known. */
  teamless: number = $derived.by(() => this.#told?.teamless ?? 0);
  problem: AgendaProblem | null = $derived.by(() => {
    const { year, isSearching } = this.#meetings;
    const { months, seen } = this.#limits();
    if (!this.#told || isSearching || this.coming.length === 0) return null;
    const meetings = this.coming.map(({ team, number, date }) => ({
      team,
      number,
      date,
      capacity: seen
    }));
    return {
      months,
      meetings,
      situations: this.#told.situations,
      horizon: [this.from, year.to]
    };
  });
  /** The last agenda; that of another problem while its own is looked for. */
  answered: AnsweredAgenda | null = $derived.by(() => this.#request.value);
  isSearching: boolean = $derived.by(() => this.#request.phase === 'pending');
  isStopped: boolean = $derived.by(() => this.#request.phase === 'stopped');
  progress: AgendaProgress | null = $derived.by(() => this.#request.items.at(-1) ?? null);
  failure: string | null = $derived.by(() => failureOf(this.#request.error));
  #seen = $derived.by(() => this.answered && seenByMeeting(this.answered));
  /** Situations of each team that wait longer than the months at least once. */
  late: ReadonlyMap<string, number> = $derived.by(() =>
    this.answered ? lateByTeam(this.answered) : NOBODY_LATE
  );
  lateCount: number = $derived.by(() => [...this.late.values()].reduce((sum, count) => sum + count, 0));
  isProven: boolean = $derived.by(() => {
    const { agenda } = this.answered ?? {};
    return agenda !== undefined && agenda.bound.over === agenda.over;
  });
  /** Teams for which one more meeting gives something; null while it is looked for. */
  more: readonly OneMoreMeeting[] | null = $derived.by(() =>
    this.#more.phase === 'done' ? this.#more.value : null
  );
  moreProgress: AgendaProgress | null = $derived.by(() => this.#more.items.at(-1) ?? null);
  isMoreStopped: boolean = $derived.by(() => this.#more.phase === 'stopped');

  /** Looks for the agenda of the problem on screen, unless it is known. @param withMore what one more meeting would give is looked for then */
  ask(problem: AgendaProblem, withMore = true): void {
    const key = JSON.stringify(problem);
    if (this.#request.key === key) return;
    this.#more.reset();
    void this.#request
      .send(key, async (push) => ({
        problem,
        agenda: await agendaOf(key, () => this.#client.agenda(problem, push))
      }))
      .then(() => {
        if (withMore && this.#request.phase === 'done' && this.#request.key === key) this.askMore();
      });
  }

  /** Looks for what one more meeting would give to each team that has situations that wait too long. */
  askMore(): void {
    const { problem } = this.answered ?? {};
    if (!problem) return;
    const teams = [...this.late.keys()];
    const { days, today } = this.#meetings;
    const dates = weeklyDays(days, this.from, today);
    void this.#more.send(JSON.stringify([problem, teams]), (push) =>
      this.#other.moreMeetings({ problem, teams, dates, capacity: this.#limits().seen }, push)
    );
  }

  /** Meetings to come without a situation; null until the agenda is whole. */
  idle: readonly IdleMeeting<TimedMeeting>[] | null = $derived.by(() => {
    if (!this.answered || this.isSearching) return null;
    const { today } = this.#meetings;
    return idleMeetings({
      ...{ meetings: this.coming, late: this.late, capacity: this.#limits().seen, today },
      seenAt: (meeting) => this.seenAt(meeting),
      coordinatorOf: (team) => this.#meetings.team(team)?.coordinator ?? null
    });
  });

  /** The situations of a meeting, those that have waited longest first; null where there is no agenda for it. */
  seenAt({ team, number }: Pick<TimedMeeting, 'team' | 'number'>): readonly SeenSituation[] | null {
    return this.#seen?.get(`${team} ${number}`) ?? null;
  }

  /** The search under way ends; what is on screen stays. */
  stop(): void {
    this.#request.stop();
    this.#more.stop();
  }

  /** Looks again, after a stop. */
  again(): void {
    this.#request.reset();
  }
}

export const [getAgenda, provideAgenda] = createContext<AgendaState>();
