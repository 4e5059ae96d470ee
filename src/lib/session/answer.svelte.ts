// An answer that takes time: the last question wins, the last good answer stays until then.
import { Stopped } from '$lib/workers/wire-errors.ts';

export type AnswerPhase = 'asleep' | 'working' | 'done' | 'failed' | 'stopped';

export class Answer<Value> {
  value: Value | null = $state.raw(null);
  phase: AnswerPhase = $state('asleep');
  error: unknown = $state.raw(null);
  #asked: string | null = null;
  #asking: Promise<void> = Promise.resolve();

  /** Asks unless the same question is answered or under way; resolves when it is answered, or cannot be. */
  ask(question: string, work: () => Promise<Value>): Promise<void> {
    if (question === this.#asked && this.phase !== 'failed' && this.phase !== 'stopped') return this.#asking;
    this.#asked = question;
    this.phase = 'working';
    this.#asking = this.#answer(question, work);
    return this.#asking;
  }

  /** Takes an answer that was known beforehand. */
  take(question: string, value: Value): void {
    this.#asked = question;
    this.value = value;
    this.phase = 'done';
  }

  async #answer(question: string, work: () => Promise<Value>): Promise<void> {
    const isLast = () => this.#asked === question;
    try {
      const value = await work();
      if (!isLast()) return;
      this.value = value;
      this.phase = 'done';
    } catch (error) {
      if (!isLast()) return;
      this.phase = error instanceof Stopped ? 'stopped' : 'failed';
      this.error = error;
    }
  }
}
