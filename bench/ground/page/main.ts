// Hands the bench one function: the ground of a box out of the file that was chosen in the page, made in the page's own worker.
import type { GroundBox } from '../../../src/lib/engines/ground/index.ts';
import { groundClient } from '../../../src/lib/workers/territory-clients.ts';
import { Stopped } from '../../../src/lib/workers/stopped.ts';

export interface PageRun {
  seconds: number;
  /** Seconds by stage. */
  stages: Record<string, number>;
  archiveBytes: number;
  /** Seconds from a stop to its answer; null without one. */
  stop: number | null;
}

declare global {
  interface Window {
    /** @param stopAfter seconds; null: to the end */
    groundInWorker: (box: GroundBox, stopAfter: number | null) => Promise<PageRun>;
  }
}

const input = document.createElement('input');
input.type = 'file';
document.body.append(input);

window.groundInWorker = async (box, stopAfter) => {
  const file = input.files?.[0];
  if (!file) throw new Error('no file was chosen');
  const client = groundClient();
  const stages: Record<string, number> = {};
  const started = performance.now();
  let [stage, since] = ['reading', started];
  const enter = (next: string) => {
    if (next === stage) return;
    const now = performance.now();
    stages[stage] = (stages[stage] ?? 0) + (now - since) / 1000;
    [stage, since] = [next, now];
  };
  let stopped = 0;
  if (stopAfter !== null)
    setTimeout(() => {
      stopped = performance.now();
      client.stop();
    }, stopAfter * 1000);
  try {
    const order = { file, box, margin: 0, modes: ['car', 'bike', 'foot'] as const, tiles: true };
    const { summary } = await client.build(order, ({ stage: next }) => enter(next));
    enter('end');
    const seconds = (performance.now() - started) / 1000;
    return { seconds, stages, archiveBytes: summary.tileBytes, stop: null };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const now = performance.now();
    return { seconds: (now - started) / 1000, stages, archiveBytes: 0, stop: (now - stopped) / 1000 };
  }
};
