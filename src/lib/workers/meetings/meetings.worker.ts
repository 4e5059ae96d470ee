// The worker of meetings: plans a year, repairs a plan, reads calendars. Every plan is checked apart from the search before it is told.
import { expose } from 'comlink';
import { checkPlan, planMeetings, readCalendar, repairPlan } from '../../engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting } from '../../model/meetings/meeting-problem.ts';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import { toResult } from '../worker-call.ts';
import type { MeetingsApi } from './protocol.ts';

/** A difference of cost that rounding explains. */
const ROUNDING = 1e-6;

function verify(problem: MeetingProblem, meetings: readonly PlannedMeeting[], cost: number | null): void {
  const { broken, cost: counted } = checkPlan(problem, meetings);
  if (broken.length > 0)
    throw new Error(`the checker refuses the plan: ${broken.map(({ rule }) => rule).join(', ')}`);
  if (cost === null || Math.abs(counted.total - cost) > ROUNDING * Math.max(1, cost))
    throw new Error(`the checker counts ${counted.total}, the search ${cost}`);
}

/** Loaded when a year is impossible: most never are. */
const solver = () => bootHighs(WASM_ADDRESS);

const api: MeetingsApi = {
  plan: ({ problem, seconds, seed }, onProgress) =>
    toResult(async () => {
      const found = await planMeetings(problem, { seconds, seed, solver, onProgress });
      if (found.status === 'planned') verify(problem, found.meetings!, found.cost);
      return found;
    }),
  repair: ({ problem, before }) =>
    toResult(async () => {
      const found = await repairPlan(problem, before, { solver });
      if (found.status === 'planned') verify(problem, found.meetings, found.cost);
      return found;
    }),
  readCalendar: ({ file, name, from, to }) =>
    toResult(async () => readCalendar(await file.text(), from, to, name))
};

expose(api);
