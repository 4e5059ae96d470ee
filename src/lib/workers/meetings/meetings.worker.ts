// The worker of meetings: plans a year, repairs a plan, reads calendars. Every plan is checked apart from the search before it is told.
import { expose } from 'comlink';
import { planMeetings, readCalendar, repairPlan } from '../../engines/meetings/index.ts';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import { toResult } from '../worker-call.ts';
import { checkedRepair, checkedSolution } from './checked-results.ts';
import type { MeetingsApi } from './protocol.ts';

/** Loaded when a year is impossible: most never are. */
const solver = () => bootHighs(WASM_ADDRESS);

const api: MeetingsApi = {
  plan: ({ problem, seconds, seed }, onProgress) =>
    toResult(async () =>
      checkedSolution(problem, await planMeetings(problem, { seconds, seed, solver, onProgress }))
    ),
  repair: ({ problem, before }) =>
    toResult(async () => checkedRepair(problem, await repairPlan(problem, before, { solver }))),
  readCalendar: ({ file, name, from, to }) =>
    toResult(async () => readCalendar(await file.text(), from, to, name))
};

expose(api);
