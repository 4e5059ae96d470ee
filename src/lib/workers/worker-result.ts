// The result of a worker call as a value, failures included: structured cloning drops the class of an Error.
import { UnusableInput, type Finding } from '../model/findings.ts';
import { TravelTimesError, type TravelTimesCode } from '../engines/travel/index.ts';

export type WorkerResult<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'unusable'; finding: Finding; findings: readonly Finding[] }
  | { kind: 'no-times'; code: TravelTimesCode; detail: string; retryAfter: number }
  | { kind: 'failed'; message: string };

/** In the worker: runs the work and wraps its value or its error. Unexpected errors are logged here, where their stack is. */
export async function toResult<Value>(work: () => Value | Promise<Value>): Promise<WorkerResult<Value>> {
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

/**
 * In the page: unwraps the value.
 * @throws UnusableInput, TravelTimesError or WorkerFailure, rebuilt with their class
 */
export function fromResult<Value>(result: WorkerResult<Value>): Value {
  if (result.kind === 'done') return result.value;
  if (result.kind === 'failed') throw new WorkerFailure(result.message);
  if (result.kind === 'no-times') throw new TravelTimesError(result.code, result.detail, result);
  throw new UnusableInput(result.finding, { findings: result.findings });
}

/** Messages of browsers and WebAssembly runtimes when memory is exhausted. */
const OUT_OF_MEMORY = /out of memory|\bOOM\b|allocat|enlarge memory|memory limit|access out of bounds/i;

/** An unexpected error in the worker, or a worker that could not start. */
export class WorkerFailure extends Error {
  get outOfMemory(): boolean {
    return OUT_OF_MEMORY.test(this.message);
  }

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'WorkerFailure';
  }
}

/** The page terminated the worker before it answered. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}
