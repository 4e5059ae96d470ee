// The tables that a terminal shows: measurements with their targets, then this build beside the former one.
import { judge, WORST_RATIO } from './comparison.ts';
import { isMet, type Comparison, type Measurement } from './measurement.ts';

interface Column {
  title: string;
  align: 'left' | 'right';
}

const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

const number = (value: number | null) =>
  value === null ? '' : value.toLocaleString('fr-FR', { maximumSignificantDigits: 3, useGrouping: false });
const verdict = (met: boolean | null) => (met === null ? '' : met ? 'oui' : 'NON');

function aligned(columns: readonly Column[], rows: readonly string[][]): string {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => row[at]!.length)));
  const cell = (text: string, at: number) =>
    columns[at]!.align === 'right' ? text.padStart(widths[at]!) : text.padEnd(widths[at]!);
  return all.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

/** Every measurement, its target, and both as multiples of the standard work. */
export function measurementTable(measurements: readonly Measurement[]): string {
  const columns = [
    left('mesure'),
    right('médiane'),
    right('p95'),
    left('unité'),
    left('cible'),
    left('tenue')
  ];
  const inWorks = [right('travaux'), left('cible'), left('tenue')];
  const row = (one: Measurement) => {
    const { target, works } = one;
    const p95 = target?.at === 'p95' ? ' (p95)' : '';
    return [
      one.name,
      number(one.median),
      number(one.p95),
      one.unit,
      target === null ? '' : `<= ${number(target.most)}${p95}`,
      verdict(isMet(one)),
      works === null ? '' : number(works.value),
      works?.most == null ? '' : `<= ${number(works.most)}${p95}`,
      works?.most == null ? '' : verdict(works.value <= works.most)
    ];
  };
  const told = measurements.some(({ works }) => works !== null);
  const shown = told ? [...columns, ...inWorks] : columns;
  return aligned(
    shown,
    measurements.map((one) => row(one).slice(0, shown.length))
  );
}

const VERDICTS = { same: 'oui', uncertain: 'incertain', worse: 'NON' };

const compared = (measurements: readonly Measurement[]) =>
  measurements.filter((one): one is Measurement & { former: Comparison } => one.former !== null);

/** This build beside the former one; null where nothing was compared. */
export function comparisonTable(measurements: readonly Measurement[]): string | null {
  const some = compared(measurements);
  if (some.length === 0) return null;
  return aligned(
    [
      ...[left('mesure'), left('unité'), right('avant'), right('maintenant'), right('rapport')],
      ...[left('de - à (90 %)'), left(`<= ${number(WORST_RATIO)}`)]
    ],
    some.map(({ name, unit, median, samples, former }) => [
      ...[name, unit, number(former.median), number(median), former.ratio.toFixed(3)],
      samples > 1 ? `${former.low.toFixed(3)} - ${former.high.toFixed(3)}` : '',
      VERDICTS[judge(former)]
    ])
  );
}

/** How many measurements are worse than the former build's; null where nothing was compared. */
export function comparisonSummary(measurements: readonly Measurement[]): string | null {
  const some = compared(measurements);
  if (some.length === 0) return null;
  const verdicts = some.map(({ former }) => judge(former));
  const count = (kind: (typeof verdicts)[number]) => verdicts.filter((one) => one === kind).length;
  const percent = Math.round(100 * (WORST_RATIO - 1));
  return `mesures comparées : ${some.length} ; pires de plus de ${percent} % : ${count('worse')} ; incertaines (au-delà, de moins que le bruit) : ${count('uncertain')}`;
}
