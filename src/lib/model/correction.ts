// Rows of a file that are in doubt, and the values that a service gives instead: exchanged as a workbook that comes back.
import type { Finding } from './findings.ts';

/** A value to read in place of the one in the file. The file itself is never changed. */
export interface Correction {
  file: string;
  /** 1-based line, as findings give it. */
  row: number;
  /** Header in the file. */
  column: string;
  /** What the cell held when the correction was made, shortened as findings quote it; another value now refuses the correction. */
  found: string;
  /** Of the other cells of the row: finds it again when rows above it came or went. */
  mark?: string;
  value: string;
}

/** A cell in doubt, with what was found of it. `column` is '' where a whole row is in doubt, which no value can put right. */
export interface DoubtfulCell extends Omit<Correction, 'value'> {
  findings: readonly Finding[];
}

/** Columns of the workbook of doubts, in the order that it is written; any of both languages is read. */
export const DOUBTFUL_COLUMNS = {
  file: { fr: 'Fichier', en: 'File' },
  row: { fr: 'Ligne', en: 'Row' },
  column: { fr: 'Colonne', en: 'Column' },
  found: { fr: 'Valeur trouvée', en: 'Value found' },
  remark: { fr: 'Remarque', en: 'Remark' },
  expected: { fr: 'Valeur attendue', en: 'Value expected' },
  value: { fr: 'Valeur corrigée', en: 'Corrected value' },
  mark: { fr: 'Repère (ne pas modifier)', en: 'Mark (do not change)' }
} as const;
export type DoubtfulColumn = keyof typeof DOUBTFUL_COLUMNS;
