// The JSON of a pack: compressed as it is kept, or already unpacked by a host that says that it compresses.
import { gunzipped } from '../../import/index.ts';
import { isRecord } from '../../../model/documents/json.ts';
import { UnusableInput } from '../../../model/findings.ts';

/** Bytes unpacked beyond which a pack is refused: ten times the largest. */
const MOST = 16 * 1024 * 1024;

/**
 * Reads a pack of the version that this site knows.
 * @param read turns its JSON into what it holds; whatever it throws, the pack is damaged
 * @throws UnusableInput `damaged-pack`, `foreign-pack`
 */
export function readPackedJson<Content>(
  bytes: Uint8Array,
  name: string,
  version: number,
  read: (json: Record<string, unknown>) => Content
): Content {
  const refused = (code: string, cause?: unknown) =>
    new UnusableInput({ code, severity: 'dropped', file: name }, { cause });
  let json: unknown;
  try {
    const text = new TextDecoder().decode(gunzipped({ name, bytes }, MOST));
    json = JSON.parse(text);
  } catch (cause) {
    throw refused('damaged-pack', cause);
  }
  if (!isRecord(json)) throw refused('damaged-pack');
  if (json.version !== version) throw refused('foreign-pack');
  try {
    return read(json);
  } catch (cause) {
    throw refused('damaged-pack', cause);
  }
}
