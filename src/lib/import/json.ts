// JSON files, with the two ways they fail told apart: cut short, or badly written.
import { UnusableInput, type Finding } from '../model/findings.ts';
import { decodeText } from './text.ts';
import type { SourceFile } from './source-file.ts';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Parses a JSON file.
 * @throws UnusableInput `truncated-json` when the text stops before its last bracket, `malformed-json` otherwise; `row` is the line
 */
export function parseJson(source: SourceFile): { root: unknown; findings: Finding[] } {
  const { text, findings } = decodeText(source);
  try {
    return { root: JSON.parse(text), findings };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const cut = /^\s*[[{]/.test(text) && !/[\]}]\s*$/.test(text);
    const at = Number(/position (\d+)/.exec(cause.message)?.[1] ?? text.length);
    const truncated = cut || /^\s*$/.test(text.slice(at));
    throw new UnusableInput(
      {
        code: truncated ? 'truncated-json' : 'malformed-json',
        severity: 'dropped',
        file: source.name,
        row: text.slice(0, at).split('\n').length
      },
      { cause }
    );
  }
}
