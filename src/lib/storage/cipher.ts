// Encryption by a passphrase (age-encryption.org). Slow by design: it runs in a worker.

/** scrypt work factor (log2 N), for encryption as for guessing: about two seconds on a slow computer. */
const WORK = 17;

export async function encrypt(bytes: Uint8Array, passphrase: string, work = WORK): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(work);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}

/** @returns null when the passphrase is wrong, or the bytes were changed */
export async function decrypt(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(bytes);
  } catch {
    return null;
  }
}

/** Where it runs: in this thread, or in a worker. */
export interface Cipher {
  encrypt: (bytes: Uint8Array, passphrase: string) => Promise<Uint8Array>;
  decrypt: (bytes: Uint8Array, passphrase: string) => Promise<Uint8Array | null>;
}
