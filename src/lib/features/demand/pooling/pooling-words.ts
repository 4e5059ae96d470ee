// The comparison in words: every figure with its range, gain or cost.
import { decimal, duration, euros, integer, numberWord } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Compared, PostSteps, Range } from '$lib/engines/demand/index.ts';
import type { PoolingFigure, PoolingView } from './pooling-view.ts';

/** Posts: « 6 », « 8,5 ». */
export const postCount = (value: number): string =>
  Number.isInteger(value) ? integer(value) : decimal(value, 1);

/** Euros that rest on hypotheses: to the nearest thousand, to the nearest hundred below ten thousand. */
const COARSE_EUROS = 10_000;
const roundEuros = (value: number): string => {
  const unit = Math.abs(value) >= COARSE_EUROS ? 1000 : 100;
  return euros(Math.round(value / unit) * unit);
};

interface FigureWords {
  name: () => string;
  /** A value of a range, whose last one has the unit. */
  bare: (value: number) => string;
  whole: (value: number) => string;
  /** What a gain is called. */
  better: 'less' | 'more';
}

const FIGURES: Readonly<Record<PoolingFigure, FigureWords>> = {
  posts: {
    name: m.pooling_posts,
    bare: postCount,
    whole: (value) => m.pooling_count_posts({ count: value, shown: postCount(value) }),
    better: 'less'
  },
  schools: {
    name: m.pooling_schools,
    bare: integer,
    whole: (value) => m.pooling_count_schools({ count: value, shown: integer(value) }),
    better: 'more'
  },
  road: { name: m.pooling_road, bare: duration, whole: duration, better: 'less' },
  meetings: {
    name: m.pooling_meetings,
    bare: integer,
    whole: (value) => m.pooling_count_meetings({ count: value, shown: integer(value) }),
    better: 'less'
  },
  purchases: { name: m.pooling_purchases, bare: roundEuros, whole: roundEuros, better: 'less' }
};

export const figureName = (figure: PoolingFigure): string => FIGURES[figure].name();
export const figureValue = (figure: PoolingFigure, value: number): string => FIGURES[figure].whole(value);

/** Less than a minute of road is none. */
const isSame = (figure: PoolingFigure, a: number, b: number) =>
  figure === 'road' ? Math.round(a) === Math.round(b) : FIGURES[figure].bare(a) === FIGURES[figure].bare(b);

/** « 8,5 postes (8,5 à 9) »; the value alone where no hypothesis changes it. An estimate of travel bears its sign. */
export function rangeText(figure: PoolingFigure, { low, central, high }: Range): string {
  const { bare, whole } = FIGURES[figure];
  const told = figure === 'road' ? m.demand_about({ value: whole(central) }) : whole(central);
  if (isSame(figure, low, high)) return told;
  return m.pooling_central_in_range({ value: told, low: bare(low), high: bare(high) });
}

/** The same without a unit, where the head of a column has it: « 1,5 (1,5 à 2) ». */
export function bareRange(figure: PoolingFigure, { low, central, high }: Range): string {
  const { bare } = FIGURES[figure];
  if (isSame(figure, low, high)) return bare(central);
  return m.pooling_central_in_range({ value: bare(central), low: bare(low), high: bare(high) });
}

const LESS = { exact: m.pooling_exact_less, between: m.pooling_between_less, upTo: m.pooling_up_to_less };
const MORE = { exact: m.pooling_exact_more, between: m.pooling_between_more, upTo: m.pooling_up_to_more };

/** A range from one value to another, both of one sign, in words: « entre 2 et 3 postes de moins ». */
function oneWay(figure: PoolingFigure, least: number, most: number, words: typeof LESS): string {
  const { bare, whole } = FIGURES[figure];
  if (isSame(figure, least, most)) return words.exact({ value: whole(most) });
  if (isSame(figure, least, 0)) return words.upTo({ value: whole(most) });
  return words.between({ low: bare(least), high: whole(most) });
}

/** What sharing brings, or costs: « entre 2 et 3 postes de moins », « de 3 h 47 de plus à 1 h 56 de moins », « autant ». */
export function gainText(figure: PoolingFigure, { low, high }: Pick<Range, 'low' | 'high'>): string {
  const { better, whole } = FIGURES[figure];
  const [good, bad] = better === 'less' ? [LESS, MORE] : [MORE, LESS];
  const [lowest, highest] = [low, high].map((value) => (isSame(figure, value, 0) ? 0 : value)) as [
    number,
    number
  ];
  if (lowest === 0 && highest === 0) return m.pooling_same();
  if (lowest >= 0) return oneWay(figure, lowest, highest, good);
  if (highest <= 0) return oneWay(figure, -highest, -lowest, bad);
  const [worst, best] = [whole(-lowest), whole(highest)];
  return better === 'less'
    ? m.pooling_from_more_to_less({ more: worst, less: best })
    : m.pooling_from_less_to_more({ less: worst, more: best });
}

/** The gain under the central hypotheses: « 2,5 postes de moins ». */
export const centralText = (figure: PoolingFigure, { central }: Range): string =>
  gainText(figure, { low: central, high: central });

const STEP_NAMES: Readonly<Record<PostSteps, () => string>> = {
  1: m.pooling_steps_whole,
  2: m.pooling_steps_half,
  10: m.pooling_steps_tenth
};
export const stepsName = (steps: PostSteps): string => STEP_NAMES[steps]();

const STEP_ROUNDINGS: Readonly<Record<PostSteps, () => string>> = {
  1: m.pooling_rounded_whole,
  2: m.pooling_rounded_half,
  10: m.pooling_rounded_tenth
};
/** « à l’entier supérieur », « au demi-poste supérieur » */
export const roundingName = (steps: PostSteps): string => STEP_ROUNDINGS[steps]();

/** Schools, teams or sheets that a figure leaves out, because a figure of theirs is unknown; null without any. */
export function missingText(figure: PoolingFigure, { missing }: Compared): string | null {
  const count = missing.length;
  if (count === 0) return null;
  const shown = integer(count);
  if (figure === 'meetings') return m.pooling_missing_teams({ count, shown });
  if (figure === 'purchases') return m.pooling_missing_sheets({ count, shown });
  return m.pooling_missing_schools({ count, shown });
}

/** « de 0,3 à 0,8 poste de moins pour suivre les mêmes écoles. Au demi-poste… »; null where posts are not known. Led by the tenth of a post. */
function headlineWords({ byRounding }: Pick<PoolingView, 'byRounding'>): string | null {
  if (!byRounding) return null;
  return m.pooling_headline({
    tenth: gainText('posts', byRounding[10]),
    half: gainText('posts', byRounding[2]),
    whole: gainText('posts', byRounding[1])
  });
}

/** The comparison in a few sentences, marked with `<b>`: only what can be computed. The road has its own line, with its doubt. */
export function poolingSentences(view: PoolingView): string[] {
  const { schools } = view.gain;
  const headline = headlineWords(view);
  const sentences = [
    headline === null
      ? m.pooling_sentence_no_posts()
      : m.pooling_sentence_posts({ services: numberWord(view.gain.communes.length), gain: headline })
  ];
  if (schools && view.fte !== null) {
    const text = gainText('schools', schools.gain);
    if (text !== m.pooling_same()) sentences.push(m.pooling_sentence_schools({ gain: text }));
  }
  return sentences;
}
