// The worker of passphrases: a passphrase costs seconds of work, and the page goes on meanwhile.
import { expose, transfer } from 'comlink';
import { decrypt, encrypt } from '../../storage/cipher.ts';
import { toResult, type WorkerResult } from '../worker-call.ts';

/** The bytes are moved, not copied. */
const moved = <Value>(answer: WorkerResult<Value>): WorkerResult<Value> =>
  answer.kind === 'done' && answer.value instanceof Uint8Array
    ? transfer(answer, [answer.value.buffer])
    : answer;

const api = {
  encrypt: async (bytes: Uint8Array, passphrase: string) =>
    moved(await toResult(() => encrypt(bytes, passphrase))),
  decrypt: async (bytes: Uint8Array, passphrase: string) =>
    moved(await toResult(() => decrypt(bytes, passphrase)))
};
export type CipherApi = typeof api;

expose(api);
