// What a year of sessions asks: clashes, needs to meet, sessions that will not be held.
import type { ActionsJudged, ActionYear } from '../../model/actions/action-year.ts';
import { clashesOf } from './clashes.ts';
import { byCodeUnit, byJson } from './order.ts';
import { compromisedBy, todoOf } from './todo.ts';

/**
 * Judges the sessions of a year, those before `today` too; the same, whatever the order of its rows.
 *
 * @returns clashes and needs by the JSON of their fields, ids by their UTF-16 code units
 */
export function judgeActions(year: ActionYear): ActionsJudged {
  const todo = byJson(todoOf(year), ({ session, need, ask, latest, state }) => [
    session,
    need,
    ask,
    latest,
    state
  ]);
  return {
    clashes: byJson(clashesOf(year), ({ kind, ids, what }) => [kind, ids, what]),
    todo,
    compromised: compromisedBy(todo, year.stops).sort(byCodeUnit)
  };
}
