// A bench's answer: named measurements, their targets, and the table that is printed.

/** What a measurement must not exceed; a ratio or a size has its one value as median. */
export interface Target {
  at: 'median' | 'p95';
  most: number;
}

export interface Measurement {
  name: string;
  unit: string;
  median: number;
  /** null where there is one value only. */
  p95: number | null;
  samples: number;
  target: Target | null;
}

/** What every file of this folder that measures exports as `run`. */
export type Bench = (progress: (line: string) => void) => Promise<Measurement[]>;

/** Value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function measured(
  name: string,
  unit: string,
  samples: readonly number[],
  target: Target | null = null
): Measurement {
  const p95 = samples.length > 1 ? quantile(samples, 0.95) : null;
  return { name, unit, median: quantile(samples, 0.5), p95, samples: samples.length, target };
}

/** Whether the target is met; null without one. */
export function isMet({ target, median, p95 }: Measurement): boolean | null {
  if (target === null) return null;
  return (target.at === 'p95' ? (p95 ?? median) : median) <= target.most;
}

const written = (value: number | null) =>
  value === null ? '' : value.toLocaleString('fr-FR', { maximumSignificantDigits: 3, useGrouping: false });

function cells(one: Measurement): string[] {
  const met = isMet(one);
  const target = one.target
    ? `<= ${written(one.target.most)}${one.p95 !== null && one.target.at === 'p95' ? ' (p95)' : ''}`
    : '';
  return [
    one.name,
    written(one.median),
    written(one.p95),
    one.unit,
    target,
    met === null ? '' : met ? 'oui' : 'NON'
  ];
}

/** Columns aligned for a terminal. */
export function textTable(measurements: readonly Measurement[]): string {
  const rows = [['mesure', 'médiane', 'p95', 'unité', 'cible', 'tenue'], ...measurements.map(cells)];
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = rows[0]?.map((_, column) => width(column)) ?? [];
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
      )
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
