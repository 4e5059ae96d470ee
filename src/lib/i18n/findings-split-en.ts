// The words of findings-split.ts in English.
import { quotedEn as quoted, shapeWords, type FindingLexicon } from './finding-words.ts';

const shape = shapeWords('found', 'expected', '');

export const SPLIT_FINDINGS_EN: FindingLexicon = {
  'split-malformed': {
    ...shape('unreadable starting split'),
    mend: 'Make it again with npm run data.'
  },
  'split-not-an-object': shape('object expected'),
  'split-empty-list': shape('empty or missing list'),
  'split-not-a-list': shape('list expected'),
  'split-bad-id': shape('missing identifier'),
  'split-bad-number': shape('wrong number'),
  'split-bad-flag': shape('wrong value'),
  'split-bad-pair': shape('pair expected'),
  'split-wrong-size': {
    title: 'durations of the wrong size',
    what: ({ expected, found }) =>
      `the durations make a table of ${found ?? ''}, expected ${expected ?? ''} (referents × units)`
  },
  'split-duplicate-id': {
    title: 'identifier twice',
    what: ({ found }) => `the identifier${quoted(found)} stands twice`,
    mend: 'Give each a different identifier.'
  },
  'split-nobody-works': {
    title: 'no working time',
    what: () => 'no referent has any working time',
    mend: 'Give one referent at least a working time above zero.'
  },
  'split-unknown-key': {
    title: 'unknown key',
    what: ({ found }) => `the key${quoted(found)} is not known; it is left out`
  },
  'split-unknown-name': {
    title: 'unknown name',
    what: ({ found }) => `${found ?? 'this name'} is neither a unit nor a referent known here`,
    mend: 'The rule is left out; correct the name.'
  },
  'split-same-twice': {
    title: 'pair of a single unit',
    what: ({ found }) => `the pair names ${found ?? 'the same unit'} twice; it is left out`
  },
  'split-base-without-position': {
    title: 'base without a position',
    what: ({ found }) =>
      `the base of ${found ?? 'this referent'} has no coordinates; only the durations given count`
  },
  'split-no-time': {
    title: 'referent without working time',
    what: ({ found }) => `${found ?? 'this referent'} has no working time: their share of the load is zero`
  },
  'split-no-coordinator': {
    title: 'referent without a coordination',
    what: ({ found }) => `${found ?? 'this referent'} has no coordination: they enter no balance`
  },
  'split-one-place': {
    title: 'bases all at one place',
    what: ({ found }) => `the ${found ?? ''} bases are at one place: journeys tell nobody apart`,
    mend: 'Check the coordinates of the bases.'
  },
  'split-large-unit': {
    title: 'unit larger than any share allowed',
    what: ({ found, expected }) =>
      `this unit exceeds what a referent can carry (${found ?? ''}, at most ${expected ?? ''})`,
    mend: 'Cut it up, or widen the tolerance.'
  },
  'split-pins-over-capacity': {
    title: 'fixed assignments beyond capacity',
    what: ({ found, expected }) =>
      `the fixed units exceed what this referent can carry (${found ?? ''}, at most ${expected ?? ''})`,
    mend: 'Free a unit, or widen the tolerance.'
  },
  'split-pinned-twice': {
    title: 'unit fixed to two referents',
    what: ({ found }) => `a unit is fixed to two referents (${found ?? ''})`,
    mend: 'Keep one of the two assignments.'
  },
  'split-unreachable-unit': {
    title: 'unit without a way',
    what: ({ found }) => `no referent has a way to ${found ?? 'this unit'}`,
    mend: 'Complete the row of durations.'
  },
  'split-without-neighbour': {
    title: 'units without a neighbour',
    what: ({ found, expected }) => `${expected ?? ''} unit(s) without a neighbour (${found ?? ''})`,
    mend: 'A territory in one piece cannot include them: give their neighbours.'
  },
  'split-zero-tolerance': {
    title: 'tolerance of zero',
    what: () => 'a tolerance of zero asks for loads equal to the minute, which rarely exist',
    mend: 'Try 0.05.'
  },
  'split-wide-tolerance': {
    title: 'tolerance of more than 100%',
    what: ({ found }) => `a tolerance of ${found ?? ''} balances nothing`,
    mend: 'The tolerance is a share: 0.1 for 10%.'
  },
  'split-no-workload': {
    title: 'no load',
    what: () => 'no unit has any load: there is nothing to balance'
  },
  'cpmp-malformed': shape('unreadable file of p-medians'),
  'cpmp-impossible': {
    title: 'demand beyond capacity',
    what: ({ found, expected }) => `the demand (${found ?? ''}) exceeds the capacity (${expected ?? ''})`
  }
};
