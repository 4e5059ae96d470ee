// The sessions of the tab as pages other than theirs read them: their figures, and the words for them. See `deferred-actions`.
import { actionFigures, loadSessions, type ActionFigures } from '../actions.svelte.ts';
import type { MeetingsData } from '../calendar/load-meetings.ts';
import type { ActionTab } from '../sessions-slot.svelte.ts';
import { ActionsBook } from './actions-book.ts';
import * as words from './actions-words.ts';
import { aroundActions, type AroundActions, type AroundSources } from './around-actions.ts';

/** What a page knows beside the sessions. Without diaries, no clash of people is looked for. */
export type KnownBeside = Omit<AroundSources, 'dashboard' | 'rooms' | 'meetings'> & {
  meetings: Pick<MeetingsData, 'programme'> & Partial<MeetingsData>;
};

export class SessionsRead {
  readonly figures: ActionFigures;
  readonly around: AroundActions;
  readonly words = words;
  book: ActionsBook = $derived.by(() => {
    const { year, sessions, sheets, judged } = this.figures;
    return new ActionsBook({ ...this.around, year, sessions, sheets, judged });
  });

  /** Past sessions that nobody answered for, the last first: lines of « A-t-elle eu lieu ? ». @param until ISO date */
  past(until = '9999'): ReturnType<typeof words.pastLine>[] {
    const past = this.figures.unanswered.filter(({ date }) => date <= until).toReversed();
    return past.map((session) => words.pastLine(session, this.around.names));
  }

  constructor(figures: ActionFigures, around: AroundActions) {
    this.figures = figures;
    this.around = around;
  }
}

/** @param load from the door of the territory */
export async function sessionsBeside(
  tab: ActionTab,
  { meetings, posts, plan }: KnownBeside,
  load: typeof fetch
): Promise<SessionsRead> {
  const { programme, file, minutes = {} } = meetings;
  const known = file === undefined ? {} : { meetings: { programme, file, minutes } };
  const sessions = await loadSessions(load);
  const figures = actionFigures(tab, { sessions, programme, ...known, ...(posts && { posts: posts.posts }) });
  const whole = { programme, file: file ?? null, minutes };
  return new SessionsRead(
    figures,
    aroundActions({ dashboard: tab.site.dashboard, meetings: whole, posts, plan, rooms: figures.rooms })
  );
}
