// The year's report in words: its blocks, questions, lists and values. One for the page, its files and the command line.
import type {
  AnswerList,
  AnswerUnit,
  AnswerValue,
  ReportAnswer,
  ReportBlock
} from '../model/report/state-report.ts';
import { ACTION_LEVELS, PAYERS } from '../model/service.ts';
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
  'structure.contract': m.report_q_structure_city_contract,
  'structure.educationCity': m.report_q_structure_education_city,
  'schools.followed': m.report_q_schools_followed,
  'schools.waiting': m.report_q_schools_waiting,
  'schools.linked': m.report_q_schools_linked,
  'partners.total': m.report_q_partners_total,
  'partners.category': m.report_q_categories,
  'partners.named': m.report_q_correspondents_named,
  'partners.vacant': m.report_q_correspondents_vacant,
  'children.total': m.report_q_children_total,
  'children.collective': m.report_q_children_collective,
  'children.new': m.report_q_children_new,
  'children.before': m.report_q_children_before,
  'children.entryUnknown': m.report_q_children_entry_unknown,
  'children.open': m.report_q_children_open,
  'children.ended': m.report_q_children_ended,
  'children.exitUnknown': m.report_q_children_exit_unknown,
  'children.girls': m.report_q_children_girls,
  'children.boys': m.report_q_children_boys,
  'children.sexUnknown': m.report_q_children_sex_unknown,
  'children.age.2-5': m.report_q_children_age_2_5,
  'children.age.6-10': m.report_q_children_age_6_10,
  'children.age.11-16': m.report_q_children_age_11_16,
  'children.age.17+': m.report_q_children_age_17,
  'children.age.unknown': m.report_q_children_age_unknown,
  'children.inQpv': m.report_q_children_in_qpv,
  'children.outsideQpv': m.report_q_children_outside_qpv,
  'children.qpvUnknown': m.report_q_children_qpv_unknown,
  'children.agreed': m.report_q_children_agreed,
  'children.notAgreed': m.report_q_children_not_agreed,
  'children.agreementUnknown': m.report_q_children_agreement_unknown,
  'children.reason': m.report_q_reasons,
  'paths.lengthMedian': m.report_q_paths_length,
  'paths.lengthMeanEnded': m.report_q_paths_length_ended,
  'paths.endReason': m.report_q_end_reasons,
  'meetings.planned': m.report_q_meetings_planned,
  'meetings.held': m.report_q_meetings_held,
  'meetings.situations': m.report_q_meetings_situations,
  'meetings.professionals': m.report_q_meetings_professionals,
  'staff.referents.fte': m.report_q_staff_referents,
  'staff.coordination.fte': m.report_q_staff_coordination,
  'staff.other.fte': m.report_q_staff_other,
  'staff.referents.posts': m.report_q_staff_referents_posts,
  'staff.coordination.posts': m.report_q_staff_coordination_posts,
  'staff.other.posts': m.report_q_staff_other_posts,
  'staff.childrenPerReferent': m.report_q_staff_children,
  'money.total': m.report_q_money_total,
  'money.inKind': m.report_q_money_in_kind,
  'money.inKind.staff': m.report_q_money_in_kind_staff,
  'money.inKind.rooms': m.report_q_money_in_kind_rooms,
  'money.inKind.material': m.report_q_money_in_kind_material,
  'money.perChild': m.report_q_money_per_child,
  'money.cofinancingRate': m.report_q_money_cofinancing,
  'free.1': m.report_q_free_1,
  'free.2': m.report_q_free_2,
  'free.3': m.report_q_free_3,
  'free.4': m.report_q_free_4,
  'free.5': m.report_q_free_5,
  'free.6': m.report_q_free_6
};

const RULES: Readonly<Record<string, () => string>> = {
  typed: m.report_rule_typed,
  'per-referent': m.report_rule_per_referent,
  'per-child': m.report_rule_per_child,
  'not-state': m.report_rule_not_state,
  'in-kind': m.report_rule_in_kind,
  rows: m.report_rule_rows,
  entry: m.report_rule_entry,
  'former-file': m.report_rule_former_file,
  sex: m.report_rule_sex,
  age: m.report_rule_age,
  profile: m.report_rule_profile,
  'oriented-by': m.report_rule_oriented_by,
  agreement: m.report_rule_agreement,
  reasons: m.report_rule_reasons,
  exit: m.report_rule_exit,
  'exit-reasons': m.report_rule_exit_reasons,
  'kaplan-meier': m.report_rule_kaplan_meier,
  'mean-ended': m.report_rule_mean_ended,
  level: m.report_rule_level,
  home: m.report_rule_home,
  carrier: m.report_rule_carrier,
  communes: m.report_rule_communes,
  qpvs: m.report_rule_qpvs,
  cites: m.report_rule_cites,
  followed: m.report_rule_followed,
  waiting: m.report_rule_waiting,
  kind: m.report_rule_kind,
  linked: m.report_rule_linked,
  partners: m.report_rule_partners,
  category: m.report_rule_category,
  named: m.report_rule_named,
  vacant: m.report_rule_vacant,
  planned: m.report_rule_planned,
  records: m.report_rule_records,
  fte: m.report_rule_fte,
  posts: m.report_rule_posts,
  cost: m.report_rule_cost,
  funder: m.report_rule_funder
};

