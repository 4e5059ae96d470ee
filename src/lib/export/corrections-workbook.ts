// The rows in doubt as a workbook with an empty column for their corrections: it is dropped again, and read back.
import { wordsFor } from '../i18n/findings/finding-reader.ts';
import { locale } from '../i18n/locale.ts';
import { DOUBTFUL_COLUMNS, type DoubtfulCell, type DoubtfulColumn } from '../model/correction.ts';
import { xlsxFile } from './xlsx.ts';

const WIDTHS: Partial<Record<DoubtfulColumn, number>> = { remark: 60, expected: 28, value: 28, mark: 16 };
const SHEET = { fr: 'Lignes douteuses', en: 'Doubtful rows' } as const;

const sentence = (text: string) => `${text.charAt(0).toLocaleUpperCase('fr')}${text.slice(1)}.`;

function cellOf(key: DoubtfulColumn, { findings, ...cell }: DoubtfulCell): string | number | null {
  switch (key) {
    case 'remark':
      return findings
        .map((finding) => sentence(wordsFor(finding.code)?.what(finding) ?? finding.code))
        .join(' ');
    case 'expected':
      return (
        [...new Set(findings.flatMap(({ proposed, expected }) => proposed ?? expected ?? []))].join(' ; ') ||
        null
      );
    case 'value':
      return null;
    default:
      return cell[key] ?? null;
  }
}

/** The workbook, one row a cell in doubt, in the reader's language; its header stays in sight. `readCorrections` reads it back. */
export function correctionsWorkbook(cells: readonly DoubtfulCell[]): Promise<Blob> {
  const language = locale() === 'fr' ? 'fr' : 'en';
  const keys = Object.keys(DOUBTFUL_COLUMNS) as DoubtfulColumn[];
  const columns = keys.map((key) => ({
    title: DOUBTFUL_COLUMNS[key][language],
    type: key === 'row' ? ('number' as const) : ('text' as const),
    ...(WIDTHS[key] && { width: WIDTHS[key] })
  }));
  const rows = cells.map((cell) => keys.map((key) => cellOf(key, cell)));
  return xlsxFile([{ name: SHEET[language], columns, rows }]);
}
