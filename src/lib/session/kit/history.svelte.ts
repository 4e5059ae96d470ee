// What was done on a page, to be taken back and done again.

interface Step<Value> {
  value: Value;
  /** What was done, in the reader's words. */
  label: string;
}

/**
 * Steps done and undone. A step holds what undoing it needs: the state before it, or the moves that it made.
 *
 * @typeParam Value a step's content, never changed in place
 */
export class History<Value> {
  #done: readonly Step<Value>[] = $state.raw([]);
  #undone: readonly Step<Value>[] = $state.raw([]);
  readonly #most: number;

  /** @param most steps kept, the latest ones */
  constructor(most = Infinity) {
    this.#most = most;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** What `undo` takes back; null when there is nothing. */
  get lastLabel(): string | null {
    return this.#done.at(-1)?.label ?? null;
  }

  /** Steps done, the oldest first. */
  get done(): readonly Value[] {
    return this.#done.map(({ value }) => value);
  }

  /** Steps undone, the next to redo last. */
  get undone(): readonly Value[] {
    return this.#undone.map(({ value }) => value);
  }

  /** One more step; those undone are forgotten. */
  remember(value: Value, label = ''): void {
    this.#done = [...this.#done, { value, label }].slice(-this.#most);
    this.#undone = [];
  }

  /**
   * Takes the last step back.
   * @param now what redoing it needs: the state on screen; the step itself when absent
   * @returns its content; null when nothing was done
   */
  undo(now?: Value): Value | null {
    const step = this.#done.at(-1);
    if (!step) return null;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, { ...step, value: now ?? step.value }];
    return step.value;
  }

  /** Does the last step undone again, as `undo`. */
  redo(now?: Value): Value | null {
    const step = this.#undone.at(-1);
    if (!step) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, { ...step, value: now ?? step.value }];
    return step.value;
  }

  /** Forgets the last step, as if it had not been done. */
  drop(): Value | null {
    const step = this.#done.at(-1);
    this.#done = this.#done.slice(0, -1);
    return step?.value ?? null;
  }

  /** Replaces all steps: by none, or by those of an earlier visit. */
  reset(done: readonly Value[] = [], undone: readonly Value[] = []): void {
    const unlabelled = (value: Value) => ({ value, label: '' });
    this.#done = done.map(unlabelled);
    this.#undone = undone.map(unlabelled);
  }
}
