// What the exit gate says, in a sentence: which count would be worked out, and by which additions and subtractions.
import { UNKNOWN } from '../model/pathway.ts';
import {
  CHILD_VARIABLE,
  IN_QPV,
  type ExitFigure,
  type ExitReport,
  type ExitVerdict,
  type FigureForm,
  type WorkedOut
} from '../model/report/exit-figure.ts';
import {
  CAME,
  END_REASON,
  END_UNTOLD,
  ENTRY_AXIS,
  GONE,
  NO,
  OPEN,
  partly,
  STAYS,
  YES
} from '../model/report/survey-axes.ts';
import type { ReportAnswer } from '../model/report/state-report.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { cellWords } from './cell-words.ts';
import { listWords } from './lists.ts';
import { integer, percent, plain } from './numbers.ts';
import { m } from './paraglide/messages.js';
import { questionWords } from './report-words.ts';
import { typeset } from './typeset.ts';

/** What the sentences take their names from. */
export interface ExitNames {
  /** Answers of the report, for what its parts are called. */
  answers: readonly Pick<ReportAnswer, 'id' | 'word'>[];
  /** Name of a commune, priority neighbourhood or school. */
  nameOf: (code: string) => string;
}

/** Names, and the year of the figures. */
interface NamesIn extends ExitNames {
  year: SchoolYear | undefined;
}

const YEAR = 'year';

/** A figure as it would be written: « 34 », « moins de 11 », « environ 30 », « 58 % ». */
function formWords({ value, form }: Pick<ExitFigure, 'value' | 'form'>): string {
  switch (form.as) {
    case 'count':
      return integer(value);
    case 'below':
      return m.exit_below({ limit: integer(form.limit) });
    case 'rounded':
      return m.exit_about({ value: integer(Math.round(value / form.to) * form.to) });
    case 'share':
      return percent(shareOf(value, form) / 100);
  }
}

/** A figure as it may be published: as asked, or in the form that passes; null: not at all. */
export function publicWords(figure: ExitFigure, verdict: ExitVerdict): string | null {
  const form =
    verdict.status === 'passes' ? figure.form : verdict.status === 'refused' ? verdict.instead : null;
  return form && formWords({ value: figure.value, form });
}

const shareOf = (value: number, { of, step }: Extract<FigureForm, { as: 'share' }>): number =>
  Math.round((100 * value) / (of.value * step)) * step;

/** What to write in the place of a figure that is refused. */
export function insteadWords({ value }: Pick<ExitFigure, 'value'>, instead: FigureForm | null): string {
  switch (instead?.as) {
    case 'below':
      return m.exit_instead_below({ limit: integer(instead.limit) });
    case 'rounded':
      return m.exit_instead_rounded({
        value: integer(Math.round(value / instead.to) * instead.to),
        to: integer(instead.to)
      });
    case 'share':
      return m.exit_instead_share({
        value: percent(shareOf(value, instead) / 100),
        step: integer(instead.step)
      });
    default:
      return m.exit_instead_none();
  }
}

/** Child variable -> beginning of the ids of its parts. */
const PARTS: Readonly<Record<string, string>> = {
  age: 'children.age.',
  profile: 'children.profile.',
  orientedBy: 'children.orientedBy.'
};
const IDS: Readonly<Record<string, string>> = {
  F: 'children.girls',
  M: 'children.boys',
  new: 'children.new',
  before: 'children.before',
  open: 'children.open',
  ended: 'children.ended',
  agreed: 'children.agreed',
  'not-agreed': 'children.notAgreed'
};
/** Parts that are no answer. */
const OTHERS: Readonly<Record<string, () => string>> = {
  [UNKNOWN]: m.exit_untold,
  [NO]: m.exit_not_this,
  [END_UNTOLD]: m.exit_end_untold,
  [STAYS]: m.exit_stays,
  [partly(OPEN, STAYS)]: m.exit_stays,
  [GONE]: m.exit_gone,
  [partly(OPEN, GONE)]: m.exit_gone_open,
  [CAME]: m.exit_came,
  [partly(UNKNOWN, STAYS)]: m.exit_untold_stayed,
  [partly(UNKNOWN, CAME)]: m.exit_untold_came
};

/** A part of a child variable: the question of the answer that it is. */
function partWords(axis: string, node: string, { answers }: ExitNames): string {
  const variable = axis.slice(CHILD_VARIABLE.length);
  const named = (id: string) => questionWords(answers.find((one) => one.id === id) ?? { id });
  const one = (part: string): string => {
    if (part === YES) return named(`children.${variable}`);
    if (part === STAYS && axis === ENTRY_AXIS) return m.exit_stayed();
    if (part.startsWith(END_REASON)) return named(part);
    return OTHERS[part]?.() ?? named(IDS[part] ?? `${PARTS[variable] ?? ''}${part}`);
  };
  return listWords(node.split(' + ').map(one));
}

