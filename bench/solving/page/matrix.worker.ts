// In a worker of the browser: the matrix of a graph file over some points, once and then timed.
import { decodeGraph, roadMatrix, Router, routerParameters } from '../../../src/lib/engines/travel/index.ts';
import type { Place } from '../../../src/lib/model/travel/travel-times.ts';
import { standardWork } from '../../standard-work.ts';

export interface MatrixRequest {
  graph: string;
  points: Place[];
  runs: number;
}

export interface MatrixAnswer {
  seconds: number[];
  metres: number[];
  /** Milliseconds of each run after the first. */
  times: number[];
  /** Milliseconds of one standard work, after them. */
  work: number;
}

self.addEventListener('message', (event: MessageEvent<MatrixRequest>) => {
  void answer(event.data).then((found) => self.postMessage(found));
});

async function answer({ graph, points, runs }: MatrixRequest): Promise<MatrixAnswer> {
  const bytes = new Uint8Array(await (await fetch(graph)).arrayBuffer());
  const roads = decodeGraph(bytes);
  const router = new Router(roads, routerParameters(roads.meta.mode));
  const matrix = () => roadMatrix(router, points, points);
  const { seconds, metres } = await matrix();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await matrix();
    times.push(performance.now() - started);
  }
  return { seconds: [...seconds], metres: [...(metres ?? [])], times, work: standardWork() };
}
