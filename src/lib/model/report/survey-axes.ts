// Where each answer of the survey stands: an axis that cuts the children of a year, and a part of it.
import { UNKNOWN } from '../pathway.ts';
import { LEVELS } from '../school.ts';
import { AGE_GROUPS, NEED_PROFILES, ORIGINS } from './case-details.ts';
import { CHILD_VARIABLE, IN_QPV } from './exit-figure.ts';

const OUTSIDE = 'hors';

export const ALL_CHILDREN = 'children.total';
export const ENDED_ANSWER = 'children.ended';

/** Came in the year, or followed before it. */
export const ENTRY_AXIS = `${CHILD_VARIABLE}entry`;
/** Those who were followed before: children of last year's total too. */
export const BEFORE = 'before';
export const EXIT_AXIS = `${CHILD_VARIABLE}exit`;
export const OPEN = 'open';
export const ENDED = 'ended';
/** Ended, and nobody said why. No word of a service gives this name. */
export const END_UNTOLD = 'ended:untold';
/** Followed in the next year too, or not: told of a year by the answers of the next. */
export const STAY_AXIS = `${CHILD_VARIABLE}stay`;
/** Of a year: those who are in the next one too, and those who are not; those who were not in the one before. */
export const STAYS = 'stays';
export const GONE = 'gone';
export const CAME = 'came';
/** Those of a part who stay, who are gone, or who came. */
export const partly = (part: string, how: string): string => `${part}:${how}`;

/** Of the children whose path has ended: one at most, a part of them. */
export const END_REASON = 'paths.endReason.';

/** A child has several reasons of entry, or none: each is an axis, told from the rest by itself. */
const REASON = 'children.reason.';
export const REASON_AXIS = `${CHILD_VARIABLE}reason.`;
export const YES = 'yes';
export const NO = 'no';

export interface SurveyAxis {
  name: string;
  /** Id of an answer -> its part. */
  parts: Readonly<Record<string, string>>;
  /** The answer for those of whom it is not told; null: the survey has none, each child has one of the parts. */
  rest: string | null;
}

const byPart = (prefix: string, values: readonly (string | number)[]) =>
  Object.fromEntries(values.map((value) => [`${prefix}.${value}`, String(value)]));

/** The axes of which each child of the year has one part. */
export const SURVEY_AXES: readonly SurveyAxis[] = [
  {
    name: `${CHILD_VARIABLE}sex`,
    parts: { 'children.girls': 'F', 'children.boys': 'M' },
    rest: 'children.sexUnknown'
  },
  {
    name: ENTRY_AXIS,
    parts: { 'children.new': 'new', 'children.before': BEFORE },
    rest: 'children.entryUnknown'
  },
  {
    name: EXIT_AXIS,
    parts: { 'children.open': OPEN, [ENDED_ANSWER]: ENDED },
    rest: null
  },
  {
    name: 'zone',
    parts: { 'children.inQpv': IN_QPV, 'children.outsideQpv': OUTSIDE },
    rest: 'children.qpvUnknown'
  },
  { name: 'level', parts: /* @__PURE__ */ byPart('children.level', LEVELS), rest: 'children.level.unknown' },
  {
    name: `${CHILD_VARIABLE}age`,
    parts: /* @__PURE__ */ byPart('children.age', AGE_GROUPS),
    rest: 'children.age.unknown'
  },
  {
    name: `${CHILD_VARIABLE}profile`,
    parts: /* @__PURE__ */ byPart('children.profile', NEED_PROFILES),
    rest: 'children.profile.unknown'
  },
  {
    name: `${CHILD_VARIABLE}orientedBy`,
    parts: /* @__PURE__ */ byPart('children.orientedBy', ORIGINS),
    rest: 'children.orientedBy.unknown'
  },
  {
    name: `${CHILD_VARIABLE}agreement`,
    parts: { 'children.agreed': 'agreed', 'children.notAgreed': 'not-agreed' },
    rest: 'children.agreementUnknown'
  }
];

export interface SurveyPlace {
  axis: string;
  part: string;
}

const placesOf = (axes: readonly SurveyAxis[]) =>
  new Map<string, SurveyPlace>(
    axes.flatMap(({ name, parts, rest }) => [
      ...Object.entries(parts).map(([id, part]) => [id, { axis: name, part }] as const),
      ...(rest === null ? [] : [[rest, { axis: name, part: UNKNOWN }] as const])
    ])
  );
const PLACES = /* @__PURE__ */ placesOf(SURVEY_AXES);

/** Where an answer counts children; null when it counts nothing of the dossiers. */
export function surveyPlaceOf(id: string): SurveyPlace | 'whole' | null {
  if (id === ALL_CHILDREN) return 'whole';
  if (id.startsWith(REASON)) return { axis: REASON_AXIS + id.slice(REASON.length), part: YES };
  if (id.startsWith(END_REASON)) return { axis: EXIT_AXIS, part: id };
  return PLACES.get(id) ?? null;
}
