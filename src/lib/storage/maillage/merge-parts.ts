// What a merge reads of a file, list by list, and what it gives back.
import { sha256 } from '../../algorithms/sha256.ts';
import type { Json, SaveHistory } from '../../model/documents/save-history.ts';
import {
  actionsKey,
  calendarKey,
  decisionKey,
  meetingsKey,
  plansKey,
  reportKey,
  storyKey
} from '../carried.ts';
import type { MaillageContent } from './content.ts';

const KEYS = {
  plans: plansKey,
  meetings: meetingsKey,
  sessions: storyKey,
  actions: actionsKey,
  decision: decisionKey,
  calendar: calendarKey,
  answers: reportKey
} as const;
type KeptTexts = Partial<Record<keyof typeof KEYS, string>>;
const NAMES = Object.keys(KEYS) as (keyof typeof KEYS)[];

/** Counts of children that the pages of a territory show. */
const SHOWN_COUNTS = 'downloads/cube.json';

/** The parts of a file that are merged by key. @param siren of the territory */
export function mergeParts({ config, sources, kept, files, history }: MaillageContent, siren: string) {
  const shown = files.get(SHOWN_COUNTS);
  const texts: KeptTexts = {};
  for (const name of NAMES) {
    const text = kept[KEYS[name](siren)];
    if (text !== undefined) texts[name] = text;
  }
  return {
    config: config as Readonly<Record<string, Json>>,
    sources: sources.map(({ name, sha256: hash, format }) => ({
      name,
      sha256: hash,
      ...(format !== undefined && { format })
    })),
    kept: texts,
    shownCounts: shown ? sha256(shown) : null,
    history: (history ?? null) as SaveHistory | null
  };
}

/** What a file keeps, of what a merge made of each list. */
export const withMergedKept = (kept: KeptTexts, siren: string): MaillageContent['kept'] =>
  Object.fromEntries(
    NAMES.flatMap((name) => (kept[name] === undefined ? [] : [[KEYS[name](siren), kept[name]] as const]))
  );

/** Entries that a file keeps of another territory. */
export const keptElsewhere = ({ kept }: Pick<MaillageContent, 'kept'>, siren: string): string[] => {
  const own = new Set(NAMES.map((name) => KEYS[name](siren)));
  return Object.keys(kept).filter((key) => !own.has(key));
};
