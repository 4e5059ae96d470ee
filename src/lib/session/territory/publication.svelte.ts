// The site published from the open territory: a zip made in a worker, after all checks.
import type { PublishedSite, PublishProgress, PublishRequest } from '$lib/workers/publish/protocol.ts';
import { publishClient, type PublishClient } from '$lib/workers/publish/client.ts';
import { failureOf, refusalOf, Request } from '../request.svelte.ts';

export class Publication {
  readonly #request: Request<PublishedSite, PublishProgress>;
  readonly #client: PublishClient;

  constructor(base: string, client: PublishClient = publishClient(base)) {
    this.#client = client;
    this.#request = new Request({ mostItems: 1, stop: () => client.stop() });
  }

  get isBusy(): boolean {
    return this.#request.phase === 'pending';
  }

  get progress(): PublishProgress | null {
    return this.#request.items.at(-1) ?? null;
  }

  get result(): PublishedSite | null {
    return this.#request.phase === 'done' ? this.#request.value : null;
  }

  get refusal() {
    return refusalOf(this.#request.error);
  }

  get failure(): string | null {
    return this.#request.phase === 'failed' ? failureOf(this.#request.error) : null;
  }

  async publish(request: Omit<PublishRequest, 'shellOnly'>): Promise<void> {
    await this.#request.send(request.profile, (push) => this.#client.publish(request, push));
  }

  stop(): void {
    this.#request.stop();
  }
}
