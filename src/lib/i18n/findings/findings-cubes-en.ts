// The words of findings-cubes.ts in English.
import { quotedEn as quoted, shapeWords, type FindingLexicon } from './finding-words.ts';

const shape = shapeWords('found', 'expected', '');

export const CUBE_FINDINGS_EN: FindingLexicon = {
  'cube-not-an-object': shape('document that is not a cube'),
  'cube-bad-k': shape('wrong threshold k'),
  'cube-bad-rounding': shape('wrong rounding base'),
  'cube-bad-years': shape('wrong list of school years'),
  'cube-bad-dimensions': shape('wrong list of dimensions'),
  'cube-bad-dimension': shape('badly described dimension'),
  'cube-duplicate-dimension': shape('dimension twice'),
  'cube-no-tree': shape('dimension without a hierarchy'),
  'cube-bad-root': shape('hierarchy without a single root'),
  'cube-bad-cells': shape('wrong list of cells'),
  'cube-bad-impossible': shape('wrong list of impossible combinations'),
  'cube-bad-pattern': shape('badly described impossible combination'),
  'cube-bad-cell': shape('badly described cell'),
  'cube-bad-key': shape('wrong key of a cell'),
  'cube-bad-value': shape('wrong count'),
  'cube-value-or-suppressed': shape('cell both shown and protected, or neither'),
  'cube-leak': shape('figure left beside a protected cell'),
  'cube-unknown-node': {
    title: 'unknown category',
    what: ({ found }) => `this dimension does not know${quoted(found)}`
  },
  'cube-duplicate-node': {
    title: 'category twice',
    what: ({ found }) => `the category${quoted(found)} stands twice in the same hierarchy`
  },
  'cube-trees-disagree': {
    title: 'hierarchies that contradict each other',
    what: ({ found }) => `two hierarchies give${quoted(found)} different contents`
  },
  'cube-circular-trees': {
    title: 'circular hierarchies',
    what: ({ found }) => `the category${quoted(found)} contains itself`
  },
  'cube-too-large': {
    title: 'cube too large',
    what: ({ expected }) => `this cube is too large to be checked (${expected ?? ''})`,
    fix: 'Publish fewer crossings.'
  },
  'cube-impossible-cell': {
    title: 'count in an impossible combination',
    what: ({ found }) => `${found ?? ''} children in a combination declared impossible`
  },
  'releases-contradict': {
    title: 'releases that contradict each other',
    what: ({ expected, found }) => `one release gives ${expected ?? ''}, another ${found ?? ''}`,
    fix: 'Two releases of one period must come from the same data.'
  },
  'cube-year-unknown': {
    title: 'unknown year',
    what: () => 'this release of one year does not say which',
    fix: 'Write its year at the top of the file, under the name “years”, in square brackets.'
  },
  'years-not-joined': {
    title: 'releases that cannot be joined',
    what: () => 'these releases are not of one form: their years cannot be joined',
    fix: 'Protect the cases of these years again, together and by the same method.'
  },
  'year-replaced': {
    title: 'published year, replaced',
    what: ({ found, expected }) =>
      `the year ${found ?? ''} of${quoted(expected)} is replaced by that of this file: whoever kept the former release can compare both`
  },
  'totals-do-not-add-up': {
    title: 'wrong totals',
    what: () => 'the parts do not make the total: no real table has these figures'
  },
  'zeros-contradicted': {
    title: 'assumption contradicted by the file',
    what: () =>
      'the published figures agree, but at least one hidden count must be zero: the assumption that none is does not suit this file',
    fix: 'Run the audit again without this assumption.'
  },
  'school-kinds-unknown': {
    title: 'kind of schools unknown',
    what: ({ expected = '', found = '' }) =>
      `everyone knows which levels a school has; without the kind of every school, nobody can guarantee that their totals give no count away (${Number(expected) > 1 ? `${expected} schools of no kind, such as ${found}` : `school of no kind: ${found}`}). Nothing is published`,
    fix: 'Give the list of these schools with their kinds (columns uai, commune, kind): the list of schools of a territory will do.'
  },
  'protection-impossible': {
    title: 'protection impossible',
    what: ({ expected }) =>
      `this count cannot be protected: what is already published gives it${expected === undefined ? '' : `; join it with “${expected}”`}`,
    fix: 'Join the two in the data, or publish less detail.'
  },
  'audit-failed': {
    title: 'final audit not passed',
    what: ({ found }) => `this count can still be worked out (${found ?? ''}); nothing is published`,
    fix: 'Allow more computing time, or publish less detail.'
  }
};
