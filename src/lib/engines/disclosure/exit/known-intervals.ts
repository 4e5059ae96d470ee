// What a reader knows of a count by the way in which it is written: exactly the counts that would be written alike.
import type { ExitFigure, ReleasedFigure, FigureForm } from '../../../model/report/exit-figure.ts';

/** Figures are rounded to a multiple of this where the count cannot be told. */
const ROUNDED_TO = 5;

/** A share as it is written. Half a step is written as the next one. */
const shareShown = (part: number, whole: number, step: number): number =>
  Math.round((100 * part) / (whole * step)) * step;

/** What a reader knows once a figure has left. */
export function releasedBy({ id, counts, value, form }: ExitFigure): ReleasedFigure[] {
  const between = (least: number, most: number): ReleasedFigure => ({ id, counts, least, most });
  const alike = (most: number, write: (count: number) => number): ReleasedFigure => {
    const shown = write(value);
    let [from, to] = [value, value];
    while (from > 0 && write(from - 1) === shown) from--;
    while (to < most && write(to + 1) === shown) to++;
    return between(from, to);
  };
  switch (form.as) {
    case 'count':
      return [between(value, value)];
    case 'below':
      return [between(0, form.limit - 1)];
    case 'rounded':
      return [alike(Infinity, (count) => Math.round(count / form.to) * form.to)];
    case 'share': {
      const { of, step } = form;
      return [
        alike(of.value, (count) => shareShown(count, of.value, step)),
        { id, counts: of.counts, least: of.value, most: of.value }
      ];
    }
  }
}

/** Other ways to write a figure, the most telling first. */
export function otherWays({ value, form }: ExitFigure, k: number): FigureForm[] {
  if (value < k) return form.as === 'below' ? [] : [{ as: 'below', limit: k }];
  if (form.as === 'share') return form.step < ROUNDED_TO ? [{ ...form, step: ROUNDED_TO }] : [];
  return form.as === 'rounded' && form.to >= ROUNDED_TO ? [] : [{ as: 'rounded', to: ROUNDED_TO }];
}
