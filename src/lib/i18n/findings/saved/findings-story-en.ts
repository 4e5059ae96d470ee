// The words of findings-story.ts in English.
import type { FindingLexicon } from '../finding-words.ts';

const steps = (count: string | undefined): string =>
  Number(count) > 1 ? `${count} steps` : `${count ?? 'one'} step`;

export const STORY_FINDINGS_EN: FindingLexicon = {
  'story-too-large': {
    title: 'file too long',
    what: ({ expected }) => `a presentation fits in ${expected ?? 'few'} characters, this file is longer`,
    fix: 'Check that it is the file of a presentation.'
  },
  'story-unreadable': {
    title: 'unreadable file',
    what: () => 'the file could not be read',
    fix: 'Open it again: it may have been moved.'
  },
  'story-not-json': {
    title: 'damaged file',
    what: () => 'this is not the file of a presentation, or it was cut short',
    fix: 'Save the presentation again.'
  },
  'story-foreign': {
    title: 'file of another kind',
    what: () => 'this file is not a Maillage presentation',
    fix: 'A presentation is saved from the page “Presentation”.'
  },
  'story-version': {
    title: 'another version',
    what: ({ found, expected }) =>
      `the presentation is of version ${found ?? 'unknown'}, this site reads version ${expected ?? ''}`,
    fix: 'Update the older of the two sites.'
  },
  'story-territory': {
    title: 'another territory',
    what: ({ found, expected }) =>
      `this presentation tells of another territory (SIREN ${found ?? 'unknown'}) than this site’s (${expected ?? ''})`,
    fix: 'Open it on the site of its territory, or start from the presentation proposed here. Nothing was changed.'
  },
  'story-no-step': {
    title: 'empty presentation',
    what: () => 'no step of this file shows a page of this site',
    fix: 'Start from the presentation proposed.'
  },
  'story-unknown-page': {
    title: 'unknown page',
    what: ({ found }) => `${steps(found)} without a page known here, left out`
  },
  'story-too-long': {
    title: 'presentation too long',
    what: ({ found, expected }) => `${steps(found)} beyond ${expected ?? ''}, left out`
  }
};
