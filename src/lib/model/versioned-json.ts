// Versioned JSON files of the site: read whole, or refused with a reason.
import { UnusableInput } from './findings.ts';

interface VersionedFile {
  /** Code of the finding when it is refused. */
  code: string;
  file: string;
  version: number;
  /** Keys whose values must be arrays. */
  lists: readonly string[];
}

/** @throws {UnusableInput} when the text is cut short, foreign, or of another version. */
export function readVersioned<Value>(text: string, { code, file, version, lists }: VersionedFile): Value {
  const unusable = (found: string, cause?: unknown) =>
    new UnusableInput({ code, severity: 'dropped', file, found, expected: `version ${version}` }, { cause });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unusable('JSON', cause);
  }
  const document = (value ?? {}) as Record<string, unknown>;
  if (document['version'] !== version) throw unusable(`version ${String(document['version'])}`);
  const missing = lists.find((key) => !Array.isArray(document[key]));
  if (missing !== undefined) throw unusable(`no ${missing}`);
  return value as Value;
}
