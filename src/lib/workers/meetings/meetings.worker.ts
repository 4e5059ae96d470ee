// The worker of meetings: plans a year, repairs a plan, makes agendas, reads calendars. Every plan is checked apart from the search before it is told.
import { expose } from 'comlink';
import { oneMoreMeeting, planAgenda } from '../../engines/agenda/index.ts';
import { planMeetings, readCalendar } from '../../engines/meetings/index.ts';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import { toResult } from '../worker-call.ts';
import { checkedAgenda, checkedSolution, repairAnswer } from './checked-results.ts';
import type { MeetingsApi } from './protocol.ts';

/** Loaded when a year is impossible: most never are. */
const solver = () => bootHighs(WASM_ADDRESS);

/** Where a repair is not proven the one of the fewest moves, about two seconds. */
const REPAIR_ROUNDS = 20_000;

const api: MeetingsApi = {
  plan: ({ problem, parts, seed, start }, onProgress) =>
    toResult(async () => {
      const work = { seconds: 0, leastParts: parts, seed, ...(start && { start }) };
      return checkedSolution(problem, await planMeetings(problem, { ...work, solver, onProgress }));
    }),
  repair: (order) => toResult(() => repairAnswer(order, { rounds: REPAIR_ROUNDS, solver })),
  agenda: (problem, onProgress) =>
    toResult(async () => {
      const found = planAgenda(problem, (done, of) => onProgress({ done, of }));
      return checkedAgenda(problem, found);
    }),
  moreMeetings: ({ problem, teams, dates, capacity }, onProgress) =>
    toResult(async () =>
      teams.flatMap((team, at) => {
        const found = oneMoreMeeting(problem, team, { dates, capacity });
        onProgress({ done: at + 1, of: teams.length });
        return found ?? [];
      })
    ),
  readCalendar: ({ file, name, from, to }) =>
    toResult(async () => readCalendar(await file.text(), from, to, name))
};

expose(api);