/** « filles, Valenciennes »; all children where nothing is named; with their year where it is another one. */
function placeWords(dimensions: readonly string[], nodes: readonly string[], names: NamesIn): string {
  const year = nodes[dimensions.indexOf(YEAR)];
  const when = year === undefined || year === 'ALL' || year === names.year ? [] : [m.exit_in_year({ year })];
  const words = nodes.flatMap((node, d) => {
    const axis = dimensions[d]!;
    if (node === 'ALL' || axis === YEAR) return [];
    if (axis.startsWith(CHILD_VARIABLE)) return [partWords(axis, node, names)];
    return [
      listWords(
        node.split(' + ').map((one) => (one === IN_QPV ? m.exit_in_qpv() : cellWords(one, names.nameOf)))
      )
    ];
  });
  return [words.join(', ') || m.exit_all_children(), ...when].join(', ');
}

function foundWords({ lo, hi }: Pick<WorkedOut, 'lo' | 'hi'>): string {
  if (lo === hi) return m.exit_found_one({ count: lo, shown: integer(lo) });
  return hi === null
    ? m.exit_found_open({ lo: integer(lo) })
    : m.exit_found_between({ lo: integer(lo), hi: integer(hi) });
}

/** « 38 (tous les enfants) − 34 (filles) »; null where whole numbers alone prove it. */
function sumWords({ proof, dimensions }: WorkedOut, names: NamesIn): string | null {
  const terms = (proof?.terms ?? []).toSorted((a, b) => b.coefficient - a.coefficient);
  if (terms.length < 2) return null;
  return terms.reduce((before, { names: nodes, coefficient, value }) => {
    const times = Math.round(1000 * Math.abs(coefficient)) / 1000;
    const shown = times === 1 ? integer(value) : m.exit_times({ times: plain(times), value: integer(value) });
    const term = m.exit_term({ value: shown, name: placeWords(dimensions, nodes, names) });
    if (before === '' && coefficient > 0) return term;
    return coefficient < 0 ? m.exit_minus({ before, term }).trim() : m.exit_plus({ before, term });
  }, '');
}

/** Why a figure is refused: the count that it gives away or tells more closely, and the way. */
export function exitSentence(
  { id, workedOut }: Extract<ExitVerdict, { status: 'refused' }>,
  figures: readonly ExitFigure[],
  k: number,
  names: ExitNames
): string {
  const { by, dimensions, reason, whole, isShown, hi, former } = workedOut;
  const ids = by.length > 0 ? by : [id];
  const published = listWords(
    figures.filter((figure) => ids.includes(figure.id)).map((figure) => exitFigureName(figure, names))
  );
  const inYear = { ...names, year: figures.find((figure) => figure.id === id)?.counts.year };
  const cell = placeWords(dimensions, workedOut.names, inYear);
  const found = foundWords(workedOut);
  const words = (): string => {
    if (former !== null)
      return m.exit_closer({
        figures: published,
        cell: whole === null ? cell : m.exit_all_but({ cell }),
        before: foundWords(former),
        found
      });
    if (reason === 'alone') return m.exit_alone({ figures: published, cell, found });
    if (whole !== null)
      return hi === 0
        ? m.exit_full_all({ figures: published, cell })
        : m.exit_full({ figures: published, cell, found });
    if (isShown) return m.exit_shown({ figures: published, k: integer(k) });
    const sum = sumWords(workedOut, inYear);
    return sum === null
      ? m.exit_gives_whole_numbers({ figures: published, found, cell })
      : m.exit_gives({ figures: published, found, cell, sum });
  };
  return typeset(words());
}

/** « 34 (filles) ». */
export const exitFigureName = (figure: ExitFigure, { answers }: Pick<ExitNames, 'answers'>): string =>
  m.exit_figure_words({
    value: formWords(figure),
    name: questionWords(answers.find(({ id }) => id === figure.id) ?? { id: figure.id })
  });

/** What the gate says of all figures together. */
export function exitLead({ verdicts, isSmallest }: Pick<ExitReport, 'verdicts' | 'isSmallest'>): string {
  const count = verdicts.filter(({ status }) => status !== 'passes').length;
  if (count === 0) return m.exit_lead_all({ count: verdicts.length });
  const lead = m.exit_lead_some({ count, shown: integer(count) });
  return isSmallest && verdicts.length > 1 ? `${lead} ${m.exit_smallest()}` : lead;
}
