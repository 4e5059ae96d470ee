// A folder that version 1.0 saved: its répartitions meant two visits a child and month by naming none, and its road went to schools.
import {
  ASSIGNMENT_FILE_VERSION,
  parseAssignmentFile,
  type AssignmentFile
} from '$lib/model/assignment/assignment-file.ts';
import { isRecord, isRecordOf, isText, parsedJson } from '$lib/model/documents/json.ts';
import { decisionKey, plansKey } from '$lib/storage/carried.ts';
import type { MaillageContent } from '$lib/storage/maillage/index.ts';
import { formerSettings } from '../decision/sectors-address.ts';

const SPLIT = 'graph/split.json';

/** A stored répartition with its visits written out; anything else as it is. @param mark said of one that named none */
function withVisits(split: unknown, mark: object = {}): unknown {
  if (!isRecord(split) || !isRecordOf(split.settings, isText)) return split;
  const settings = formerSettings(split.settings);
  return settings ? { ...split, settings, ...mark } : split;
}

/** The file of posts and schools in the present version; null where it is, or cannot be read. */
function sinceFormer(text: string): AssignmentFile | null {
  const told = parsedJson(text);
  if (!isRecord(told) || told.version === ASSIGNMENT_FILE_VERSION) return null;
  try {
    return parseAssignmentFile(text);
  } catch {
    // Its page says why.
    return null;
  }
}

/**
 * The folder as this version saves it, where version 1.0 did: visits are written out in the répartition in use, which is marked until it is
 * kept again, and in those kept under a name. What cannot be read is left to whoever reads it.
 */
export function sinceHomes(content: MaillageContent): MaillageContent {
  const file = sinceFormer(new TextDecoder().decode(content.files.get(SPLIT)));
  if (file === null) return content;
  const { siren } = content.config as { siren?: unknown };
  const kept = { ...content.kept };
  const change = (key: string, to: (told: Record<string, unknown>) => object) => {
    const told = parsedJson(kept[key] ?? '');
    if (isRecord(told)) kept[key] = JSON.stringify({ ...told, ...to(told) });
  };
  change(decisionKey(String(siren)), ({ split: used }) => ({ split: withVisits(used, { former: true }) }));
  change(plansKey(String(siren)), ({ scenarios }) =>
    Array.isArray(scenarios) ? { scenarios: scenarios.map((one) => withVisits(one)) } : {}
  );
  const files = new Map(content.files).set(SPLIT, new TextEncoder().encode(JSON.stringify(file)));
  return { ...content, files, kept };
}
