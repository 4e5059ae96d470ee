// Open cells in French: which count can be found again, within what, and by which sums.
import type { Explanation, OpenCell } from '../../disclosure/index.ts';

const placeOf = (names: readonly string[]): string => names.join(' / ');

/** « A / ALL : entre 2 et 4 ». */
function openLine({ names, reason, whole, shown, lo, hi }: OpenCell): string {
  const range = lo === hi ? `vaut ${lo}` : `entre ${lo} et ${hi ?? 'sans limite'}`;
  if (reason === 'families') return `${placeOf(names)} : ${lo} famille(s) seulement, montrées`;
  if (whole && reason === 'between') return `${placeOf(whole)} sans ${placeOf(names)} : ${range}`;
  if (whole) return `${placeOf(names)} : presque tout ${placeOf(whole)} ; le reste ${range}`;
  if (reason === 'alone')
    return `${placeOf(names)} : les chiffres d’une seule école ; ${shown ? 'montré, ' : ''}${range}`;
  return `${placeOf(names)} : ${shown ? 'montré, ' : ''}${range}`;
}

/** The reckoning in one line: « au plus 3 = 42 [A / ALL] - 39 [B / ALL] (1 somme) ». */
function reckoning({ sense, bound, terms, steps }: Explanation): string {
  const parts = terms.map(({ names, coefficient, value }, i) => {
    const sign = coefficient < 0 ? '- ' : i === 0 ? '' : '+ ';
    const times = Number(Math.abs(coefficient).toFixed(3));
    return `${sign}${times === 1 ? '' : `${times} x `}${value} [${placeOf(names)}]`;
  });
  const end = sense === 'max' ? 'au plus' : 'au moins';
  const sums = `${steps.length} somme${steps.length > 1 ? 's' : ''}`;
  return `${end} ${Number(bound.toFixed(3))} = ${parts.join(' ') || '0'} (${sums})`;
}

/** A count that can be found again, in one line, and the sums that find it, one line each. */
export const openCellLines = (cell: OpenCell): { count: string; sums: string[] } => ({
  count: openLine(cell),
  sums: cell.explanations.map(reckoning)
});
