// Answers that come one after the other: those that came stay, the last question wins, and one may stop waiting.
import { Stopped } from '$lib/workers/wire-errors.ts';
import type { AnswerPhase } from './answer.svelte.ts';

export class Stream<Value> {
  items: readonly Value[] = $state.raw([]);
  phase: AnswerPhase = $state('asleep');
  /** What the items answer. */
  question: string | null = $state(null);
  /** The plan and rules that it was asked under. */
  about: string | null = $state(null);
  #round = 0;

  async ask(
    question: string,
    about: string,
    work: (tell: (item: Value) => void) => Promise<void>
  ): Promise<void> {
    const round = ++this.#round;
    const isLast = () => round === this.#round;
    Object.assign(this, { items: [], phase: 'working', question, about });
    try {
      await work((item) => {
        if (isLast()) this.items = [...this.items, item];
      });
      if (isLast()) this.phase = 'done';
    } catch (error) {
      if (isLast()) this.phase = error instanceof Stopped ? 'stopped' : 'failed';
      if (!(error instanceof Stopped)) console.warn('stream', error);
    }
  }

  clear(): void {
    this.#round++;
    Object.assign(this, { items: [], phase: 'asleep', question: null, about: null });
  }
}
