// Answers of the report as figures that could be published: what each counts, and the parts that sum to the total beside it.
import { UNKNOWN } from '../pathway.ts';
import { LEVELS } from '../school.ts';
import type { SchoolYear } from '../school-year.ts';
import {
  CHILD_VARIABLE,
  IN_QPV,
  type ChildVariable,
  type ExitFigure,
  type FigureForm
} from './exit-figure.ts';
import type { ReportAnswer } from './state-report.ts';

const OUTSIDE = 'hors';

/** Ids of parts that sum to the children of the year -> the node of each; `rest`: of those that nobody told. */
const SINGLE: readonly { axis: string; nodes: Readonly<Record<string, string>>; rest: string }[] = [
  {
    axis: `${CHILD_VARIABLE}sex`,
    nodes: { 'children.girls': 'F', 'children.boys': 'M' },
    rest: 'children.sexUnknown'
  },
  {
    axis: `${CHILD_VARIABLE}entry`,
    nodes: { 'children.new': 'new', 'children.before': 'before' },
    rest: 'children.entryUnknown'
  },
  {
    axis: `${CHILD_VARIABLE}exit`,
    nodes: { 'children.open': 'open', 'children.ended': 'ended' },
    rest: 'children.exitUnknown'
  },
  {
    axis: 'zone',
    nodes: { 'children.inQpv': IN_QPV, 'children.outsideQpv': OUTSIDE },
    rest: 'children.qpvUnknown'
  },
  {
    axis: 'level',
    nodes: Object.fromEntries(LEVELS.map((level) => [`children.level.${level}`, level])),
    rest: 'children.level.unknown'
  },
  ...['age', 'profile', 'orientedBy'].map((name) => ({
    axis: CHILD_VARIABLE + name,
    nodes: {},
    rest: `children.${name}.unknown`
  }))
];
/** A child has several of them, or none: each is told from the rest by itself. */
const REASON = 'children.reason.';
/** Of the children whose path has ended: one at most. */
export const END_REASON = 'paths.endReason.';
const [YES, NO] = ['yes', 'no'];

interface Place {
  axis: string;
  node: string;
}

/** Where an answer counts children; null when it counts nothing of the dossiers. */
function placeOf(id: string): Place | 'whole' | null {
  if (id === 'children.total') return 'whole';
  if (id.startsWith(REASON)) return { axis: CHILD_VARIABLE + id.slice('children.'.length), node: YES };
  if (id.startsWith(END_REASON)) return { axis: `${CHILD_VARIABLE}endReason`, node: id };
  for (const { axis, nodes, rest } of SINGLE) {
    if (nodes[id]) return { axis, node: nodes[id] };
    if (id === rest) return { axis, node: UNKNOWN };
    const prefix = rest.replace(/unknown$/, '');
    if (Object.keys(nodes).length === 0 && id.startsWith(prefix))
      return { axis, node: id.slice(prefix.length) };
  }
  return null;
}

type Answer = Pick<ReportAnswer, 'id' | 'value' | 'gate'>;

/** The answers that count children of the dossiers: those that the exit gate can audit. */
export const isAuditable = ({ id, value, gate }: Answer): boolean =>
  gate === 'state' && typeof value === 'number' && placeOf(id) !== null;

/**
 * An answer as a figure to be published.
 *
 * @param total children of the year: a share is of them
 * @returns null when the gate cannot audit it
 */
export function exitFigureOf(
  answer: Answer,
  year: SchoolYear,
  form: 'count' | 'share' = 'count',
  total: number | null = null
): ExitFigure | null {
  const place = placeOf(answer.id);
  if (!isAuditable(answer) || place === null) return null;
  const within = place === 'whole' ? {} : { [place.axis]: [place.node] };
  const asShare: FigureForm | null =
    form === 'share' && total !== null && total > 0 && place !== 'whole'
      ? { as: 'share', of: { counts: { year, within: {} }, value: total }, step: 1 }
      : null;
  return {
    id: answer.id,
    counts: { year, within },
    value: answer.value as number,
    form: asShare ?? { as: 'count' }
  };
}

/** The variables that the answers name: their parts sum to the children of the year. */
export function variablesOf(answers: readonly Answer[]): ChildVariable[] {
  const parts = new Map<string, Set<string>>();
  for (const answer of answers) {
    const place = placeOf(answer.id);
    if (place === null || place === 'whole' || answer.value === null) continue;
    // Nobody in a part that is for those of whom nothing is told: anyone may know that there is no such part.
    if (place.node === UNKNOWN && answer.value === 0) continue;
    const own = parts.get(place.axis) ?? new Set<string>();
    parts.set(place.axis, own.add(place.node));
    if (place.node === YES || answer.id.startsWith(END_REASON)) own.add(NO!);
  }
  return [...parts].map(([name, nodes]) => ({ name, parts: [...nodes] }));
}
