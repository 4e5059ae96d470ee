// The words of findings-plan.ts in English, for the page of sectors.
import type { FindingLexicon } from '../finding-words.ts';

const lines = (count: string | undefined) => (count === '1' ? '1 line' : `${count ?? ''} lines`);
const OWN_FILE = 'Choose a file that this page exported.';
const AGAIN = 'Export the plan again.';

export const PLAN_FINDINGS_EN: FindingLexicon = {
  'plan-empty': { title: 'empty plan file', what: () => 'this file is empty', fix: AGAIN },
  'plan-not-json': {
    title: 'not a plan',
    what: () => 'this file is not a plan: its text is not JSON',
    fix: OWN_FILE
  },
  'plan-truncated': {
    title: 'plan file cut short',
    what: () => 'this file stops before its end: it was probably cut short',
    fix: 'Copy or export it again.'
  },
  'plan-too-large': {
    title: 'file too large',
    what: () => 'this file is far too large for a plan (1 MB at most)',
    fix: OWN_FILE
  },
  'plan-unreadable': {
    title: 'unreadable file',
    what: () => 'this file cannot be opened',
    fix: 'Check that it is a file, and that you may read it.'
  },
  'plan-foreign': {
    title: 'not a plan',
    what: () => 'this file is JSON, but not a Maillage plan',
    fix: OWN_FILE
  },
  'meeting-plan-foreign': {
    title: 'not a plan of meetings',
    what: () => 'this file is JSON, but not a plan of meetings of Maillage',
    fix: 'Choose a file that the page Réunions exported.'
  },
  'meeting-plan-malformed': {
    title: 'plan of meetings badly written',
    what: ({ column, found }) =>
      `the part “${column ?? ''}” of this plan cannot be read${found ? `, found “${found}”` : ', it is missing'}`,
    fix: 'Export the plan again.'
  },
  'plan-version': {
    title: 'plan of another version',
    what: ({ found, expected }) =>
      `this plan is of another version (${found ?? ''}); this site reads version ${expected ?? ''}`,
    fix: 'Open it with the site that wrote it, or update this site.'
  },
  'plan-territory': {
    title: 'plan of another territory',
    what: ({ found, expected }) =>
      `this plan is of another territory (SIREN ${found ?? ''}, here ${expected ?? ''})`,
    fix: 'Open it on the site of its territory.'
  },
  'plan-malformed': {
    title: 'badly written plan',
    what: ({ column, found }) =>
      `“${column ?? ''}” should be a list of names${found ? `, found ${found}` : ', it is missing'}`,
    fix: AGAIN
  },
  'plan-no-school': {
    title: 'plan without a known school',
    what: () => 'no line of this plan gives a school of this place to a caseworker of this place',
    fix: 'Check that it is a plan of this territory.'
  },
  'plan-unknown-school': {
    title: 'unknown school',
    what: ({ found, expected }) => `${lines(expected)} of schools unknown here, left out (${found ?? ''})`,
    fix: 'A school that closed or changed number may be why.'
  },
  'plan-unknown-post': {
    title: 'unknown caseworker',
    what: ({ found, expected }) => `${lines(expected)} of caseworkers unknown here (${found ?? ''})`,
    fix: 'Their schools stay without a caseworker in this plan: give them by hand.'
  },
  'plan-unknown-coordinator': {
    title: 'unknown coordination',
    what: ({ found, expected }) => `${lines(expected)} of coordinations unknown here (${found ?? ''})`,
    fix: 'Their caseworkers stay without a coordination in this plan.'
  },
  'plan-setting': {
    title: 'unknown setting',
    what: ({ found }) => `setting unknown or out of bounds, left at its usual value (${found ?? ''})`,
    fix: 'Check the rules on screen before looking for a split.'
  }
};
