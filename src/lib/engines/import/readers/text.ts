// Bytes to text: official files are in UTF-8, with or without a byte order mark, or in Windows-1252; old ones in Mac OS Roman or CP850.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { SourceFile } from '../../../model/source-files.ts';

export interface DecodedText {
  text: string;
  findings: Finding[];
}

const UTF16 = [
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] }
];

/** Bytes of French accented letters in Mac OS Roman, and in Windows-1252. */
const MAC_LETTERS = new Set([0x83, 0x88, 0x89, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x94, 0x95, 0x99, 0x9d, 0x9e]);
const LATIN_LETTERS = new Set([
  0xc0, 0xc7, 0xc8, 0xc9, 0xca, 0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef, 0xf4, 0xf9, 0xfb
]);

/** The same in the code page of DOS, CP850. */
const DOS_LETTERS = new Set([0x82, 0x83, 0x85, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x90, 0x93, 0x96, 0x97]);
/** é and è of CP850: nearly all of its accents in French, and rare signs elsewhere. */
const DOS_E = [0x82, 0x8a];

/** In which encoding text that is not UTF-8 has most accented letters. */
function oneByteEncoding(bytes: Uint8Array): 'mac' | 'dos' | 'latin' {
  let [mac, dos, latin, dosE] = [0, 0, 0, 0];
  for (const byte of bytes) {
    if (MAC_LETTERS.has(byte)) mac += 1;
    if (DOS_LETTERS.has(byte)) dos += 1;
    if (LATIN_LETTERS.has(byte)) latin += 1;
    if (DOS_E.includes(byte)) dosE += 1;
  }
  if (dosE > 0 && dos > mac && dos > latin) return 'dos';
  return mac > latin ? 'mac' : 'latin';
}

/** Letters of CP850 from 0x80 on. */
const DOS_TABLE =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

function decodeDos(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : DOS_TABLE[byte - 0x80]!;
  return text;
}

/** UTF-16 without its mark: one byte in two of Western text is null. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4 || sample.length % 2 === 1) return null;
  const nulls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nulls[at % 2]! += 1;
  });
  const [even = 0, odd = 0] = nulls;
  const most = sample.length * 0.4;
  return even > most && odd === 0 ? 'utf-16be' : odd > most && even === 0 ? 'utf-16le' : null;
}

/** Letters of Windows-1252 from 0x80 to 0x9f: some releases of Node decode these bytes as control characters. */
const WINDOWS_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const latin1 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_LETTERS[letter.charCodeAt(0) - 0x80]!);
/** An accented letter in UTF-8 as it reads in Windows-1252. */
const ACCENTS_OF_BOTH = /[ÂÃÅ][\u0080-\u00bf\u0152-\u2122]/;
const LINE_FEED = 10;

/**
 * Decodes a text file and removes its byte order mark. With a finding each: text that is not UTF-8 is read as Windows-1252 (a superset of
 * Latin-1); a file with lines of both, joined from two sources, is read line by line; a UTF-8 file may end inside a character.
 * @throws UnusableInput `empty-file`, or `not-text` when the file holds NUL bytes (a spreadsheet, an archive)
 */
export function decodeText({ name: file, bytes }: SourceFile): DecodedText {
  const findings: Finding[] = [];
  const utf16 = UTF16.find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1]);
  const unmarked = utf16 ? null : bytes.includes(0) ? unmarkedUtf16(bytes) : null;
  if (unmarked) findings.push({ code: 'unmarked-utf16', severity: 'note', file });
  if (!utf16 && !unmarked && bytes.includes(0)) {
    throw new UnusableInput({ code: 'not-text', severity: 'dropped', file });
  }
  const label = utf16?.label ?? unmarked;
  const text = label ? new TextDecoder(label).decode(bytes) : decodeBytes(bytes, file, findings);
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
    if (ACCENTS_OF_BOTH.test(latin1(bytes))) {
      const mixed = decodeLines(bytes, file);
      findings.push(...mixed.findings);
      return mixed.text;
    }
    const encoding = oneByteEncoding(bytes);
    if (encoding === 'mac') {
      findings.push({ code: 'mac-text', severity: 'note', file });
      return new TextDecoder('macintosh').decode(bytes);
    }
    if (encoding === 'dos') {
      findings.push({ code: 'dos-text', severity: 'note', file });
      return decodeDos(bytes);
    }
    findings.push({ code: 'latin1-text', severity: 'note', file });
    return latin1(bytes);
  }
  try {
    decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    findings.push({ code: 'truncated-text', severity: 'doubtful', file });
  }
  return text;
}

/** Decodes each line in its own encoding; the finding gives the first that is not UTF-8. */
function decodeLines(bytes: Uint8Array, file: string): DecodedText {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const lines: string[] = [];
  const foreign: number[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, from) + 1 || bytes.length;
    const line = bytes.subarray(from, end);
    try {
      lines.push(utf8.decode(line));
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      foreign.push(lines.push(latin1(line)));
    }
    from = end;
  }
  const [row] = foreign;
  const found = String(foreign.length);
  return {
    text: lines.join(''),
    findings: [{ code: 'mixed-encodings', severity: 'doubtful', file, ...(row && { row }), found }]
  };
}
