// The reader's files stored on this computer on request: state, storage, erasing, sync with other tabs.
import { createContext } from 'svelte';
import {
  eraseFiles,
  keepFiles,
  KeptFilesError,
  keptState,
  openFiles,
  type KeptFault,
  type KeptState
} from '$lib/storage/kept-files.ts';
import { cipherAway } from '$lib/workers/cipher/client.ts';
import type { OwnTables } from './own-tables.svelte.ts';

const CHANNEL = 'maillage.fichiers';

export class OwnStorage {
  /** What is stored on this computer; null when nothing is. */
  kept: KeptState | null = $state.raw(null);
  working = $state(false);
  fault: KeptFault | null = $state(null);
  /** Last change made by another tab. */
  elsewhere: 'kept' | 'erased' | null = $state(null);
  readonly #own: OwnTables;
  readonly #cipher = cipherAway();
  #channel: BroadcastChannel | null = null;

  constructor(own: OwnTables) {
    this.#own = own;
  }

  /** Reads the state and watches other tabs; returns how to stop. */
  watch(): () => void {
    void this.#look();
    if (!('BroadcastChannel' in globalThis)) return () => undefined;
    const channel = new BroadcastChannel(CHANNEL);
    this.#channel = channel;
    channel.addEventListener('message', ({ data }) => {
      this.elsewhere = data === 'kept' || data === 'erased' ? data : null;
      void this.#look();
    });
    return () => {
      channel.close();
      this.#channel = null;
    };
  }

  /** @returns whether it succeeded */
  keep(passphrase: string): Promise<boolean> {
    return this.#attempt(async () => {
      await keepFiles(this.#own.files, passphrase, this.#cipher);
      this.#tell('kept');
    });
  }

  erase(): Promise<boolean> {
    return this.#attempt(async () => {
      await eraseFiles();
      this.#tell('erased');
    });
  }

  /** Opens the stored files and applies them, without a preview. */
  open(passphrase: string): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#own.resume(await openFiles(passphrase, this.#cipher));
    });
  }

  #tell(what: 'kept' | 'erased'): void {
    this.elsewhere = null;
    this.#channel?.postMessage(what);
  }

  async #look(): Promise<void> {
    this.kept = await keptState();
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    this.working = true;
    this.fault = null;
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof KeptFilesError)) console.error(error);
      this.fault = error instanceof KeptFilesError ? error.fault : 'refused';
      return false;
    } finally {
      await this.#look();
      this.working = false;
    }
  }
}

export const [ownStorage, provideOwnStorage] = createContext<OwnStorage>();
