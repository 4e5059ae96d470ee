// Subsidies of the sheets in the national open-data columns (SCDL « Subventions », schema.data.gouv.fr/scdl/subventions): UTF-8, comma, decimal point.
import { csvText } from './csv.ts';

const COLUMNS = [
  'nomAttribuant',
  'idAttribuant',
  'dateConvention',
  'referenceDecision',
  'nomBeneficiaire',
  'idBeneficiaire',
  'objet',
  'montant',
  'nature',
  'conditionsVersement',
  'datesPeriodeVersement',
  'idRAE',
  'notificationUE',
  'pourcentageSubvention',
  'dispositifAide'
] as const;
type Column = (typeof COLUMNS)[number];

/** What a funder gives to an action. */
export interface Subsidy {
  funder: string;
  /** Who receives it. */
  beneficiary: string;
  purpose: string;
  euros: number;
  /** Of the action's cost, 0 to 1; null when the cost is unknown. */
  share: number | null;
}

const NEEDS_QUOTES = /[",\r\n]/;
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = csvText(value);
  return NEEDS_QUOTES.test(safe) && !safe.startsWith('"') ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * One line a subsidy. What the lists of a service do not hold stays empty, for whoever publishes to fill:
 * SIRET numbers, date and reference of the decision, conditions of payment.
 */
export function subsidiesCsv(subsidies: readonly Subsidy[]): string {
  const rows = subsidies.map(({ funder, beneficiary, purpose, euros, share }) => {
    const known: Partial<Record<Column, string | number>> = {
      nomAttribuant: funder,
      nomBeneficiaire: beneficiary,
      objet: purpose,
      montant: euros,
      nature: 'aide en numéraire',
      ...(share !== null && { pourcentageSubvention: Math.round(share * 1e4) / 1e4 })
    };
    return COLUMNS.map((column) => cell(known[column]));
  });
  return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
