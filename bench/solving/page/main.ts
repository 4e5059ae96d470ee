// Hands the bench and a browser test the functions that ask the workers: solve a split, time a year of meetings, compute a matrix.
import type { AgendaProblem } from '../../../src/lib/model/meetings/agenda.ts';
import type { AgendaTimes } from './agenda.worker.ts';
import type { MatrixAnswer, MatrixRequest } from './matrix.worker.ts';
import type { SplitRun, SplitTimes } from './split.worker.ts';
import type { YearRun, YearTimes } from '../meeting-times.ts';

declare global {
  interface Window {
    splitInWorker: (run: SplitRun) => Promise<SplitTimes>;
    meetingsInWorker: (run: YearRun) => Promise<YearTimes>;
    agendaInWorker: (problem: AgendaProblem) => Promise<AgendaTimes>;
    matrixInWorker: (request: MatrixRequest) => Promise<MatrixAnswer>;
  }
}

function ask<Answer>(worker: Worker, request: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onerror = () => reject(new Error('the worker failed'));
    worker.onmessage = (event: MessageEvent<Answer>) => resolve(event.data);
    worker.postMessage(request);
  });
}

let solver: Worker | null = null;

/** One worker for all splits, as on the page of sectors. */
window.splitInWorker = (run) => {
  solver ??= new Worker(new URL('./split.worker.ts', import.meta.url), { type: 'module' });
  return ask<SplitTimes>(solver, run);
};

let planner: Worker | null = null;

/** One worker for all years, as on the page of meetings. */
window.meetingsInWorker = (run) => {
  planner ??= new Worker(new URL('./meetings.worker.ts', import.meta.url), { type: 'module' });
  return ask<YearTimes>(planner, run);
};

let agendas: Worker | null = null;

window.agendaInWorker = (problem) => {
  agendas ??= new Worker(new URL('./agenda.worker.ts', import.meta.url), { type: 'module' });
  return ask<AgendaTimes>(agendas, problem);
};

window.matrixInWorker = async (request) => {
  const worker = new Worker(new URL('./matrix.worker.ts', import.meta.url), { type: 'module' });
  const graph = new URL(request.graph, location.href).href;
  const answer = await ask<MatrixAnswer>(worker, { ...request, graph });
  worker.terminate();
  return answer;
};
