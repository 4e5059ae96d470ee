// The words of findings-story.ts in English.
import type { FindingLexicon } from './finding-words.ts';

const steps = (count: string | undefined): string =>
  Number(count) > 1 ? `${count} steps` : `${count ?? 'one'} step`;

export const STORY_FINDINGS_EN: FindingLexicon = {
  'story-too-large': {
    title: 'file too long',
    what: ({ expected }) => `a story fits in ${expected ?? 'few'} characters, this file is longer`,
    mend: 'Check that it is the file of a story.'
  },
  'story-unreadable': {
    title: 'unreadable file',
    what: () => 'the file could not be read',
    mend: 'Open it again: it may have been moved.'
  },
  'story-not-json': {
    title: 'damaged file',
    what: () => 'this is not the file of a story, or it was cut short',
    mend: 'Save the story again.'
  },
  'story-foreign': {
    title: 'file of another kind',
    what: () => 'this file is not a Maillage story',
    mend: 'A story is saved from the page “Council”.'
  },
  'story-version': {
    title: 'another version',
    what: ({ found, expected }) =>
      `the story is of version ${found ?? 'unknown'}, this site reads version ${expected ?? ''}`,
    mend: 'Update the older of the two sites.'
  },
  'story-territory': {
    title: 'another territory',
    what: ({ found, expected }) =>
      `this story tells of another territory (SIREN ${found ?? 'unknown'}) than this site’s (${expected ?? ''})`,
    mend: 'Open it on the site of its territory, or start from the story proposed here. Nothing was changed.'
  },
  'story-no-step': {
    title: 'empty story',
    what: () => 'no step of this file shows a page of this site',
    mend: 'Start from the story proposed.'
  },
  'story-unknown-page': {
    title: 'unknown page',
    what: ({ found }) => `${steps(found)} without a page known here, left out`
  },
  'story-too-long': {
    title: 'story too long',
    what: ({ found, expected }) => `${steps(found)} beyond ${expected ?? ''}, left out`
  }
};
