// What a worker answers, failures included: an Error loses its class on the way between threads, a value does not.
import { UnusableInput, type Finding } from '../model/findings.ts';
import { TravelTimesError, type TravelTimesCode } from '../engines/travel/port.ts';

export type Answer<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'unusable'; finding: Finding; findings: readonly Finding[] }
  | { kind: 'no-times'; code: TravelTimesCode; detail: string; retryAfter: number }
  | { kind: 'failed'; message: string };

/** In the worker: the value, or why there is none. The stack stays where it can be read, in the console. */
export async function sealed<Value>(work: () => Value | Promise<Value>): Promise<Answer<Value>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    if (error instanceof UnusableInput)
      return { kind: 'unusable', finding: error.finding, findings: error.findings };
    if (error instanceof TravelTimesError) {
      const { code, detail, retryAfter } = error;
      return { kind: 'no-times', code, detail, retryAfter };
    }
    console.error(error);
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** In the page: the value, or the error thrown again with its class. */
export function unsealed<Value>(answer: Answer<Value>): Value {
  if (answer.kind === 'done') return answer.value;
  if (answer.kind === 'failed') throw new WorkerFailure(answer.message);
  if (answer.kind === 'no-times') throw new TravelTimesError(answer.code, answer.detail, answer);
  throw new UnusableInput(answer.finding, { findings: answer.findings });
}

/** How browsers and WebAssembly say that there is no memory left; an error event of a worker that was killed may say nothing more. */
const OUT_OF_MEMORY = /out of memory|\bOOM\b|allocat|enlarge memory|memory limit|access out of bounds/i;

/** The worker met something unforeseen, or could not start. */
export class WorkerFailure extends Error {
  get outOfMemory(): boolean {
    return OUT_OF_MEMORY.test(this.message);
  }

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'WorkerFailure';
  }
}

/** The page ended the worker while it was at work. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}
