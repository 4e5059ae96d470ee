// What a page shows while it waits: the latest request's result, and figures that stay until they are replaced.
import { describe, expect, it, vi } from 'vitest';
import { Request } from '../../../src/lib/session/request.svelte.ts';
import { Stopped } from '../../../src/lib/workers/stopped.ts';

function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

describe('a request', () => {
  it('goes from idle to pending to done, with its partial results on the way', async () => {
    const request = new Request<string, number>();
    expect([request.phase, request.key, request.value]).toEqual(['idle', null, null]);
    const { promise, resolve } = deferred<string>();
    const ended = request.send('a', (push) => {
      push(1);
      push(2);
      return promise;
    });
    expect([request.phase, request.key, request.items]).toEqual(['pending', 'a', [1, 2]]);
    resolve('result');
    await ended;
    expect([request.phase, request.value, request.items]).toEqual(['done', 'result', [1, 2]]);
  });

  it('keeps the value on screen until the next one arrives, even when the next one fails', async () => {
    const request = new Request<string>();
    request.set('a', 'known');
    const failure = new Error('no network');
    await request.send('b', () => Promise.reject(failure));
    expect([request.phase, request.value, request.error]).toEqual(['failed', 'known', failure]);
    await request.send('b', () => Promise.resolve('new'));
    expect([request.phase, request.value, request.error]).toEqual(['done', 'new', null]);
  });

  it('shows the latest, whichever arrives last', async () => {
    const request = new Request<string, string>();
    const slow = deferred<string>();
    let pushLate: (item: string) => void = () => undefined;
    const first = request.send('slow', (push) => {
      pushLate = push;
      return slow.promise;
    });
    await request.send('quick', () => Promise.resolve('quick'));
    pushLate('late');
    slow.reject(new Error('late'));
    await first;
    expect([request.phase, request.key, request.value, request.items]).toEqual([
      'done',
      'quick',
      'quick',
      []
    ]);
  });

  it('asks once for what is known or under way, and again after a failure', async () => {
    const request = new Request<number>();
    const work = vi.fn(() => Promise.resolve(1));
    await Promise.all([request.ensure('a', work), request.ensure('a', work)]);
    await request.ensure('a', work);
    expect(work).toHaveBeenCalledTimes(1);
    await request.send('a', () => Promise.reject(new Error('lost')));
    await request.ensure('a', work);
    expect([request.phase, work.mock.calls.length]).toEqual(['done', 2]);
  });

  it('is stopped by ending its work, and keeps the latest partial results', async () => {
    const { promise, reject } = deferred<void>();
    const request = new Request<void, number>({ stop: () => reject(new Stopped()), mostItems: 2 });
    request.stop();
    expect(request.phase).toBe('idle');
    const ended = request.send('search', (push) => {
      [1, 2, 3].forEach(push);
      return promise;
    });
    request.stop();
    await ended;
    expect([request.phase, request.items]).toEqual(['stopped', [2, 3]]);
    request.reset();
    expect([request.phase, request.items, request.key]).toEqual(['idle', [], null]);
  });
});
