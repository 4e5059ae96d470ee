// A Word file of anybody, opened with care: its parts as they are, or why it is refused. Sizes are read before anything is inflated.
import { unzipSync } from 'fflate';
import { UnusableInput } from '../../model/findings.ts';

/** Path in the file -> content. */
export type DocxParts = Readonly<Record<string, Uint8Array>>;

export const MOST_FILE_BYTES = 20_000_000;
const MOST_PARTS = 2000;
const MOST_BYTES = 100_000_000;
const MOST_TEXT_BYTES = 30_000_000;
/** Deflate makes at most about a thousand bytes of one; a text of Word ten or twenty. */
const MOST_RATIO = 200;
const LEAST_SUSPECT = 1_000_000;

const CONTENT_TYPES = '[Content_Types].xml';
const DOCUMENT = 'word/document.xml';
const isXml = (path: string): boolean => /\.(?:xml|rels)$/i.test(path);
const isRelations = (path: string): boolean => /\.rels$/i.test(path);
const MACROS = /vbaProject|vbaData|\.bas$/i;
const EMBEDDED = /(?:^|\/)(?:embeddings|activeX|ctrlProps)\//i;
/** Fields of Word that fetch something or run a program. */
const FETCHING = /\b(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|DDEAUTO|DDE|LINK|IMPORT|DATABASE|MACROBUTTON|RD)\b/;

const refuse = (code: string, file: string, found?: string): never => {
  const shown = found === undefined ? {} : { found: found.slice(0, 120) };
  throw new UnusableInput({ code, severity: 'dropped', file, ...shown });
};

/**
 * The parts of a .docx without macro, link to the outside, template elsewhere or object.
 *
 * @param name of the file, quoted in findings
 * @throws UnusableInput with what is in it, and is refused
 */
export function docxParts(name: string, bytes: Uint8Array): DocxParts {
  if (/\.(?:docm|dotm)$/i.test(name)) refuse('word-macros', name);
  if (bytes.length > MOST_FILE_BYTES) refuse('word-too-large', name);
  const parts = inflated(name, bytes);
  const paths = Object.keys(parts);
  if (!parts[CONTENT_TYPES] || !parts[DOCUMENT]) refuse('word-not-docx', name);
  const macros = paths.find((path) => MACROS.test(path));
  if (macros) refuse('word-macros', name, macros);
  const embedded = paths.find((path) => EMBEDDED.test(path));
  if (embedded) refuse('word-objects', name, embedded);
  for (const path of paths) if (isXml(path)) checkXml(name, path, textOf(name, path, parts[path]!));
  return parts;
}

/** Every part, once the sizes that the file states are within bounds: a part that is longer than it says is cut there. */
function inflated(name: string, bytes: Uint8Array): DocxParts {
  const seen = new Set<string>();
  let [count, total] = [0, 0];
  const check = (entry: { name: string; size: number; originalSize: number }): boolean => {
    count += 1;
    total += entry.originalSize;
    if (count > MOST_PARTS) refuse('word-too-many-parts', name);
    const isBomb = entry.originalSize > LEAST_SUSPECT && entry.originalSize > MOST_RATIO * entry.size;
    const isLong = isXml(entry.name) && entry.originalSize > MOST_TEXT_BYTES;
    if (total > MOST_BYTES || isBomb || isLong) refuse('word-too-large', name, entry.name);
    // A path twice: a reader may open the one or the other.
    if (seen.has(entry.name)) refuse('word-not-docx', name, entry.name);
    seen.add(entry.name);
    return false;
  };
  try {
    unzipSync(bytes, { filter: check });
    return unzipSync(bytes, { filter: (entry) => !entry.name.endsWith('/') });
  } catch (cause) {
    if (cause instanceof UnusableInput) throw cause;
    return refuse('word-not-docx', name);
  }
}

/** Word writes UTF-8; another encoding would hide its marks from the checks. */
function textOf(name: string, path: string, content: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    const encoding = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)/i.exec(text)?.[1] ?? 'utf-8';
    if (encoding.toLowerCase() === 'utf-8' && !text.includes('\0')) return text;
  } catch {
    // Not UTF-8.
  }
  return refuse('word-encoding', name, path);
}

function checkXml(name: string, path: string, text: string): void {
  if (!text.trimEnd().endsWith('>')) refuse('word-not-docx', name, path);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) refuse('word-entities', name, path);
  if (path === CONTENT_TYPES && /macroEnabled|vbaProject/i.test(text)) refuse('word-macros', name);
  if (isRelations(path)) checkRelations(name, text);
  if (/<(?:\w+:)?altChunk\b/i.test(text)) refuse('word-chunk', name, path);
  if (/<(?:\w+:)?(?:OLEObject|control)\b/i.test(text)) refuse('word-objects', name, path);
  const instructions = [
    [...text.matchAll(/<(?:\w+:)?instrText\b[^>]*>([^<]*)</g)].map(([, words]) => words).join(''),
    ...[...text.matchAll(/\b(?:\w+:)?instr\s*=\s*"([^"]*)"/g)].map(([, words]) => words!)
  ];
  const fetching = instructions.map((words) => FETCHING.exec(words)?.[0]).find((word) => word !== undefined);
  if (fetching) refuse('word-fetches', name, fetching);
}

const attribute = (element: string, key: string): string =>
  new RegExp(`\\b${key}\\s*=\\s*["']([^"']*)["']`, 'i').exec(element)?.[1] ?? '';

function checkRelations(name: string, text: string): void {
  for (const [element] of text.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const [type, target] = [attribute(element, 'Type'), attribute(element, 'Target')];
    if (/attachedTemplate$/i.test(type)) refuse('word-template', name, target);
    if (/aFChunk$/i.test(type)) refuse('word-chunk', name, target);
    if (/(?:oleObject|package|control|vbaProject)$/i.test(type)) refuse('word-objects', name, target);
    const isOutside =
      attribute(element, 'TargetMode').toLowerCase() === 'external' || /^(?:\w+:|\\\\|\/\/)/.test(target);
    if (isOutside) refuse('word-links', name, target);
  }
}
