// Versioned JSON files of the site: read whole, or refused with a reason.
import { UnusableInput } from './findings.ts';

interface VersionedFile {
  /** Code of the finding when it is refused. */
  code: string;
  file: string;
  version: number;
  /** A version that is still read -> what it is in the present one. */
  former?: Readonly<Record<number, (document: Record<string, unknown>) => Record<string, unknown>>>;
  /** Keys whose values must be arrays. */
  lists: readonly string[];
}

/** @throws {UnusableInput} when the text is cut short, foreign, or of another version. */
export function readVersioned<Value>(text: string, options: VersionedFile): Value {
  const { code, file, version, former = {}, lists } = options;
  const unusable = (found: string, cause?: unknown) =>
    new UnusableInput({ code, severity: 'dropped', file, found, expected: `version ${version}` }, { cause });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unusable('JSON', cause);
  }
  let document = (value ?? {}) as Record<string, unknown>;
  const carried = former[Number(document['version'])]?.(document);
  if (carried) document = { ...carried, version };
  if (document['version'] !== version) throw unusable(`version ${String(document['version'])}`);
  const missing = lists.find((key) => !Array.isArray(document[key]));
  if (missing !== undefined) throw unusable(`no ${missing}`);
  return document as Value;
}
