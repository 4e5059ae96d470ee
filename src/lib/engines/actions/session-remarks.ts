// What the page tells of sessions beside clashes: a commune that the sheet does not name, no money left, an end before the beginning.
import type { SessionSheet, ListedSession } from '../../model/actions/action-sheets.ts';
import { byCodeUnit, byJson } from './order.ts';

/** `commune`: of a session; `hours`: a session that ends before it begins; `money`: a sheet whose sessions cost more than it has. */
export interface SessionRemark {
  kind: 'commune' | 'hours' | 'money';
  /** Sessions, by their UTF-16 code units. */
  ids: string[];
  /** The commune; the sheet for `money`; empty for `hours`. */
  what: string;
}

/**
 * Remarks on sessions that are not cancelled, by the JSON of their fields. They are no clashes: `judgeActions` never counts them.
 *
 * @param sheets one that names no commune tells nothing of them; an unknown cost tells nothing of money
 */
export function sessionRemarks(
  sessions: readonly ListedSession[],
  sheets: readonly SessionSheet[]
): SessionRemark[] {
  const known = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const kept = sessions.filter(({ status }) => status !== 'cancelled');
  const remarks: SessionRemark[] = kept.flatMap(({ id, sheet, commune, begin, end }) => {
    const communes = known.get(sheet)?.communes ?? [];
    const found: SessionRemark[] = [];
    if (communes.length > 0 && !communes.includes(commune))
      found.push({ kind: 'commune', ids: [id], what: commune });
    if (end <= begin) found.push({ kind: 'hours', ids: [id], what: '' });
    return found;
  });
  for (const { id: what, cost_euros: cost, sessionCost } of sheets) {
    const ids = kept.filter(({ sheet }) => sheet === what).map(({ id }) => id);
    if (cost !== null && sessionCost !== null && ids.length * sessionCost > cost)
      remarks.push({ kind: 'money', ids: ids.sort(byCodeUnit), what });
  }
  return byJson(remarks, ({ kind, ids, what }) => [kind, ids, what]);
}
