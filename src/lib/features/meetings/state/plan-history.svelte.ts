// What was done to the plan, to be taken back and done again.
import type { PlannedMeeting, Preset } from '$lib/model/meetings/meeting-problem.ts';
import type { Away } from '$lib/model/meetings/meetings-file.ts';
import type { SetAside } from '$lib/engines/meetings/index.ts';

/** What an action may change. */
export interface Snapshot {
  plan: readonly PlannedMeeting[];
  locked: readonly PlannedMeeting[];
  absences: readonly Away[];
  cancelled: readonly string[];
  aside: readonly SetAside[];
  preset: Preset;
}
interface Step extends Snapshot {
  /** What was done after it, in the reader's words. */
  why: string;
}

const isSamePlan = (one: readonly PlannedMeeting[], other: readonly PlannedMeeting[]): boolean => {
  if (one === other) return true;
  const keys = new Set(other.map(({ team, date, half }) => `${team} ${date} ${half}`));
  return (
    one.length === other.length && one.every(({ team, date, half }) => keys.has(`${team} ${date} ${half}`))
  );
};

export class PlanHistory {
  #done: readonly Step[] = $state.raw([]);
  #undone: readonly Step[] = $state.raw([]);
  canUndo = $derived(this.#done.length > 0);
  canRedo = $derived(this.#undone.length > 0);
  /** What `undo` takes back; null when there is nothing. */
  lastAction: string | null = $derived(this.#done.at(-1)?.why ?? null);

  /** The plan before the last action that gave a meeting another date; null when none did. */
  planBefore(now: readonly PlannedMeeting[]): readonly PlannedMeeting[] | null {
    return this.#done.findLast(({ plan }) => !isSamePlan(plan, now))?.plan ?? null;
  }

  remember(before: Snapshot, why: string): void {
    this.#done = [...this.#done, { ...before, why }];
    this.#undone = [];
  }

  /** Forgets the last step, when it was taken before this very plan and nothing was undone. */
  drop(plan: readonly PlannedMeeting[]): void {
    if (this.#done.at(-1)?.plan === plan) this.#done = this.#done.slice(0, -1);
  }

  /** @returns what to show again; null when nothing was done */
  undo(now: Snapshot): Snapshot | null {
    const step = this.#done.at(-1);
    if (!step) return null;
    this.#undone = [...this.#undone, { ...now, why: step.why }];
    this.#done = this.#done.slice(0, -1);
    return step;
  }

  redo(now: Snapshot): Snapshot | null {
    const step = this.#undone.at(-1);
    if (!step) return null;
    this.#done = [...this.#done, { ...now, why: step.why }];
    this.#undone = this.#undone.slice(0, -1);
    return step;
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }
}
