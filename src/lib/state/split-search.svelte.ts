// The search of a better plan: how far it is, what it proposes, which of its moves are kept, and what stands in its way.
import type { Move, Plan, SplitAnswer } from '../model/plan.ts';
import { TerritoryClient } from '../workers/territory-client.ts';
import type { SplitRequest, SplitStage } from '../workers/territory-work.ts';
import { Stopped } from '../workers/wire-errors.ts';

export type SearchPhase = 'asleep' | 'working' | 'done' | 'stopped' | 'failed';

/** Stages kept for the drawing of the proof. */
const MOST_STAGES = 400;

/** What makes two searches the same: their problem, but for who follows what today. */
export const questionOf = ({ problem, balance }: Pick<SplitRequest, 'problem' | 'balance'>): string =>
  JSON.stringify([problem, balance]);

export class SplitSearch {
  phase: SearchPhase = $state('asleep');
  stages: readonly SplitStage[] = $state.raw([]);
  answer: SplitAnswer | null = $state.raw(null);
  /** Moves from the plan that the search began with to the best one known. */
  moves: readonly Move[] = $state.raw([]);
  /** Moves left out by hand, by school. */
  refused: readonly string[] = $state.raw([]);
  /** Road of the last split proven best, tenths of a minute a week, and the question that it answers. */
  proven: { question: string; objective: number } | null = $state.raw(null);
  /** The plan that the search began with. */
  from: Plan | null = $state.raw(null);
  last = $derived(this.stages.at(-1) ?? null);
  kept = $derived(this.moves.filter(({ id }) => !this.refused.includes(id)));
  readonly #client: TerritoryClient;
  #round = 0;

  constructor(client = new TerritoryClient()) {
    this.#client = client;
  }

  /** @param movesTo moves that lead from the plan to an assignment of units */
  async run(
    request: SplitRequest,
    from: Plan,
    movesTo: (assignment: Record<string, string>) => Move[]
  ): Promise<void> {
    this.stop();
    const round = ++this.#round;
    Object.assign(this, { phase: 'working', stages: [], answer: null, moves: [], refused: [], from });
    const isLast = () => round === this.#round;
    try {
      const answer = await this.#client.solve(request, (stage) => {
        if (!isLast()) return;
        this.stages = [...this.stages.slice(-MOST_STAGES), stage];
        if (stage.assignment) this.moves = movesTo(stage.assignment);
      });
      if (!isLast()) return;
      this.answer = answer;
      if (answer.status === 'optimal' && answer.objective !== null)
        this.proven = { question: questionOf(request), objective: answer.objective };
      this.moves = movesTo(answer.relaxed?.assignment ?? answer.assignment);
      this.phase = 'done';
    } catch (error) {
      if (!isLast()) return;
      this.phase = error instanceof Stopped ? 'stopped' : 'failed';
      if (this.phase === 'failed') console.warn('split', error);
    }
  }

  /** Ends the search at once; the best plan that it told of can still be taken. */
  stop(): void {
    if (this.phase === 'working') this.#client.stop();
  }

  toggle(id: string): void {
    this.refused = this.refused.includes(id)
      ? this.refused.filter((other) => other !== id)
      : [...this.refused, id];
  }

  dismiss(): void {
    this.stop();
    this.#round++;
    Object.assign(this, { phase: 'asleep', stages: [], answer: null, moves: [], refused: [], from: null });
  }
}
