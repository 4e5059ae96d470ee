// The ground made in a worker: its files come back, its refusals keep their class, and a stop answers at once.
import { expose, type Endpoint } from 'comlink';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../../src/lib/model/findings.ts';
import { groundClient } from '../../../src/lib/workers/territory-clients.ts';
import type { GroundOrder, GroundProgress } from '../../../src/lib/workers/ground/protocol.ts';
import { Stopped } from '../../../src/lib/workers/stopped.ts';
import { toResult } from '../../../src/lib/workers/worker-call.ts';

const order: GroundOrder = { file: new Blob(['x']), box: [3, 50, 4, 51], modes: ['car'], tiles: false };

/** A worker on this thread that answers as `build` does. */
const client = (build: (order: GroundOrder, tell: (progress: GroundProgress) => void) => unknown) =>
  groundClient(() => {
    const { port1, port2 } = new MessageChannel();
    expose({ build }, port2 as unknown as Endpoint);
    return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
  });

describe('the worker of the ground', () => {
  it('tells how far it is, then gives the files', async () => {
    const told: number[] = [];
    const bytes = Uint8Array.of(1, 2);
    const works = client((_, tell) => {
      tell({ stage: 'reading', share: 0.5 });
      return toResult(() => ({ graphs: { car: bytes }, tiles: null, paper: null }));
    });
    const { graphs } = await works.build(order, ({ share }) => told.push(share));
    expect(graphs.car).toEqual(bytes);
    expect(told).toEqual([0.5]);
  });

  it('refuses with the finding of the reader', async () => {
    const finding = { code: 'pbf-elsewhere', severity: 'dropped' as const };
    const refuses = client(() =>
      toResult(() => {
        throw new UnusableInput(finding);
      })
    );
    await expect(refuses.build(order, () => undefined)).rejects.toMatchObject({
      constructor: UnusableInput,
      finding
    });
  });

  it('answers a stop in half a second whatever it does, and works again', async () => {
    let busy = true;
    const one = client(() => (busy ? new Promise(() => undefined) : toResult(() => 'done')));
    const work = one.build(order, () => undefined);
    setTimeout(() => one.stop(), 20);
    await expect(work).rejects.toBeInstanceOf(Stopped);
    busy = false;
    await expect(one.build(order, () => undefined)).resolves.toBe('done');
  });
});
