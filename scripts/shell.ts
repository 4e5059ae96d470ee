// What every command shares: arguments, --help, files, progress on standard error, an end with a code and a cause.
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../src/lib/model/findings.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A command: its arguments in, what it finds by `print`, what it tells by `progress`, another end than 0 by `fail`. */
export type Command = (args: readonly string[]) => void | Promise<void>;

/** Where a command writes: standard output and error, or what a test reads. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

const TERMINAL: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text)
};
let output = TERMINAL;

/** Writes the answer of the command on standard output. */
export function print(text: string): void {
  output.out(`${text}\n`);
}

/** Writes a file of the command; its folder is made where there is none. */
export function writeInFolder(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Writes one line of progress on standard error. */
export function progress(line: string): void {
  output.err(`${line}\n`);
}

/** An end before the last line: 0 for --help, 1 when the answer is "no", 2 when no output can be made. */
class CommandEnd extends Error {
  constructor(
    readonly code: 0 | 1 | 2,
    readonly lines: readonly string[]
  ) {
    super(lines.join('\n'));
  }
}

/** Ends the command: 1 when the answer is "no", 2 when no output can be made. One line per cause. */
export function fail(code: 1 | 2, lines: string | readonly string[]): never {
  throw new CommandEnd(code, typeof lines === 'string' ? [lines] : lines);
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

/** Writes why a command stopped. @returns the code that it ends with */
function told(error: unknown): 0 | 1 | 2 {
  if (error instanceof CommandEnd) {
    for (const line of error.lines) progress(line);
    return error.code;
  }
  const lines =
    error instanceof UnusableInput
      ? (error.findings.length > 0 ? error.findings : [error.finding]).map(findingSentence)
      : unforeseenLines(error);
  for (const line of lines) progress(line);
  return 2;
}

/**
 * Runs a command in this process.
 *
 * @returns the code that it ends with
 */
export async function runCommand(command: Command, args: readonly string[], to = TERMINAL): Promise<number> {
  const before = output;
  output = to;
  try {
    await command(args);
    return 0;
  } catch (error) {
    return told(error);
  } finally {
    output = before;
  }
}

/** Last line of a script: runs its command when the script is what was started, not when a test imports it. */
export async function start(script: string, command: Command): Promise<void> {
  const entry = process.argv[1];
  if (entry === undefined || realpathSync(entry) !== fileURLToPath(script)) return;
  guard();
  const code = await runCommand(command, process.argv.slice(2));
  if (code !== 0) leave(code);
}

/** Ends the process once what was written has left it: a pipe takes 64 kB at a time, the rest would be lost. */
function leave(code: number): void {
  const streams = [process.stdout, process.stderr];
  let left = streams.length;
  for (const stream of streams) stream.write('', () => --left === 0 && process.exit(code));
}

let isGuarded = false;
/** What is thrown outside of any call ends the process by the same codes. */
function guard(): void {
  if (isGuarded) return;
  isGuarded = true;
  process.on('uncaughtException', (error) => process.exit(told(error)));
}

/**
 * Reads the command line. `--help` prints `usage` and ends with 0; an unknown option or a missing value ends with 2.
 * Both `--name value` and `--name=value` are read.
 */
export function readArguments<const T extends Options>(
  usage: string,
  options: T,
  args: readonly string[] = commandLine()
) {
  const config = {
    options: { ...options, help: { type: 'boolean' } },
    allowPositionals: true,
    args: [...args]
  } as const;
  let parsed;
  try {
    parsed = parseArgs(config);
  } catch (cause) {
    fail(2, [`Argument refusé : ${cause instanceof Error ? cause.message : String(cause)}`, usage]);
  }
  if ((parsed.values as { help?: boolean }).help) {
    print(usage);
    throw new CommandEnd(0, []);
  }
  return parsed;
}

/** The arguments of a script that is no command: it runs from its first line on. */
function commandLine(): string[] {
  guard();
  return process.argv.slice(2);
}

/** The only file that a command takes; ends with 2 when there is none, or more than one. */
export function onlyFile(positionals: readonly string[], expected: string, usage: string): string {
  const [path, tooMany] = positionals;
  if (path === undefined) fail(2, [expected, usage]);
  if (tooMany !== undefined) fail(2, [`Argument de trop : « ${tooMany} »`, usage]);
  return path;
}

/** The bytes of a file. @throws UnusableInput `unreadable-file` */
export function fileBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UnusableInput(
      { code: 'unreadable-file', severity: 'dropped', file: basename(path) },
      { cause }
    );
  }
}

/** What a JSON file holds, a byte order mark or not. @throws UnusableInput `unreadable-file`, `malformed-json` */
export function jsonFile(path: string): { document: unknown; bytes: Uint8Array } {
  const bytes = fileBytes(path);
  try {
    return { document: JSON.parse(new TextDecoder().decode(bytes)) as unknown, bytes };
  } catch (cause) {
    throw new UnusableInput({ code: 'malformed-json', severity: 'dropped', file: basename(path) }, { cause });
  }
}

/** The time of a search, in seconds, up to a day; ends with 2 otherwise. */
export function searchSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 86_400) return seconds;
  fail(2, `--seconds : attendu un nombre de secondes, au plus 86 400, trouvé « ${text} »`);
}

/** The same for a whole number that must lie in a range; ends with 2 otherwise. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  fail(2, `--${name} : attendu un entier de ${least} à ${most}, trouvé « ${text} »`);
}
