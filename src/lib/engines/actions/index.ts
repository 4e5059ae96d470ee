/**
 * Sessions of actions: what clashes, what must be ready by when, which sessions will not be held. Pure: no screen, no network, no clock. No child
 * is known here, only numbers of places.
 *
 * @example
 * ```ts
 * import { judgeActions, readActions } from '$lib/engines/actions';
 *
 * const session = {
 *   sheet: 'FA-02', date: '2026-12-09', from: '14:00', to: '16:00', commune: '59606', room: 'mairie', people: ['psychologue'],
 *   seats: 12, enrolled: 10, needs: ['salle', 'accords'], ready: [], status: 'planned'
 * };
 * const { year } = readActions({
 *   today: '2026-12-03',
 *   holidays: [['2026-12-19', '2027-01-03']],
 *   rooms: [{ id: 'mairie', commune: '59606', closed: [] }],
 *   people: [],
 *   minutes: { 59014: { 59606: 25 } },
 *   meetings: [
 *     { id: 'EPS-01/3', date: '2026-12-09', from: '12:00', to: '13:45', commune: '59014', room: null, people: ['psychologue'] }
 *   ],
 *   sessions: [{ id: 'S1', ...session }]
 * });
 * const { clashes, todo, compromised } = judgeActions(year);
 * clashes; // => [{"kind": "person", "ids": ["EPS-01/3", "S1"], "what": "psychologue"}]
 * todo[0]; // => {"session": "S1", "need": "accords", "ask": "2026-12-01", "latest": "2026-12-08", "state": "week"}
 * todo[1]; // => {"session": "S1", "need": "salle", "ask": "2026-11-09", "latest": "2026-12-02", "state": "late"}
 * compromised; // => ["S1"]
 * ```
 */
export { readActions, type ReadActions } from './read-actions.ts';
export { judgeActions } from './judge-actions.ts';
export { roadsNotGiven } from './clashes.ts';
export { shownDay } from './todo.ts';
export { otherDates, roomsFree, type DateRequest, type OtherDate } from './other-dates.ts';
export { sessionDays, type SessionDay } from './session-roads.ts';
export { leavingPresences } from './presences.ts';
export { sharedTrips, type SharedTrip } from './shared-trips.ts';
export { sessionFigures, type SessionGrouping } from './session-figures.ts';
export { sessionRemarks, type SessionRemark } from './session-remarks.ts';
export { communesWithout, actionSpread, type CommuneOfThemes } from './spread.ts';
