// The worker of a territory's file: compression, checks and passphrases take seconds, and the page goes on meanwhile.
import { expose, transfer } from 'comlink';
import { decrypt, encrypt } from '../../storage/cipher.ts';
import { readMaillage, writeMaillage, type MaillageContent } from '../../storage/maillage/index.ts';
import { toResult, type WorkerResult } from '../worker-call.ts';
import type { MaillageApi } from './protocol.ts';

const cipher = { encrypt, decrypt };

/** The bytes are moved, not copied. */
function moved<Value>(result: WorkerResult<Value>, bytes: (value: Value) => Iterable<Uint8Array>) {
  if (result.kind !== 'done') return result;
  const buffers = new Set([...bytes(result.value)].map(({ buffer }) => buffer as ArrayBuffer));
  return transfer(result, [...buffers]);
}

const contents = ({ files, sources }: MaillageContent): Uint8Array[] => [
  ...files.values(),
  ...sources.flatMap(({ content }) => content ?? [])
];

const api: MaillageApi = {
  write: async (content, passphrase) =>
    moved(await toResult(() => writeMaillage(content, { passphrase, cipher })), (bytes) => [bytes]),
  read: async (file, { passphrase, name, salvage }) =>
    moved(
      await toResult(async () =>
        readMaillage(new Uint8Array(await file.arrayBuffer()), { passphrase, name, cipher, salvage })
      ),
      contents
    )
};

expose(api);
