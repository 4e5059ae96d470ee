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
 * The sentence of an error that no check foresaw: the command ends with 2 (1 would mean that the answer is "no").
 * The trace is shown where the environment has DEBUG.
 */
export function unforeseenLines(error: unknown): string[] {
  const cause = error instanceof Error ? error.message : String(error);
  const lines = [`Arrêt imprévu, sans résultat : ${cause.split('\n')[0]}`];
  if (error instanceof RangeError)
    lines.push('Le fichier est sans doute trop grand, ou un nombre hors de toute mesure : vérifiez-le.');
  if (process.env.DEBUG && error instanceof Error) lines.push(error.stack ?? '');
  return lines;
}

let isGuarded = false;
function guard(): void {
  if (isGuarded) return;
  isGuarded = true;
  process.on('uncaughtException', (error) => fail(2, unforeseenLines(error)));
}

/**
 * Reads the command line. `--help` prints `usage` and ends with 0; an unknown option or a missing value ends with 2.
 * Both `--name value` and `--name=value` are read.
 */
export function readArguments<const T extends Options>(usage: string, options: T) {
  guard();
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
