/**
 * What each team meeting is for: which situations it reviews, so that none waits too long. Exact, team by team. Pure: no screen, no network, no
 * clock.
 *
 * @example
 * ```ts
 * import { checkAgenda, planAgenda } from '$lib/engines/agenda';
 *
 * const meeting = (number, date) => ({ team: 'EPS-01', number, date, capacity: 1 });
 * const problem = {
 *   months: 6,
 *   meetings: [meeting(1, '2026-10-05'), meeting(2, '2027-03-01')],
 *   situations: [
 *     { id: 'P1', team: 'EPS-01', opened: '2025-09-01', seen: '2026-06-01', until: null },
 *     { id: 'P2', team: 'EPS-01', opened: '2026-09-15', seen: null, until: '2027-03-15' }
 *   ],
 *   horizon: ['2026-09-01', '2027-07-04']
 * };
 * const { over, longest, meetings } = planAgenda(problem);
 * over; // => 0
 * longest; // => 328
 * meetings[1]; // => {"team": "EPS-01", "number": 2, "situations": ["P1"]}
 * checkAgenda(problem, planAgenda(problem)); // => []
 * ```
 */
export { readAgenda, type ReadAgenda } from './read-agenda.ts';
export { planAgenda } from './plan-agenda.ts';
export { checkAgenda, waitsOf, type AgendaFault } from './check-agenda.ts';
export { oneMoreMeeting, type OneMoreMeeting } from './one-more-meeting.ts';
