// The worker of passphrases: a passphrase costs seconds of work, and the page goes on meanwhile.
import { expose, transfer } from 'comlink';
import { decrypt, encrypt } from '../../storage/cipher.ts';
import { sealed, type Answer } from '../wire-errors.ts';

/** The bytes are moved, not copied. */
const moved = <Value>(answer: Answer<Value>): Answer<Value> =>
  answer.kind === 'done' && answer.value instanceof Uint8Array
    ? transfer(answer, [answer.value.buffer])
    : answer;

const api = {
  encrypt: async (bytes: Uint8Array, passphrase: string) =>
    moved(await sealed(() => encrypt(bytes, passphrase))),
  decrypt: async (bytes: Uint8Array, passphrase: string) =>
    moved(await sealed(() => decrypt(bytes, passphrase)))
};
export type CipherApi = typeof api;

expose(api);
