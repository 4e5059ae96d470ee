// In a worker of the browser: what is timed of the agendas of a year.
import { checkAgenda, planAgenda } from '../../../src/lib/engines/agenda/index.ts';
import type { AgendaProblem } from '../../../src/lib/model/meetings/agenda.ts';

export interface AgendaTimes {
  seconds: number;
  isProven: boolean;
}

self.addEventListener('message', ({ data }: MessageEvent<AgendaProblem>) => {
  const began = performance.now();
  const found = planAgenda(data);
  const seconds = (performance.now() - began) / 1000;
  if (checkAgenda(data, found).length > 0) throw new Error('the checker refuses an agenda');
  const isProven = found.bound.over === found.over && found.bound.longest === found.longest;
  self.postMessage({ seconds, isProven } satisfies AgendaTimes);
});
