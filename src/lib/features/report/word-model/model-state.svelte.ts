// One's own Word model: the file that was dropped, and what became of its fields.
import type { FilledModel, WordFields } from '$lib/export/word-model/fill-model.ts';
import { failureOf, refusalOf, Request } from '$lib/session/request.svelte.ts';

export class ModelState {
  name = $state('');
  readonly #request = new Request<FilledModel>();

  get result(): FilledModel | null {
    return this.#request.phase === 'done' ? this.#request.value : null;
  }

  get isFilling(): boolean {
    return this.#request.phase === 'pending';
  }

  /** Why the file was refused. */
  get refusal() {
    return refusalOf(this.#request.error);
  }

  get failure(): string | null {
    return failureOf(this.#request.error);
  }

  fill(file: File, fields: WordFields): Promise<void> {
    this.name = file.name;
    return this.#request.send(file.name, async () => {
      const { filledModel } = await import('$lib/workers/word/client.ts');
      return filledModel(file, fields);
    });
  }
}
