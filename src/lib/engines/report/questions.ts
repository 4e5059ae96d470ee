// The questions of the yearly report, in the order of the survey: to change the order, move a line.
import { ORIGINS } from '../../model/report/case-details.ts';
import { LEVELS, SCHOOL_KINDS } from '../../model/school.ts';
import { THEMES } from '../../model/pathway.ts';
import { ACTION_LEVELS, PAYERS } from '../../model/service.ts';
import type { AnswerUnit, ReportAnswer, ReportBlock } from '../../model/report/state-report.ts';

export interface Question extends Pick<ReportAnswer, 'id' | 'block' | 'unit' | 'gate'> {
  /** `words`: one answer a word of the service, under this id. `rest`: asked only of what lists count, so never of 0. */
  kind?: 'words' | 'rest';
}

/** Ids of one kind, after their common beginning. */
const ids = (
  block: ReportBlock,
  unit: AnswerUnit,
  gate: Question['gate'],
  names: readonly string[],
  kind?: Question['kind']
): Question[] => names.map((id) => ({ id, block, unit, gate, ...(kind && { kind }) }));

const under = (prefix: string, names: readonly (string | number)[]) =>
  names.map((name) => `${prefix}.${name}`);

/** In the order of the survey. */
export const reportQuestions = (): Question[] => [
  ...ids('structure', 'text', 'public', [
    'structure.carrier',
    'structure.communes',
    'structure.qpvs',
    'structure.contract',
    'structure.educationCity'
  ]),

  ...ids('schools', 'schools', 'public', [
    'schools.followed',
    ...under('schools.followed', SCHOOL_KINDS),
    'schools.waiting',
    ...under('schools.waiting', SCHOOL_KINDS),
    'schools.linked'
  ]),

  ...ids('partners', 'partners', 'public', ['partners.total']),
  ...ids('partners', 'partners', 'public', ['partners.category'], 'words'),
  ...ids('partners', 'partners', 'public', ['partners.named', 'partners.vacant']),

  ...ids('children', 'children', 'state', [
    'children.total',
    'children.collective',
    'children.new',
    'children.before'
  ]),
  ...ids('children', 'children', 'state', ['children.entryUnknown'], 'rest'),
  ...ids('children', 'children', 'state', ['children.open', 'children.ended']),
  ...ids('children', 'children', 'state', ['children.girls', 'children.boys']),
  ...ids('children', 'children', 'state', ['children.sexUnknown'], 'rest'),
  ...ids('children', 'children', 'state', under('children.age', ['2-5', '6-10', '11-16', '17+'])),
  ...ids('children', 'children', 'state', ['children.age.unknown'], 'rest'),
  ...ids('children', 'children', 'state', under('children.level', LEVELS)),
  ...ids('children', 'children', 'state', ['children.level.unknown'], 'rest'),
  ...ids('children', 'children', 'state', ['children.inQpv', 'children.outsideQpv']),
  ...ids('children', 'children', 'state', ['children.qpvUnknown'], 'rest'),
  ...ids('children', 'children', 'state', under('children.profile', [1, 2, 3, 4])),
  ...ids('children', 'children', 'state', ['children.profile.unknown'], 'rest'),
  ...ids('children', 'children', 'state', under('children.orientedBy', ORIGINS)),
  ...ids('children', 'children', 'state', ['children.orientedBy.unknown'], 'rest'),
  ...ids('children', 'children', 'state', ['children.reason'], 'words'),
  ...ids(
    'children',
    'children',
    'state',
    ['children.agreed', 'children.notAgreed', 'children.agreementUnknown'],
    'rest'
  ),
  ...ids('children', 'months', 'state', ['paths.lengthMedian', 'paths.lengthMeanEnded']),
  ...ids('children', 'children', 'state', ['paths.endReason'], 'words'),

  ...ids('meetings', 'meetings', 'public', ['meetings.planned', 'meetings.held']),
  ...ids('meetings', 'situations', 'state', ['meetings.situations']),
  ...ids('meetings', 'number', 'state', ['meetings.professionals']),

  ...ids('staff', 'fte', 'state', ['staff.referents.fte', 'staff.coordination.fte', 'staff.other.fte']),
  ...ids('staff', 'number', 'state', [
    'staff.referents.posts',
    'staff.coordination.posts',
    'staff.other.posts'
  ]),
  ...ids('staff', 'children', 'state', ['staff.childrenPerReferent']),

  ...ids('money', 'euros', 'public', [
    'money.total',
    ...under('money.byLevel', ACTION_LEVELS),
    ...under('money.byTheme', THEMES)
  ]),
  ...ids('money', 'euros', 'public', ['money.byTheme.none'], 'rest'),
  ...ids('money', 'euros', 'public', under('money.byFunder', PAYERS.slice(0, -1))),
  ...ids('money', 'euros', 'public', ['money.byFunder.unknown'], 'rest'),
  ...ids('money', 'euros', 'public', [
    'money.inKind',
    'money.inKind.staff',
    'money.inKind.rooms',
    'money.inKind.material'
  ]),
  ...ids('money', 'percent', 'public', ['money.cofinancingRate']),
  ...ids('money', 'euros', 'state', ['money.perChild']),

  ...ids('free', 'text', 'state', under('free', [1, 2, 3, 4, 5, 6]))
];
