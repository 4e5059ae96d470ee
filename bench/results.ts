// bench/results.json: the last measurements of each bench, with the machine and its load at that moment.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { isMet, type Measurement } from './measurement.ts';

interface Section {
  cores: number;
  processor: string;
  node: string;
  /** null where no page was visited. */
  chromium: string | null;
  /** Mean number of processes that wanted a core in the minute before and after; above `cores`, times are too long. */
  load: { before: number; after: number };
  measurements: (Measurement & { met: boolean | null })[];
}

export type Results = Record<string, Section>;

export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10;

/** Rounds every number inside to four significant digits. */
const significant = (one: Measurement): Measurement =>
  JSON.parse(
    JSON.stringify(one, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(4)) : value
    )
  ) as Measurement;

/** A line a measurement, and a line for the machine of each section. */
const written = (results: Results): string =>
  `{\n${Object.entries(results)
    .map(([name, { measurements, ...machine }]) => {
      const lines = measurements.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
      return `  ${JSON.stringify(name)}: {\n    ${JSON.stringify(machine).slice(1, -1)},\n    "measurements": [\n${lines}\n    ]\n  }`;
    })
    .join(',\n')}\n}\n`;

export function section(
  measurements: readonly Measurement[],
  load: Section['load'],
  chromium: string | null
): Section {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? '',
    node: process.versions.node,
    chromium,
    load,
    measurements: measurements.map((one) => ({ ...significant(one), met: isMet(one) }))
  };
}

/** Writes these sections and keeps those of benches that did not run this time. */
export function writeResults(path: string, sections: Results): void {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : {};
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, written({ ...kept, ...sections }));
}
