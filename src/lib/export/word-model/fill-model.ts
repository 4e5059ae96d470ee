// Fills the fields of a Word file of one's own: « {{enfants.total}} », « {{#communes}}…{{/communes}} », in the text, headers, footers and tables. Styles stay.
import Docxtemplater from 'docxtemplater';
import { zipSync } from 'fflate';
import { editDistance } from '../../algorithms/edit-distance.ts';
import { UnusableInput } from '../../model/findings.ts';
import { docxParts, type DocxParts } from './docx-parts.ts';

/** What fields say: texts by name, and lists of which each line has texts of its own. */
export interface WordFields {
  values: Readonly<Record<string, string>>;
  lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

export interface UnknownField {
  name: string;
  /** The known one that looks most like it; null when none does. */
  nearest: string | null;
}

export interface FilledModel {
  bytes: Uint8Array;
  /** Fields filled, each once. */
  filled: readonly string[];
  /** Left as they are in the file. */
  unknown: readonly UnknownField[];
}

/** Field of a line that names it. */
const LINE_NAME = 'nom';
const MOST_FIELDS = 20_000;
/** Lists in a list: each line of the one repeats the other. */
const DEEPEST = 2;

/**
 * @param name of the file, quoted in findings
 * @throws UnusableInput when the file is refused, or its fields do not close
 */
export function fillModel(name: string, bytes: Uint8Array, fields: WordFields): FilledModel {
  const parts = docxParts(name, bytes);
  checkFields(name, parts);
  const reading = new Reading(fields);
  const archive = new Archive(parts);
  try {
    const document = new Docxtemplater(archive, {
      delimiters: { start: '{{', end: '}}' },
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      fileTypeConfig: plainText(),
      parser: (tag: string, { tag: part }: { tag: { module?: string } }) => ({
        get: (scope: unknown) => reading.valueOf(scope, tag.trim(), part.module === 'loop')
      }),
      nullGetter: (part: { value?: string; module?: string }) =>
        part.module === undefined ? `{{${part.value ?? ''}}}` : []
    } as object);
    document.render({});
  } catch (cause) {
    throw refusalOf(name, cause);
  }
  const known = [...Object.keys(fields.values), ...Object.keys(fields.lists)];
  return {
    bytes: archive.bytes(),
    filled: [...reading.filled],
    unknown: [...reading.unknown].map((field) => ({ name: field, nearest: nearestOf(field, known) }))
  };
}

/** What the fields of one file ask for, and are given. */
class Reading {
  readonly filled = new Set<string>();
  readonly unknown = new Set<string>();
  readonly #fields: WordFields;

  constructor(fields: WordFields) {
    this.#fields = fields;
  }

  /** A field of the line of a list first, then of the report. Only what is listed is read: no name reaches the language itself. */
  valueOf(scope: unknown, name: string, isLoop: boolean): unknown {
    const { values, lists } = this.#fields;
    const line = (scope ?? {}) as Readonly<Record<string, string>>;
    const field = name === '.' ? LINE_NAME : name;
    if (!isLoop && Object.hasOwn(line, field)) return line[field];
    if (Object.hasOwn(lists, field)) {
      this.filled.add(field);
      const list = lists[field]!;
      return isLoop ? list : list.map((one) => one[LINE_NAME] ?? '').join(', ');
    }
    if (Object.hasOwn(values, field)) {
      this.filled.add(field);
      // A section of one value is shown where there is one.
      return isLoop ? (values[field] === '' ? [] : [{}]) : values[field];
    }
    this.unknown.add(field);
    return undefined;
  }
}

/** Modules of a Word file without the one that takes a value for marks of its own: a value is text. */
function plainText(): object {
  const types = (Docxtemplater as unknown as { FileTypeConfig: { docx: () => { baseModules: unknown[] } } })
    .FileTypeConfig;
  const config = types.docx();
  return {
    ...config,
    baseModules: config.baseModules.filter(
      (make) => (make as () => { name: string })().name !== 'RawXmlModule'
    )
  };
}

function checkFields(name: string, parts: DocxParts): void {
  const decoder = new TextDecoder();
  let count = 0;
  for (const [path, content] of Object.entries(parts)) {
    if (!/^word\/[^/]+\.xml$/.test(path)) continue;
    const runs = decoder.decode(content).matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g);
    let depth = 0;
    const text = [...runs].map(([, words]) => words).join('');
    for (const [, mark] of text.matchAll(/\{\{\s*([#^/]?)/g)) {
      count += 1;
      if (mark === '#' || mark === '^') depth += 1;
      if (mark === '/') depth -= 1;
      if (count > MOST_FIELDS)
        throw new UnusableInput({ code: 'word-too-many-fields', severity: 'dropped', file: name });
      if (depth > DEEPEST)
        throw new UnusableInput({ code: 'word-too-deep', severity: 'dropped', file: name });
    }
  }
}

interface TemplateError {
  properties?: { id?: string; xtag?: string; errors?: TemplateError[] };
}

/** What the reader can correct, named by the field; anything else is a fault of ours. */
function refusalOf(name: string, cause: unknown): unknown {
  const { properties } = cause as TemplateError;
  if (!properties) return cause;
  const first = properties.errors?.[0]?.properties ?? properties;
  if (/xml/.test(first.id ?? ''))
    return new UnusableInput({ code: 'word-not-docx', severity: 'dropped', file: name }, { cause });
  const found = first.xtag === undefined ? {} : { found: first.xtag.slice(0, 60) };
  return new UnusableInput({ code: 'word-fields', severity: 'dropped', file: name, ...found }, { cause });
}

function nearestOf(field: string, known: readonly string[]): string | null {
  const near = known
    .map((name) => ({ name, far: editDistance(field.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0];
  return near && near.far <= Math.max(2, field.length / 3) ? near.name : null;
}

interface ArchiveFile {
  name: string;
  asText: () => string;
  asUint8Array: () => Uint8Array;
}

/** The parts as the library reads and writes them. */
class Archive {
  readonly files: Record<string, ArchiveFile> = {};
  readonly #contents = new Map<string, Uint8Array>();

  constructor(parts: DocxParts) {
    for (const [path, content] of Object.entries(parts)) this.#put(path, content);
  }

  file(path: string | RegExp, content?: string | Uint8Array): unknown {
    if (path instanceof RegExp) return Object.values(this.files).filter(({ name }) => path.test(name));
    if (content === undefined) return this.files[path] ?? null;
    this.#put(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    return this;
  }

  remove(path: string): this {
    delete this.files[path];
    this.#contents.delete(path);
    return this;
  }

  /** Without the times of a machine: the same model and values give the same bytes. */
  bytes(): Uint8Array {
    return zipSync(Object.fromEntries(this.#contents), { mtime: '1980-01-01T12:00:00' });
  }

  #put(path: string, content: Uint8Array): void {
    this.#contents.set(path, content);
    this.files[path] = {
      name: path,
      asText: () => new TextDecoder().decode(content),
      asUint8Array: () => content
    };
  }
}
