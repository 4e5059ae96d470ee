// The words of findings-assignment.ts in English.
import { quotedEn as quoted, shapeWords, type FindingLexicon } from './finding-words.ts';

const shape = shapeWords('found', 'expected', '');

export const ASSIGNMENT_FINDINGS_EN: FindingLexicon = {
  'meetings-value': shape('wrong value', 'Correct the value; docs/reunions.md gives the form of the file.'),
  'meetings-unknown': {
    title: 'unknown name',
    what: ({ found }) => `the name${quoted(found)} is not in the list`,
    fix: 'Correct the name, or add it to its list.'
  },
  'meetings-twice': {
    title: 'row given twice',
    what: ({ found }) => `${found ?? 'this row'} stands twice`,
    fix: 'Keep one of the two.'
  },
  'calendar-unreadable': {
    title: 'unreadable calendar',
    what: () => 'this file is no calendar of the iCalendar format (.ics)',
    fix: 'Export the calendar as .ics, without editing it.'
  },
  'calendar-too-large': {
    title: 'calendar too large',
    what: ({ found }) => `this calendar is ${found ?? 'over 20'} MB; 20 MB at most are read`,
    fix: 'Export the school year alone.'
  },
  'calendar-unknown-zone': {
    title: 'unknown time zone',
    what: ({ found }) => `the time zone${quoted(found)} is not known; its hours are read as those of Paris`,
    fix: 'Check the half-days of this calendar.'
  },
  'calendar-endless-rule': {
    title: 'repetition too long',
    what: ({ found }) => `an appointment is repeated more than ${found ?? ''} times; the rest is not read`,
    fix: 'Give this repetition an end.'
  },
  'calendar-odd-event': {
    title: 'unreadable appointment',
    what: () => 'an appointment of this calendar has no readable dates; it is left out',
    fix: 'Open it in the calendar and save it again.'
  },
  'team-without-meetings': {
    title: 'team without a number of meetings',
    what: ({ found }) => `the team ${found ?? ''} has no number of meetings; it is left out`,
    fix: 'Give this number in the list of teams.'
  },
  'team-without-coordinator': {
    title: 'team without coordination',
    what: ({ found }) => `the team ${found ?? ''} has no known coordination; it is left out`,
    fix: 'Give it a coordination post in the list of posts.'
  },
  'team-without-members': {
    title: 'team without members',
    what: ({ found }) => `the team ${found ?? ''} has no member; it is left out`,
    fix: 'Add its members to the list of team members.'
  },
  'team-without-times': {
    title: 'team without travel times',
    what: ({ found }) => `the team ${found ?? ''} meets in a commune without travel times; it is left out`,
    fix: 'Check its commune.'
  },
  'split-malformed': {
    ...shape('unreadable starting split'),
    fix: 'Make it again with npm run data.'
  },
  'split-not-an-object': shape(
    'object expected',
    'A problem is a JSON object: { "units": […], "referents": […], "minutes": […] }.'
  ),
  'split-empty-list': shape('empty or missing list', 'Give at least one row.'),
  'split-not-a-list': shape('list expected', 'Write a list of pairs, or take the key out.'),
  'split-bad-id': shape('missing identifier', 'Give each row an identifier of its own.'),
  'split-bad-number': shape('wrong number', 'Write a number without quotes or unit, with a point.'),
  'split-bad-flag': shape('wrong value', 'Write true or false, without quotes.'),
  'split-bad-pair': shape('pair expected', 'Write two identifiers in brackets.'),
  'split-wrong-size': {
    title: 'durations of the wrong size',
    what: ({ expected, found }) =>
      `the durations make a table of ${found ?? ''}, expected ${expected ?? ''} (caseworkers × units)`,
    fix: 'Give one row per caseworker and one column per unit, in their order.'
  },
  'split-duplicate-id': {
    title: 'identifier twice',
    what: ({ found }) => `the identifier${quoted(found)} stands twice`,
    fix: 'Give each a different identifier.'
  },
  'split-nobody-works': {
    title: 'no working time',
    what: () => 'no caseworker has any working time',
    fix: 'Give at least one caseworker a working time above zero.'
  },
  'split-unknown-key': {
    title: 'unknown key',
    what: ({ found }) => `the key${quoted(found)} is not known; it is left out`,
    fix: 'Check its spelling.'
  },
  'split-unknown-name': {
    title: 'unknown name',
    what: ({ found }) => `${found ?? 'this name'} is neither a unit nor a caseworker known here`,
    fix: 'The rule is left out; correct the name.'
  },
  'split-same-twice': {
    title: 'pair of a single unit',
    what: ({ found }) => `the pair names ${found ?? 'the same unit'} twice; it is left out`,
    fix: 'Correct one of the two names.'
  },
  'split-base-without-position': {
    title: 'base without a position',
    what: ({ found }) =>
      `the base of ${found ?? 'this caseworker'} has no coordinates; only the durations given count`,
    fix: 'Add lat and lon, in degrees, to see it on the map.'
  },
  'split-unknown-pupils': {
    title: 'units without a number of pupils',
    what: ({ found }) =>
      `units without a number of pupils: ${found ?? ''}; none is counted among the pupils who change caseworker`,
    fix: 'Give the number of pupils (“pupils”) of each unit.'
  },
  'split-no-time': {
    title: 'caseworker without working time',
    what: ({ found }) => `${found ?? 'this caseworker'} has no working time: their share of the load is zero`,
    fix: 'Give them a working time (1 for full time), or take them out.'
  },
  'split-no-coordinator': {
    title: 'caseworker without a coordination',
    what: ({ found }) => `${found ?? 'this caseworker'} has no coordination: they enter no balance`,
    fix: 'Give them a coordination, or take coordinatorTolerance out.'
  },
  'split-one-place': {
    title: 'bases all at one place',
    what: ({ found }) => `the ${found ?? ''} bases are at one place: journeys tell nobody apart`,
    fix: 'Check the coordinates of the bases.'
  },
  'split-large-unit': {
    title: 'unit larger than any share allowed',
    what: ({ found, expected }) =>
      `this unit exceeds what a caseworker can carry (${found ?? ''}, at most ${expected ?? ''})`,
    fix: 'Cut it up, or widen the tolerance.'
  },
  'split-pins-over-capacity': {
    title: 'fixed assignments beyond capacity',
    what: ({ found, expected }) =>
      `the fixed units exceed what this caseworker can carry (${found ?? ''}, at most ${expected ?? ''})`,
    fix: 'Free a unit, or widen the tolerance.'
  },
  'split-pinned-twice': {
    title: 'unit fixed to two caseworkers',
    what: ({ found }) => `a unit is fixed to two caseworkers (${found ?? ''})`,
    fix: 'Keep one of the two assignments.'
  },
  'split-unreachable-unit': {
    title: 'unit without a route',
    what: ({ found }) => `no caseworker has a route to ${found ?? 'this unit'}`,
    fix: 'Complete the row of durations.'
  },
  'split-without-neighbour': {
    title: 'units without a neighbour',
    what: ({ found, expected }) => `${expected ?? ''} unit(s) without a neighbour (${found ?? ''})`,
    fix: 'The rule of sectors in one piece does not apply to them: give their neighbours.'
  },
  'split-zero-tolerance': {
    title: 'tolerance of zero',
    what: () => 'a tolerance of zero asks for loads equal to the minute, which rarely exist',
    fix: 'Try 0.05.'
  },
  'split-wide-tolerance': {
    title: 'tolerance of more than 100%',
    what: ({ found }) => `a tolerance of ${found ?? ''} balances nothing`,
    fix: 'The tolerance is a share: 0.1 for 10%.'
  },
  'split-no-workload': {
    title: 'no load',
    what: () => 'no unit has any load: there is nothing to balance',
    fix: 'Give the minutes per week of each unit (workload).'
  },
  'cpmp-malformed': shape('unreadable file of p-medians'),
  'cpmp-impossible': {
    title: 'demand beyond capacity',
    what: ({ found, expected }) => `the demand (${found ?? ''}) exceeds the capacity (${expected ?? ''})`
  }
};
