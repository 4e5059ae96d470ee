// What a reader knows of a count by the way in which it is written: exactly the counts that would be written alike.
import type { ExitFigure, ReleasedFigure, ToldAs } from '../../../model/report/exit-figure.ts';

/** Figures are rounded to a multiple of this where the count cannot be told. */
const ROUNDED_TO = 5;

/** A share as it is written. Half a step is written as the next one. */
const shareShown = (part: number, whole: number, step: number): number =>
  Math.round((100 * part) / (whole * step)) * step;

/** What a reader knows once a figure has left. */
export function releasedBy({ id, counts, value, told }: ExitFigure): ReleasedFigure[] {
  const between = (least: number, most: number): ReleasedFigure => ({ id, counts, least, most });
  const alike = (most: number, write: (count: number) => number): ReleasedFigure => {
    const shown = write(value);
    let [from, to] = [value, value];
    while (from > 0 && write(from - 1) === shown) from--;
    while (to < most && write(to + 1) === shown) to++;
    return between(from, to);
  };
  switch (told.as) {
    case 'count':
      return [between(value, value)];
    case 'below':
      return [between(0, told.limit - 1)];
    case 'rounded':
      return [alike(Infinity, (count) => Math.round(count / told.to) * told.to)];
    case 'share': {
      const { of, step } = told;
      return [
        alike(of.value, (count) => shareShown(count, of.value, step)),
        { id, counts: of.counts, least: of.value, most: of.value }
      ];
    }
  }
}

/** Other ways to write a figure, the most telling first. */
export function otherWays({ value, told }: ExitFigure, k: number): ToldAs[] {
  if (value < k) return told.as === 'below' ? [] : [{ as: 'below', limit: k }];
  if (told.as === 'share') return told.step < ROUNDED_TO ? [{ ...told, step: ROUNDED_TO }] : [];
  return told.as === 'rounded' && told.to >= ROUNDED_TO ? [] : [{ as: 'rounded', to: ROUNDED_TO }];
}
