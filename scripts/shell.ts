// What every command shares: arguments, --help, progress on standard error, an end with a code and a cause.
import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Writes one line of progress on standard error. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Ends the command: 1 when the answer is "no", 2 when no output can be made. One line per cause. */
export function fail(code: 1 | 2, lines: string | readonly string[]): never {
  for (const line of typeof lines === 'string' ? [lines] : lines) process.stderr.write(`${line}\n`);
  process.exit(code);
}

/**
 * Reads the command line. `--help` prints `usage` and ends with 0; an unknown option or a missing value ends with 2.
 * Both `--name value` and `--name=value` are read.
 */
export function readArguments<const T extends Options>(usage: string, options: T) {
  const config = { options: { ...options, help: { type: 'boolean' } }, allowPositionals: true } as const;
  let parsed;
  try {
    parsed = parseArgs(config);
  } catch (cause) {
    fail(2, [`Argument refusé : ${cause instanceof Error ? cause.message : String(cause)}`, usage]);
  }
  if ((parsed.values as { help?: boolean }).help) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  return parsed;
}

/** The same for a whole number that must lie in a range; ends with 2 otherwise. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  fail(2, `--${name} : attendu un entier de ${least} à ${most}, trouvé « ${text} »`);
}
