// Sessions held of planned, places offered and taken, and what they cost: by sheet, theme, commune or month.
import { isAhead } from '../../model/actions/action-year.ts';
import type {
  SessionSheet,
  ListedSession,
  SessionFigures,
  SheetsCost
} from '../../model/actions/action-sheets.ts';
import { knownSum } from '../../model/known-sum.ts';
import { byCodeUnit } from './order.ts';

/** What sessions are put together by. */
export type SessionGrouping = 'sheet' | 'theme' | 'commune' | 'month';

type Sheets = ReadonlyMap<string, SessionSheet>;

function keyOf(by: SessionGrouping, session: ListedSession, sheets: Sheets): string | null {
  if (by === 'sheet') return session.sheet;
  if (by === 'commune') return session.commune;
  return by === 'month' ? session.date.slice(0, 7) : (sheets.get(session.sheet)?.theme ?? null);
}

/** Cost of sheets over their sessions that are not cancelled, wherever these are held. */
function costOf(
  sheets: readonly (SessionSheet | undefined)[],
  sessions: readonly ListedSession[]
): SheetsCost {
  const euros = knownSum(sheets.map((sheet) => sheet?.cost_euros ?? null));
  const places = knownSum(sessions.map(({ seats }) => seats));
  const by = (count: number) => (euros.unknown > 0 || count === 0 ? null : euros.value / count);
  return {
    sheets: sheets.length,
    euros,
    bySession: by(sessions.length),
    byPlace: places.unknown > 0 ? null : by(places.value)
  };
}

/**
 * Figures of sessions by group, in the order of their keys, the unknown theme last. A group without a session is not there.
 *
 * @param sheets all of them; the cost of a session's sheet that is not there is unknown
 * @param today ISO date: a session before it that is neither held nor cancelled is not answered
 */
export function sessionFigures(
  by: SessionGrouping,
  sessions: readonly ListedSession[],
  sheets: readonly SessionSheet[],
  today: string
): SessionFigures[] {
  const known: Sheets = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const groups = new Map<string | null, ListedSession[]>();
  const ofSheet = new Map<string, ListedSession[]>();
  const keys = new Map<string, Set<string | null>>();
  for (const session of sessions) {
    const key = keyOf(by, session, known);
    groups.set(key, [...(groups.get(key) ?? []), session]);
    ofSheet.set(session.sheet, [...(ofSheet.get(session.sheet) ?? []), session]);
    const told = by === 'commune' ? (known.get(session.sheet)?.communes ?? []) : [];
    keys.set(session.sheet, (keys.get(session.sheet) ?? new Set<string | null>(told)).add(key));
  }
  const cost = (ids: readonly string[]) =>
    costOf(
      ids.map((id) => known.get(id)),
      ids.flatMap((id) => ofSheet.get(id)!.filter(({ status }) => status !== 'cancelled'))
    );
  return [...groups]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : byCodeUnit(a, b)))
    .map(([key, group]) => {
      const count = (is: (session: ListedSession) => boolean) => group.filter(is).length;
      const kept = group.filter(({ status }) => status !== 'cancelled');
      const ids = [...new Set(group.map(({ sheet }) => sheet))];
      const isOwn = (id: string) => keys.get(id)!.size === 1;
      return {
        key,
        planned: group.length,
        held: count(({ status }) => status === 'held'),
        cancelled: count(({ status }) => status === 'cancelled'),
        ahead: count((session) => isAhead(session) && session.date >= today),
        unanswered: count((session) => isAhead(session) && session.date < today),
        offered: knownSum(kept.map(({ seats }) => seats)),
        taken: knownSum(kept.map(({ enrolled }) => enrolled)),
        present: knownSum(group.filter(({ status }) => status === 'held').map(({ present }) => present)),
        own: cost(ids.filter(isOwn)),
        shared: cost(ids.filter((id) => !isOwn(id)))
      };
    });
}