const ABOUT: Readonly<Record<string, () => string>> = {
  'per-pre': m.report_about_per_pre,
  'profiles-2-and-3': m.report_about_profiles,
  'mean-length': m.report_about_mean_length,
  'per-child': m.report_about_per_child
};
/** What stands before a figure, and not after it: « profils 2 et 3 : 77 % ». */
const ABOUT_FIRST: readonly string[] = ['profiles-2-and-3', 'mean-length'];

const MARK_SOURCES: Readonly<Record<string, () => string>> = {
  'anct-2024': m.report_source_anct,
  'survey-2021': m.report_source_survey,
  'evaluation-2015': m.report_source_evaluation,
  'evaluation-2013': m.report_source_evaluation
};

const UNITS: Readonly<Record<AnswerUnit, () => string>> = {
  children: m.report_unit_children,
  schools: m.report_unit_schools,
  partners: m.report_unit_partners,
  meetings: m.report_unit_meetings,
  situations: m.report_unit_situations,
  fte: m.report_unit_fte,
  months: m.report_unit_months,
  euros: m.report_unit_euros,
  percent: m.report_unit_percent,
  number: m.report_unit_number,
  text: () => ''
};

const known = <Code extends string>(codes: readonly Code[], code: string, name: (code: Code) => string) =>
  codes.includes(code as Code) ? name(code as Code) : code;

const UNTOLD = { unknown: m.report_part_unknown, none: m.report_part_no_theme, lycee: m.report_part_lycee };
const IN_KIND = {
  staff: m.report_in_kind_staff,
  rooms: m.report_in_kind_rooms,
  material: m.report_in_kind_material
};

/** Beginning of an id -> the name of its part, and the question about that part. */
const PARTS: readonly (readonly [
  prefix: string,
  name: (code: string) => string,
  question: (name: string) => string
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
    (code) => known(PAYERS, code, funderName),
    (funder) => m.report_q_money_funder({ funder })
  ],
  ['money.inKind.', (code) => IN_KIND[code as keyof typeof IN_KIND]?.() ?? code, (kind) => kind]
];

export const blockName = (block: ReportBlock): string => BLOCKS[block]();
/** Of the list that an answer comes from: « dossiers ». */
export const listName = (list: AnswerList): string => LISTS[list]();
/** What a number counts; empty for a text. */
export const unitName = (unit: AnswerUnit): string => UNITS[unit]();

type Named = Pick<ReportAnswer, 'id' | 'word'>;

function partOf({ id, word }: Named) {
  const found = PARTS.find(([prefix]) => id.startsWith(prefix));
  if (!found) return null;
  const [prefix, name, question] = found;
  const code = word ?? id.slice(prefix.length);
  return { name: prefix === 'money.byFunder.' ? name(code) : (untold(code) ?? name(code)), question };
}
const untold = (code: string): string | undefined =>
  Object.hasOwn(UNTOLD, code) ? UNTOLD[code as keyof typeof UNTOLD]() : undefined;

/** What an answer that is a part of another is about: « maternelle », « la famille »; null for one of its own. */
export const answerPart = (answer: Named): string | null => partOf(answer)?.name ?? null;

/** The question of an answer. */
export function questionWords(answer: Named): string {
  const part = QUESTIONS[answer.id] ? null : partOf(answer);
  return part ? part.question(part.name) : (QUESTIONS[answer.id]?.() ?? answer.id);
}

/** Its rule, in words; empty without one. */
export const answerRule = ({ source }: Pick<ReportAnswer, 'source'>): string =>
  source ? (RULES[source.rule]?.() ?? '') : '';

/** The list that it comes from and its rule; null without a value. */
export const sourceWords = ({ source }: Pick<ReportAnswer, 'source'>): string | null =>
  source && m.report_source_list({ list: listName(source.list), rule: answerRule({ source }) });

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

/** The figure of the country that stands beside an answer, its year and who gives it; null without one. */
export function markWords({
  mark,
  unit
}: Pick<ReportAnswer, 'mark' | 'unit'>): { value: string; year: string; source: string } | null {
  if (!mark) return null;
  const { about = '', year, source } = mark;
  const [from, to] = typeof mark.value === 'string' ? mark.value.split('-') : [];
  const written = from && to ? m.report_mark_months({ from, to }) : valueWords(mark.value, mark.unit ?? unit);
  const told = ABOUT[about]?.();
  const value = !told
    ? written
    : ABOUT_FIRST.includes(about)
      ? m.report_mark_of({ about: told, value: written })
      : m.report_mark_about({ about: told, value: written });
  return { value, year: String(year), source: MARK_SOURCES[source]?.() ?? source };
}

/** Null where nothing is known: it is to be typed. */
export const answerWords = ({ value, unit }: Pick<ReportAnswer, 'value' | 'unit'>): string | null =>
  value === null ? null : valueWords(value, unit);
