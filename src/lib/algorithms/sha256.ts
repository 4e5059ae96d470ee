// SHA-256 (FIPS 180-4) in hexadecimal. The checkers of certificates have their own, on purpose.
import { sha256 as digestOf } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * Hash at once, everywhere: the browser's own is neither synchronous nor there on plain HTTP.
 *
 * @param content bytes, or a text taken as UTF-8
 * @returns 64 hexadecimal digits
 * @example
 * sha256(''); // 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
 */
export const sha256 = (content: Uint8Array | string): string =>
  bytesToHex(digestOf(typeof content === 'string' ? new TextEncoder().encode(content) : content));

/**
 * The same by the browser's own hash, ten times faster, where there is one.
 *
 * @example
 * await sha256Async(new Uint8Array()); // 'e3b0c44298fc…'
 */
export async function sha256Async(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto as Partial<Crypto>;
  if (!subtle) return sha256(bytes);
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}
