// A search that the browser takes its memory from: the plan on screen and the best one found stay, and the next search works.
import { expose } from 'comlink';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AssignmentProgress } from '../../../src/lib/engines/assignment/solve-assignment.ts';
import { AssignmentSearch } from '../../../src/lib/features/sectors/state/assignment-search.svelte.ts';
import type { AssignmentResult, Plan } from '../../../src/lib/model/plan.ts';
import { assignmentClient } from '../../../src/lib/workers/assignment/client.ts';
import type { AssignmentRequest } from '../../../src/lib/workers/assignment/protocol.ts';
import { Stopped } from '../../../src/lib/workers/stopped.ts';
import { toResult, WorkerFailure } from '../../../src/lib/workers/worker-call.ts';

const plan: Plan = { referents: { s1: 'r1', s2: 'r1' }, coordinators: {} };
const better = { u1: 'r1', u2: 'r2' };
const units = ['1', '2'].map((n) => ({
  ...{ id: `u${n}`, workload: 1, pupils: 1, visits: 1, schools: [`s${n}`], current: 'r1' }
}));
const request = {
  problem: { units, referents: [], neighbours: [], pins: [], apart: [], together: [], minutes: [] },
  ...{ balance: 'workload', teams: null, seconds: 1 }
} as unknown as AssignmentRequest;
const done: AssignmentResult = {
  ...{ status: 'optimal', objective: 20, bound: 20, gap: 0, seconds: 0.1, loads: {} },
  assignment: better
};
const stage: AssignmentProgress = { objective: 20, bound: 10, gap: 0.5, seconds: 0.1, assignment: better };
type Tell = (stage: AssignmentProgress) => void;
type Solve = (request: AssignmentRequest, tell: Tell) => unknown;

/** Workers on this thread, one for each way to solve in turn: what was started, and the last one to be killed by hand. */
function workers(...ways: Solve[]) {
  const started: EventTarget[] = [];
  const create = () => {
    const { port1, port2 } = new MessageChannel();
    const solve = ways[started.length] ?? (() => toResult(() => done));
    expose({ solve, fewest: () => toResult(() => ({ bound: 0 })) }, port2);
    const worker = Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
    started.push(worker);
    return worker;
  };
  const kill = (message: string) =>
    started.at(-1)!.dispatchEvent(Object.assign(new Event('error'), { message }));
  return { started, create, kill };
}

const toldThen = (end: () => unknown): Solve => (_, tell) => {
  tell(stage);
  return end();
}; // prettier-ignore
const throws = (error: Error) => () =>
  toResult(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw error;
  });
const never = () => new Promise(() => undefined);

beforeAll(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue();
});
afterAll(() => vi.restoreAllMocks());

describe('a search of a better split whose worker has no memory left', () => {
  it.each([
    ['HiGHS aborts', new Error('Aborted(OOM). Build with -sASSERTIONS for more info.')],
    [
      'memory cannot grow',
      new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded: out of memory')
    ],
    ['an array cannot be made', new RangeError('Array buffer allocation failed')]
  ])(
    'keeps the plan on screen and the best plan found when %s, says why, and works again',
    async (_, error) => {
      const { started, create } = workers(toldThen(throws(error)));
      const before = structuredClone(plan);
      const search = new AssignmentSearch(() => plan, assignmentClient(create));
      await search.run(request);
      expect([search.phase, search.outOfMemory]).toEqual(['failed', true]);
      expect(plan).toEqual(before);
      expect(search.moves).toEqual([{ kind: 'unit', id: 's2', from: 'r1', to: 'r2' }]);
      await search.run(request);
      expect([search.phase, search.result?.status, started.length]).toEqual(['done', 'optimal', 2]);
    }
  );

  it('ends, and does not wait for ever, when the browser kills the worker', async () => {
    const { started, create, kill } = workers(toldThen(never));
    const search = new AssignmentSearch(() => plan, assignmentClient(create));
    const over = search.run(request);
    await expect.poll(() => search.moves.length).toBe(1);
    kill('Out of memory');
    await over;
    expect([search.outOfMemory, search.moves.length]).toEqual([true, 1]);
    await search.run(request);
    expect([search.phase, started.length]).toEqual(['done', 2]);
  });

  it('tells another failure from a lack of memory, and starts anew all the same', async () => {
    const { started, create } = workers(throws(new Error('the checker refuses the plan: pin')));
    const search = new AssignmentSearch(() => plan, assignmentClient(create));
    await search.run(request);
    expect([search.phase, search.outOfMemory, search.result]).toEqual(['failed', false, null]);
    await search.run(request);
    expect([search.phase, started.length]).toEqual(['done', 2]);
  });

  it('lets every question after it be answered by a new worker', async () => {
    const { started, create } = workers(throws(new Error('std::bad_alloc: out of memory')));
    const client = assignmentClient(create);
    await expect(client.solve(request, () => undefined)).rejects.toBeInstanceOf(WorkerFailure);
    await expect(client.fewest(request, null)).resolves.toEqual({ bound: 0 });
    expect(started).toHaveLength(2);
  });

  it('is not mistaken for a search that was stopped by hand', async () => {
    const { create } = workers(toldThen(never));
    const client = assignmentClient(create);
    const asked = client.solve(request, () => undefined);
    const stopped = expect(asked).rejects.toBeInstanceOf(Stopped);
    client.stop();
    await stopped;
  });
});
