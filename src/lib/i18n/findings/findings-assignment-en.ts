// The words of findings-assignment.ts in English.
import { quotedEn as quoted, shapeWords, type FindingLexicon } from './finding-words.ts';

const shape = shapeWords('found', 'expected', '');

export const ASSIGNMENT_FINDINGS_EN: FindingLexicon = {
  'meetings-value': shape(
    'wrong value',
    'Correct the value; the guide of meetings gives the form of the file.'
  ),
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
    fix: 'Build the site again.'
  },
  'split-not-an-object': shape(
    'object expected',
    'A problem is a JSON object: { "units": […], "referents": […], "minutes": […] }.'
  ),
  'split-empty-list': shape('empty or missing list', 'Give at least one row.'),
  'split-not-a-list': shape('list expected', 'Write a list of pairs, or take the key out.'),
  'split-bad-id': shape('missing identifier', 'Give each row an identifier of its own.'),
  'split-bad-number': shape('wrong number', 'Write a number without quotes or unit, with a point.'),
  'split-large-number': shape('number too large', 'Check the number and its unit.'),
  'split-too-many': shape('too many rows', 'Cut the problem up, or group units.'),
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
  'route-unknown-waiting': {
    title: 'unknown waiting school',
    what: ({ found }) => `${found ?? 'this name'} is waiting but is no unit of the file`,
    fix: 'Add it to the units, or correct its name.'
  },
  'route-waiting-twice': {
    title: 'waiting school named twice',
    what: ({ found }) => `${found ?? 'a school'} is named twice; it counts once`,
    fix: 'Remove one of them.'
  },
  'route-years-order': {
    title: 'years out of order',
    what: ({ found }) => `the years do not follow one another (${found ?? ''}); they were put in order`
  },
  'route-year-missing': {
    title: 'missing year',
    what: ({ found }) => `a year is missing between ${found ?? 'two years'}; growth counts the years gone by`,
    fix: 'Add the year if its number of posts is known.'
  },
  'route-year-without-posts': {
    title: 'year without a number of posts',
    what: ({ found }) => `${found ?? 'a year'} has no number of posts; that of the year before is kept`,
    fix: 'Give “posts” to each year.'
  },
  'route-nobody-works': {
    title: 'year without a post',
    what: ({ found }) => `no post in ${found ?? 'a year'}: no school opens and no plan is possible`,
    fix: 'Give at least one post, or remove the year.'
  },
  'route-posts-fall': {
    title: 'falling posts',
    what: ({ found }) => `posts fall (${found ?? ''}); open schools stay open and the others share the load`
  },
  'route-below-team': {
    title: 'fewer posts than today',
    what: ({ found }) =>
      `fewer posts than the present team (${found ?? ''}); the file does not say who leaves: everyone works less, in the same proportion`,
    fix: 'Remove the post that leaves from “referents”, if it is known.'
  },
  'route-no-load-left': {
    title: 'growth of −100%',
    what: () => 'growth of −100% leaves no load from the second year on: posts then limit nothing',
    fix: 'Check the yearly growth.'
  },
  'route-odd-growth': {
    title: 'unusual growth',
    what: ({ found }) => `growth of ${found ?? ''}% a year is unusual; it was kept`,
    fix: 'Growth is a percentage: write 3 for 3% a year.'
  },
  'route-unknown-candidate': {
    title: 'unknown place',
    what: ({ found }) => `this place has no times, no position and no known referent${quoted(found)}`,
    fix: 'Give “minutes” (one per unit), “lat” and “lon”, or the name of a referent.'
  },
  'route-candidate-twice': {
    title: 'place named twice',
    what: ({ found }) => `the place${quoted(found)} is named twice; the first one counts`,
    fix: 'Give each place its own name.'
  },
  'route-extra-rows': {
    title: 'times without a place',
    what: ({ found }) => `${found ?? 'some'} row(s) of times belong to no place; they were left out`,
    fix: 'Name their places in “candidates”, in the same order.'
  },
  'route-estimated-minutes': {
    title: 'estimated times',
    what: ({ found }) =>
      `straight-line times for ${found ?? 'some'} place(s), at the pace of the file’s own times`,
    fix: 'Give “minutes” for times by road.'
  },
  'route-no-candidates': {
    title: 'no place offered',
    what: () => 'no place is offered; new posts are based where a referent already is',
    fix: 'Give places in “candidates”.'
  },
  'route-no-capacity': {
    title: 'unknown capacity of a post',
    what: () => 'no school is followed today: what a post can follow is not known',
    fix: 'Give “capacity”, in minutes a week for a full-time post.'
  },
  'route-coordinators': {
    title: 'coordinators not balanced',
    what: () =>
      'years in which a post is created are not balanced between coordinators: the new post has none'
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
  },
  'vote-no-hands': {
    title: 'no hand raised',
    what: () => 'no hand is raised: there is nothing to count',
    fix: 'Enter the hands raised for at least one criterion.'
  },
  'vote-hands-value': {
    title: 'wrong number of hands',
    what: () => 'this number of hands is not a whole number, zero or more',
    fix: 'Enter a whole number, or 0.'
  },
  'vote-voters-value': {
    title: 'wrong number of voters',
    what: () => 'the number of voters is not a whole number, zero or more',
    fix: 'Enter a whole number, or leave the field empty.'
  },
  'vote-more-hands': {
    title: 'more hands than voters',
    what: ({ found, expected }) =>
      `${found ?? ''} hands are counted for ${expected ?? ''} voters: each raises a hand once`,
    fix: 'Count the hands again, or correct the number of voters.'
  },
  'vote-few-plans': {
    title: 'fewer than two plans',
    what: () => 'a vote needs at least two plans, neither as good as the other or better on all criteria',
    fix: 'Compute more plans.'
  }
};
