// The one client of workers: which worker serves a request, what ends it, and what comes after one that failed.
import { describe, expect, it, vi } from 'vitest';
import { Stopped } from '../../../src/lib/workers/stopped.ts';
import { toResult, WorkerFailure, type Reply, type Report } from '../../../src/lib/workers/worker-call.ts';
import { workerClient } from '../../../src/lib/workers/worker-client.ts';
import { workerOf } from '../../fixtures/fake-worker.ts';

interface Api {
  setUp(name: string): Reply<void>;
  echo(text: string): Reply<string>;
  tell(times: number, onProgress: Report<number>): Reply<number>;
  fail(): Reply<void>;
  hang(): Reply<void>;
}

/** Workers that count themselves. `hung` is kept once one of them has a request that it never answers. */
function workers() {
  const log: string[] = [];
  let started = 0;
  let onHung: () => void;
  const hung = new Promise<void>((resolve) => (onHung = resolve));
  const create = () => {
    const id = ++started;
    log.push(`start ${id}`);
    const api: Api = {
      setUp: (name) => toResult(() => void log.push(`set up ${id} ${name}`)),
      echo: (text) => toResult(() => `${text} ${id}`),
      tell: (times, onProgress) =>
        toResult(async () => {
          // Each is heard before the next, and before the answer.
          for (let at = 1; at <= times; at++) await Promise.resolve(onProgress(at));
          return times;
        }),
      fail: () => toResult(() => Promise.reject(new Error('broken'))),
      hang: () => {
        onHung();
        return new Promise(() => undefined);
      }
    };
    return workerOf(api, () => log.push(`end ${id}`));
  };
  return { log, create, hung };
}

describe('a worker that is kept', () => {
  it('serves every request, is set up once, and starts with the first one', async () => {
    const { log, create } = workers();
    const client = workerClient<Api>(create, { setUp: (worker) => worker.setUp('data') });
    expect(log).toEqual([]);
    expect(await Promise.all([client.echo('a'), client.echo('b')])).toEqual(['a 1', 'b 1']);
    expect(log).toEqual(['start 1', 'set up 1 data']);
  });

  it('is followed by another, set up too, when it was stopped', async () => {
    const { log, create, hung } = workers();
    const client = workerClient<Api>(create, { setUp: (worker) => worker.setUp('data') });
    const stopped = expect(client.hang()).rejects.toBeInstanceOf(Stopped);
    await hung;
    client.stop();
    await stopped;
    expect(await client.echo('a')).toBe('a 2');
    expect(log).toEqual(['start 1', 'set up 1 data', 'end 1', 'start 2', 'set up 2 data']);
  });

  it('takes no other request once it failed, and ends with those under way', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { log, create } = workers();
    const client = workerClient<Api>(create);
    const hung = expect(client.hang()).rejects.toBeInstanceOf(Stopped);
    await expect(client.fail()).rejects.toThrow('broken');
    expect(await client.echo('a')).toBe('a 2');
    expect(log).toEqual(['start 1', 'start 2']);
    client.stop();
    await hung;
    vi.restoreAllMocks();
  });

  it('fails every request when it cannot be set up, and another is tried next', async () => {
    const { log, create } = workers();
    let broken = true;
    const client = workerClient<Api>(create, {
      setUp: (worker) => (broken ? Promise.reject(new Error('no data')) : worker.setUp('data'))
    });
    await expect(client.start()).rejects.toThrow('no data');
    broken = false;
    expect(await client.echo('a')).toBe('a 2');
    expect(log).toEqual(['start 1', 'end 1', 'start 2', 'set up 2 data']);
  });

  it('tells its progress in order', async () => {
    const told: number[] = [];
    await workerClient<Api>(workers().create).tell(3, (at) => told.push(at));
    expect(told).toEqual([1, 2, 3]);
  });

  it('is taken for dead when it says nothing, and not while it tells its progress', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { create, hung } = workers();
    const client = workerClient<Api>(create, { silence: 60 });
    const dead = expect(client.hang()).rejects.toBeInstanceOf(WorkerFailure);
    await hung;
    vi.advanceTimersByTime(60_000);
    await dead;
    expect(await client.echo('a')).toBe('a 2');
    // Nearly silent, twice: what it tells between begins the count again.
    const slow = client.tell(2, () => vi.advanceTimersByTime(50_000));
    expect(await slow).toBe(2);
    vi.useRealTimers();
  });

  it('may be awaited: it is no promise', async () => {
    const client = workerClient<Api>(workers().create);
    expect(await Promise.resolve(client)).toBe(client);
  });
});

describe('a worker a request', () => {
  it('ends once it has answered, side by side with others', async () => {
    const { log, create } = workers();
    const client = workerClient<Api>(create, { lifetime: 'each' });
    expect(await Promise.all([client.echo('a'), client.echo('b')])).toEqual(['a 1', 'b 2']);
    expect(log.filter((line) => line.startsWith('end')).sort()).toEqual(['end 1', 'end 2']);
    const hung = ['a', 'b'].map(() => expect(client.hang()).rejects.toBeInstanceOf(Stopped));
    client.stop();
    await Promise.all(hung);
  });

  it('ends the one under way where only the latest counts', async () => {
    const { log, create } = workers();
    const client = workerClient<Api>(create, { lifetime: 'latest' });
    const first = expect(client.hang()).rejects.toBeInstanceOf(Stopped);
    expect(await client.echo('b')).toBe('b 2');
    await first;
    expect(log.slice(0, 3)).toEqual(['start 1', 'end 1', 'start 2']);
  });
});
