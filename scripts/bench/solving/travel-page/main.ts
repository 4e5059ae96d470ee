// Hands the test a function that asks the worker.
import type { MatrixAnswer, MatrixRequest } from './matrix.worker.ts';

declare global {
  interface Window {
    matrixInWorker: (request: MatrixRequest) => Promise<MatrixAnswer>;
  }
}

window.matrixInWorker = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./matrix.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', () => reject(new Error('the worker failed')));
    worker.addEventListener('message', (event: MessageEvent<MatrixAnswer>) => {
      worker.terminate();
      resolve(event.data);
    });
    worker.postMessage({ ...request, graph: new URL(request.graph, location.href).href });
  });
