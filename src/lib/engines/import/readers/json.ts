// JSON files; truncated and malformed ones are distinguished.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { decodeText } from './text.ts';
import type { SourceFile } from '../../../model/source-files.ts';

/**
 * Parses a JSON file.
 * @throws UnusableInput `truncated-json` when the text ends before its last bracket, `malformed-json` otherwise, with the line in `row`
 *   where the JavaScript engine gives it
 */
export function parseJson(source: SourceFile): { root: unknown; findings: Finding[] } {
  const { text, findings } = decodeText(source);
  try {
    return { root: JSON.parse(text), findings };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const position = /position (\d+)/.exec(cause.message)?.[1];
    const read = position === undefined ? null : text.slice(0, Number(position));
    const unclosed = !/[\]}]\s*$/.test(text) || read?.trimEnd() === text.trimEnd();
    const truncated = unclosed || /end of JSON|unterminated/i.test(cause.message);
    const place = read === null ? {} : { row: read.split('\n').length };
    const code = truncated ? 'truncated-json' : 'malformed-json';
    throw new UnusableInput({ code, severity: 'dropped', file: source.name, ...place }, { cause });
  }
}
