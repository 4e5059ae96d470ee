// Bytes to text: official files come in UTF-8, with or without a mark, and still in Latin-1.
import { UnusableInput, type Finding } from '../model/findings.ts';
import type { SourceFile } from './source-file.ts';

export interface DecodedText {
  text: string;
  findings: Finding[];
}

const UTF16 = [
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] }
];

/**
 * Decodes a text file. A byte order mark is taken off; what is not UTF-8 is read as Windows-1252 (a superset of Latin-1)
 * and said so by a note; a UTF-8 file cut in the middle of a letter is said to be cut.
 * @throws UnusableInput `empty-file`, or `not-text` when the file holds NUL bytes (a spreadsheet, an archive)
 */
export function decodeText({ name: file, bytes }: SourceFile): DecodedText {
  const findings: Finding[] = [];
  const utf16 = UTF16.find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1]);
  if (!utf16 && bytes.includes(0)) {
    throw new UnusableInput({ code: 'not-text', severity: 'dropped', file });
  }
  const text = utf16 ? new TextDecoder(utf16.label).decode(bytes) : decodeBytes(bytes, file, findings);
  if (text.trim() === '') throw new UnusableInput({ code: 'empty-file', severity: 'dropped', file });
  return { text, findings };
}

function decodeBytes(bytes: Uint8Array, file: string, findings: Finding[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    findings.push({ code: 'latin1-text', severity: 'note', file });
    return new TextDecoder('windows-1252').decode(bytes);
  }
  try {
    decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    findings.push({ code: 'truncated-text', severity: 'doubtful', file });
  }
  return text;
}
