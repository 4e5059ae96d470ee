// Encrypts and decrypts away from the page: a worker a question, gone with its passphrase once it has answered.
import type { Cipher } from '../../storage/cipher.ts';
import type { CipherApi } from './cipher.worker.ts';
import { spawn, type WorkerResult } from '../worker-call.ts';

const createWorker = () => new Worker(new URL('./cipher.worker.ts', import.meta.url), { type: 'module' });

type Question = keyof Cipher;

/** @throws WorkerFailure when the worker cannot start or answer */
export function cipherAway(create = createWorker): Cipher {
  async function ask<Value>(question: Question, bytes: Uint8Array, passphrase: string): Promise<Value> {
    const worker = spawn<CipherApi>(create);
    try {
      return await worker.call<Value>(
        (remote) => remote[question](bytes, passphrase) as Promise<WorkerResult<Value>>
      );
    } finally {
      worker.end();
    }
  }
  return {
    encrypt: (bytes, passphrase) => ask('encrypt', bytes, passphrase),
    decrypt: (bytes, passphrase) => ask('decrypt', bytes, passphrase)
  };
}
