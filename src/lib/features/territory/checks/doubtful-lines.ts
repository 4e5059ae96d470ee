// Rows in doubt as one answers them: the cells of a column that hold the same thing are one question, and what is likely is filled in beforehand.
import type { Correction, DoubtfulCell } from '$lib/model/correction.ts';

/** Cells that one answer puts right. */
export interface DoubtfulLine {
  key: string;
  /** The first of them: what is said of it holds for all. */
  cell: DoubtfulCell;
  cells: readonly DoubtfulCell[];
  /** What the rest of the row points to, or the one school that the name is near to; empty where nothing is likely. */
  likely: string;
}

const keyOf = ({ file, row, column, found, findings }: DoubtfulCell): string =>
  JSON.stringify([
    file,
    column,
    ...(found === '' || column === '' ? [row] : [found, findings.map(({ code }) => code)])
  ]);

function likelyOf({ findings }: DoubtfulCell): string {
  const proposed = findings.find((finding) => finding.proposed)?.proposed;
  const near = findings.flatMap((finding) => finding.near ?? []);
  return proposed ?? (near.length === 1 ? near[0]!.value : '');
}

/** In the order of the files. */
export function doubtfulLines(cells: readonly DoubtfulCell[]): DoubtfulLine[] {
  const lines = new Map<string, DoubtfulLine & { cells: DoubtfulCell[] }>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const line = lines.get(key);
    if (line) line.cells.push(cell);
    else lines.set(key, { key, cell, cells: [cell], likely: likelyOf(cell) });
  }
  return [...lines.values()];
}

/** The corrections of what was answered, and of what is likely where nothing was; an answer that was emptied is none. */
export const answeredCorrections = (
  lines: readonly DoubtfulLine[],
  answers: Readonly<Record<string, string>>
): Correction[] =>
  lines.flatMap(({ key, cells, likely }) => {
    const value = (answers[key] ?? likely).trim();
    return cells.flatMap(({ findings: _, ...place }) => (value && place.column ? [{ ...place, value }] : []));
  });
