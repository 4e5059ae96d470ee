// All remarks on a file as a file: formulas in what was found are neutralised on the way out.
import { toCsv, type CsvColumn } from '$lib/export/csv';
import { FINDING_WORDS } from '$lib/i18n/findings';
import type { Finding } from '$lib/model/findings';

const OUTCOMES = { dropped: 'écartée', doubtful: 'à vérifier', note: 'pour information' } as const;

const COLUMNS: CsvColumn<Finding>[] = [
  { header: 'ligne', value: ({ row }) => row },
  { header: 'colonne', value: ({ column }) => column },
  { header: 'trouvé', value: ({ found }) => found },
  { header: 'attendu', value: ({ expected }) => expected },
  { header: 'remarque', value: (finding) => FINDING_WORDS[finding.code]?.what(finding) ?? finding.code },
  { header: 'que faire', value: ({ code }) => FINDING_WORDS[code]?.mend },
  { header: 'suite', value: ({ severity }) => OUTCOMES[severity] }
];

export const findingsCsv = (findings: readonly Finding[]): string => toCsv(findings, COLUMNS);
