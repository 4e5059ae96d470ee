// Bytes hidden by a passphrase, and shown again by it alone (age-encryption.org). Slow on purpose: a worker does it.

/** Power of two of the work that a passphrase costs, to open as to guess: about two seconds of a small computer. */
const WORK = 17;

export async function encrypt(bytes: Uint8Array, passphrase: string, work = WORK): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(work);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}

/** @returns null when the passphrase is not the one, or the bytes were changed */
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

/** Who does it: this thread, or another. */
export interface Cipher {
  encrypt: (bytes: Uint8Array, passphrase: string) => Promise<Uint8Array>;
  decrypt: (bytes: Uint8Array, passphrase: string) => Promise<Uint8Array | null>;
}
