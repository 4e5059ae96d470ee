// Story files: addresses, titles and texts. Never a figure: figures are read where the file is opened.
import { storyKey } from './carried.ts';
import { kept, PLAIN_TEXT } from './kept.ts';
import type { Finding } from '../model/findings.ts';
import { isRecord, isText, parsedJson, shownValue } from '../model/documents/json.ts';
import {
  MOST_STEPS,
  readStoryAddress,
  TEXT_LIMIT,
  tidyText,
  TITLE_LIMIT,
  writeStoryAddress,
  type Story,
  type StoryStep
} from '../pages/story.ts';

/** Its text on this computer, at the reader's request. */
export const keptStory = kept(storyKey(''), PLAIN_TEXT, 'computer');

const FORMAT = 'maillage-seance';
const VERSION = 1;
/** Maximum length in characters; eight steps with the longest texts have about 12,000. */
export const STORY_FILE_LIMIT = 200_000;

/** `story` null: the file is refused, and the first finding gives the reason. */
interface StoryFileRead {
  story: Story | null;
  findings: Finding[];
}

/** @param territory SIREN */
export function writeStoryFile(territory: string, { title, steps }: Story): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, territory, title, steps }, null, 2)}\n`;
}

/**
 * Reads a story file and checks it against the current territory. Never throws.
 * Steps of an unknown page are left out with a finding; a file of another territory or version is refused.
 */
export function readStoryFile(text: string, territory: string): StoryFileRead {
  const refused = (code: string, more: Partial<Finding> = {}): StoryFileRead => ({
    story: null,
    findings: [{ code, severity: 'dropped', ...more }]
  });
  if (text.length > STORY_FILE_LIMIT)
    return refused('story-too-large', { expected: String(STORY_FILE_LIMIT) });
  const value = parsedJson(text.replace(/^\ufeff/, ''));
  if (value === undefined) return refused('story-not-json');
  if (!isRecord(value) || value.format !== FORMAT || !Array.isArray(value.steps))
    return refused('story-foreign');
  if (value.version !== VERSION)
    return refused('story-version', { found: shownValue(value.version), expected: String(VERSION) });
  if (value.territory !== territory)
    return refused('story-territory', { found: shownValue(value.territory), expected: territory });
  const read = (value.steps as unknown[]).map(stepOf);
  const steps = read.filter((step) => step !== null).slice(0, MOST_STEPS);
  const unknown = read.filter((step) => step === null).length;
  if (steps.length === 0) return refused('story-no-step');
  const left = read.length - unknown - steps.length;
  return {
    story: { title: isText(value.title) ? tidyText(value.title, TITLE_LIMIT) : '', steps },
    findings: [
      ...(unknown > 0
        ? [{ code: 'story-unknown-page', severity: 'doubtful' as const, found: String(unknown) }]
        : []),
      ...(left > 0
        ? [
            {
              code: 'story-too-long',
              severity: 'note' as const,
              found: String(left),
              expected: String(MOST_STEPS)
            }
          ]
        : [])
    ]
  };
}

function stepOf(value: unknown): StoryStep | null {
  if (!isRecord(value)) return null;
  const { address, title, text } = value;
  const found = isText(address) ? readStoryAddress(address) : null;
  if (!found) return null;
  const read = (word: unknown, limit: number) => (isText(word) ? tidyText(word, limit) : '');
  return {
    address: writeStoryAddress(found),
    title: read(title, TITLE_LIMIT),
    text: read(text, TEXT_LIMIT)
  };
}
