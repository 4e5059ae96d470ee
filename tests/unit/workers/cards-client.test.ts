// What a page gets of the cards worker: cards told before the end, kept when it is stopped.
import { expect, it } from 'vitest';
import type { CardsProgress } from '../../../src/lib/engines/cards/index.ts';
import { cardsClient } from '../../../src/lib/workers/cards/client.ts';
import type { CardsSetup, SearchRequest } from '../../../src/lib/workers/cards/protocol.ts';
import { Stopped } from '../../../src/lib/workers/stopped.ts';
import { toResult } from '../../../src/lib/workers/worker-call.ts';
import { workerOf } from '../../fixtures/fake-worker.ts';

const request = {} as SearchRequest;

it('sets the worker up once, tells the cards as they are found, and ends when it is stopped', async () => {
  const setUps: CardsSetup[] = [];
  const told: CardsProgress[] = [];
  let ended = 0;
  let isTold = () => undefined as void;
  const reached = new Promise<void>((resolve) => (isTold = resolve));
  const api = {
    setUp: (setup: CardsSetup) => toResult(() => void setUps.push(setup)),
    search: (_: SearchRequest, tell: (progress: CardsProgress) => void) => {
      tell({ share: 0.1, cards: [] });
      return new Promise(() => undefined);
    }
  };
  const setup = { graphs: '/graph', places: [], times: { car: 'roads' } } as const;
  const client = cardsClient(
    () => ({ ...setup, places: [] }),
    () => workerOf(api, () => ended++)
  );
  const found = client.search(request, (progress) => {
    told.push(progress);
    isTold();
  });
  await reached;
  client.stop();
  await expect(found).rejects.toBeInstanceOf(Stopped);
  expect([setUps.length, told.length, ended]).toEqual([1, 1, 1]);
});
