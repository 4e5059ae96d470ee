// Texts as bytes, and the hash of either.
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** SHA-256 in hexadecimal, at once: the browser's own is neither synchronous nor there on plain HTTP. */
export const sha256 = (content: Uint8Array | string): string =>
  bytesToHex(hash(typeof content === 'string' ? utf8(content) : content));
