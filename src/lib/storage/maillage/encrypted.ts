// Whether a file is encrypted, from its first bytes: apart, since it is asked before anything else is loaded.

/** Header of an encrypted file (age-encryption.org). */
const AGE = 'age-encryption.org/v1';

export const isEncrypted = (start: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(start.subarray(0, AGE.length)) === AGE;
