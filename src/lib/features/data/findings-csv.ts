// Findings of a file as CSV; formulas in quoted values are neutralised.
import { toCsv, type CsvColumn } from '$lib/export/csv';
import { wordsFor } from '$lib/i18n/findings/finding-reader';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Finding, Severity } from '$lib/model/findings';

const OUTCOMES: Record<Severity, () => string> = {
  dropped: m.data_outcome_dropped,
  doubtful: m.data_outcome_doubtful,
  note: m.data_outcome_note
};

const columns = (): CsvColumn<Finding>[] => [
  { header: m.data_file_row(), value: ({ row }) => row },
  { header: m.data_file_column(), value: ({ column }) => column },
  { header: m.data_file_found(), value: ({ found }) => found },
  { header: m.data_file_expected(), value: ({ expected }) => expected },
  { header: m.data_file_remark(), value: (finding) => wordsFor(finding.code)?.what(finding) ?? finding.code },
  { header: m.data_file_fix(), value: ({ code }) => wordsFor(code)?.fix },
  { header: m.data_file_outcome(), value: ({ severity }) => OUTCOMES[severity]() }
];

export const findingsCsv = (findings: readonly Finding[]): string => toCsv(findings, columns());
