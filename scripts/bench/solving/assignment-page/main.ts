// Hands the bench a function that asks the worker; one worker for all, as on the page of sectors.
import type { SplitRun, SplitTimes } from './split.worker.ts';

declare global {
  interface Window {
    splitInWorker: (run: SplitRun) => Promise<SplitTimes>;
  }
}

const worker = new Worker(new URL('./split.worker.ts', import.meta.url), { type: 'module' });

window.splitInWorker = (run) =>
  new Promise((resolve, reject) => {
    worker.onerror = () => reject(new Error('the worker failed'));
    worker.onmessage = (event: MessageEvent<SplitTimes>) => resolve(event.data);
    worker.postMessage(run);
  });
