// The year's report in words: its blocks, questions, lists and values. One for the page, its files and the command line.
import type {
  AnswerList,
  AnswerUnit,
  AnswerValue,
  ReportAnswer,
  ReportBlock
} from '../model/report/state-report.ts';
import { ACTION_LEVELS, FUNDERS, type Payer } from '../model/service.ts';
import { LEVELS, SCHOOL_KINDS } from '../model/school.ts';
import { euros, integer, percent, plain } from './numbers.ts';
import { m } from './paraglide/messages.js';
import { actionLevelName, categoryName, funderName } from './programme-terms.ts';
import { kindName, levelName, themeName } from './terms.ts';

const BLOCKS: Record<ReportBlock, () => string> = {
  structure: m.report_block_structure,
  schools: m.report_block_schools,
  partners: m.report_block_partners,
  children: m.report_block_children,
  meetings: m.report_block_meetings,
  staff: m.report_block_staff,
  money: m.report_block_money,
  free: m.report_block_free
};

const LISTS: Record<AnswerList, () => string> = {
  settings: m.report_list_settings,
  schools: m.report_list_schools,
  qpvs: m.report_list_qpvs,
  partners: m.report_list_partners,
  correspondents: m.report_list_correspondents,
  cases: m.report_list_cases,
  meetings: m.report_list_meetings,
  posts: m.report_list_posts,
  actions: m.report_list_actions,
  typed: m.report_list_typed
};

const ORIGINS: Readonly<Record<string, () => string>> = {
  school: m.report_origin_school,
  'social-services': m.report_origin_social_services,
  family: m.report_origin_family,
  health: m.report_origin_health,
  other: m.report_origin_other
};

/** Questions with an id of their own. */
const QUESTIONS: Readonly<Record<string, () => string>> = {
  'structure.carrier': m.report_q_structure_carrier,
  'structure.communes': m.report_q_structure_communes,
  'structure.qpvs': m.report_q_structure_qpvs,
  'structure.contract': m.report_q_structure_contract,
  'structure.educationCity': m.report_q_structure_education_city,
  'schools.followed': m.report_q_schools_followed,
  'schools.waiting': m.report_q_schools_waiting,
  'partners.total': m.report_q_partners_total,
  'partners.named': m.report_q_partners_named,
  'partners.vacant': m.report_q_partners_vacant,
  'children.total': m.report_q_children_total,
  'children.collective': m.report_q_children_collective,
  'children.new': m.report_q_children_new,
  'children.open': m.report_q_children_open,
  'children.ended': m.report_q_children_ended,
  'children.girls': m.report_q_children_girls,
  'children.boys': m.report_q_children_boys,
  'children.age.2-5': m.report_q_children_age_2_5,
  'children.age.6-10': m.report_q_children_age_6_10,
  'children.age.11-16': m.report_q_children_age_11_16,
  'children.age.17+': m.report_q_children_age_17,
  'children.inQpv': m.report_q_children_in_qpv,
  'paths.lengthMedian': m.report_q_paths_length,
  'paths.lengthMeanEnded': m.report_q_paths_length_ended,
  'meetings.planned': m.report_q_meetings_planned,
  'meetings.held': m.report_q_meetings_held,
  'meetings.situations': m.report_q_meetings_situations,
  'meetings.professionals': m.report_q_meetings_professionals,
  'staff.referents.fte': m.report_q_staff_referents,
  'staff.coordination.fte': m.report_q_staff_coordination,
  'staff.other.fte': m.report_q_staff_other,
  'money.total': m.report_q_money_total,
  'money.inKind': m.report_q_money_in_kind,
  'money.perChild': m.report_q_money_per_child,
  'money.cofinancingRate': m.report_q_money_cofinancing,
  'free.1': m.report_q_free_1,
  'free.2': m.report_q_free_2,
  'free.3': m.report_q_free_3,
  'free.4': m.report_q_free_4,
  'free.5': m.report_q_free_5,
  'free.6': m.report_q_free_6
};

const known = <Code extends string>(codes: readonly Code[], code: string, name: (code: Code) => string) =>
  codes.includes(code as Code) ? name(code as Code) : code;

/** Of a part: its code, or the service's own word. */
const PARTS: readonly (readonly [
  prefix: string,
  part: (code: string) => string,
  whole: (part: string) => string
])[] = [
  [
    'schools.followed.',
    (code) => known(SCHOOL_KINDS, code, kindName),
    (kind) => m.report_q_schools_followed_kind({ kind })
  ],
  [
    'schools.waiting.',
    (code) => known(SCHOOL_KINDS, code, kindName),
    (kind) => m.report_q_schools_waiting_kind({ kind })
  ],
  ['partners.category.', categoryName, (category) => m.report_q_partners_category({ category })],
  [
    'children.level.',
    (code) => known(LEVELS, code, levelName),
    (level) => m.report_q_children_level({ level })
  ],
  ['children.profile.', (code) => code, (profile) => m.report_q_children_profile({ profile })],
  [
    'children.orientedBy.',
    (code) => ORIGINS[code]?.() ?? code,
    (origin) => m.report_q_children_origin({ origin })
  ],
  ['children.reason.', (code) => code, (reason) => m.report_q_children_reason({ reason })],
  ['paths.endReason.', (code) => code, (reason) => m.report_q_paths_end_reason({ reason })],
  [
    'money.byLevel.',
    (code) => known(ACTION_LEVELS, code, actionLevelName),
    (level) => m.report_q_money_level({ level })
  ],
  ['money.byTheme.', themeName, (theme) => m.report_q_money_theme({ theme })],
  [
    'money.byFunder.',
    (code) => known<Payer>([...FUNDERS, 'unknown'], code, funderName),
    (funder) => m.report_q_money_funder({ funder })
  ]
];

export const blockName = (block: ReportBlock): string => BLOCKS[block]();
/** Of the list that an answer comes from: « dossiers ». */
export const listName = (list: AnswerList): string => LISTS[list]();

/** What a part of a question is about: « maternelle », « la famille »; null for a question of its own. */
export function partWords(id: string): string | null {
  const found = PARTS.find(([prefix]) => id.startsWith(prefix));
  return found ? found[1](id.slice(found[0].length)) : null;
}

/** The question of an answer. */
export function questionWords(id: string): string {
  const found = PARTS.find(([prefix]) => id.startsWith(prefix));
  return QUESTIONS[id]?.() ?? (found ? found[2](found[1](id.slice(found[0].length))) : id);
}

/** A value as an answer is written: « 380 », « 692 734 € », « 16 mois »; a list goes on one line. */
export function valueWords(value: AnswerValue, unit: AnswerUnit): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.join(', ');
  switch (unit) {
    case 'euros':
      return euros(value);
    case 'percent':
      return percent(value / 100, Number.isInteger(value) ? 0 : 1);
    case 'months':
      return m.report_months({ count: value, shown: plain(Math.round(value * 10) / 10) });
    case 'fte':
      return plain(value);
    default:
      return integer(value);
  }
}

/** Null where nothing is known: it is to be typed. */
export const answerWords = ({ value, unit }: Pick<ReportAnswer, 'value' | 'unit'>): string | null =>
  value === null ? null : valueWords(value, unit);
