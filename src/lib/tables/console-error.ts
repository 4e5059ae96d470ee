// Errors of a reader's query: a stable code that the page translates, with the engine's own message.

export type ConsoleFault =
  | 'empty'
  | 'several'
  | 'read-only'
  | 'syntax'
  | 'no-table'
  | 'no-column'
  | 'no-function'
  | 'grouping'
  | 'type'
  | 'file'
  | 'time'
  | 'stopped'
  | 'memory'
  | 'lost'
  | 'other';

export class ConsoleError extends Error {
  readonly fault: ConsoleFault;
  /** Message of the engine, in English; empty when it was not called. */
  readonly engine: string;
  /** Names that the engine suggests instead of an unknown one. */
  readonly suggestions: readonly string[];

  constructor(
    fault: ConsoleFault,
    engine: string,
    { cause, suggestions = [] }: { cause?: unknown; suggestions?: readonly string[] } = {}
  ) {
    super(engine || fault, { cause });
    this.name = 'ConsoleError';
    this.fault = fault;
    this.engine = engine;
    this.suggestions = suggestions;
  }
}

/** First words of statements that write, or that the console does not support. */
const CHANGES =
  /^\s*(?:--[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*)*(insert|update|delete|drop|create|alter|copy|attach|detach|load|install|set|reset|pragma|truncate|merge|export|import|call|begin|commit|rollback|use|vacuum|checkpoint|grant|execute|prepare|deallocate)\b/i;

const PATTERNS: readonly [RegExp, ConsoleFault][] = [
  [/engine-closed|engine-unreachable|engine-failed/, 'lost'],
  [/out of memory|could not allocate|memory\.grow/i, 'memory'],
  [/multiple statements/i, 'several'],
  [/Permission Error|file system operations are disabled|has been locked|disabled by configuration/i, 'file'],
  [/Table with name .* does not exist/i, 'no-table'],
  [/Referenced (column|table) .* not found|does not have a column|column .* not found/i, 'no-column'],
  [/(Scalar|Aggregate|Table)? ?Function with name .* does not exist|extension/i, 'no-function'],
  [/must appear in the GROUP BY|cannot contain aggregates/i, 'grouping'],
  [/Parser Error/i, 'syntax'],
  [/Conversion Error|No function matches|Cannot (compare|mix)|Could not convert|Mismatch Type/i, 'type']
];

/** Names suggested in the engine's message: « Candidate bindings: "uai" », « Did you mean "schools"? ». */
function suggestionsIn(message: string): string[] {
  const offer =
    /(?:Did you mean|Candidate (?:bindings|functions|tables)):? ?([^\n]*)/i.exec(message)?.[1] ?? '';
  return [...offer.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name).slice(0, 3);
}

/** The engine's message without the wrapping that the console adds to the query. */
const unframed = (message: string): string =>
  message
    .replace(/\n+LINE \d+:[\s\S]*$/, '')
    .replace(/^Error: /, '')
    .trim();

export function consoleErrorOf(cause: unknown, query: string): ConsoleError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const known = PATTERNS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
  const changes = CHANGES.test(query) && (known === 'syntax' || known === 'other');
  const fault = changes ? 'read-only' : known;
  return new ConsoleError(fault, unframed(message), { cause, suggestions: suggestionsIn(message) });
}
