// What the documents tell to open or to run is there: links, titles, paths, commands and their options.
import { readdirSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/lib/engines/import/format-list.ts';
import { formatName } from '../../../src/lib/i18n/format-names.ts';
import { foldHeader } from '../../../src/lib/model/names.ts';

const GENERATED =
  /^(?:node_modules|build|\.svelte-kit|\.cache|\w+\.inlang|static|test-results|playwright-report)$/;
const documentsOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || GENERATED.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? documentsOf(path) : path.endsWith('.md') ? [path] : [];
  });

const DOCUMENTS = new Map(documentsOf('.').map((path) => [path, readFileSync(path, 'utf8')]));
const LINK = /(?:\]\(|src(?:set)?=")([^)\s"]+)[)"]/g;
const PATH = /`((?:src|scripts|tests|docs|data|bench|messages|geo)\/[\w./-]+)`/g;
/** Words in capitals stand for a name to choose. */
const CHOSEN = /\b[A-Z]{3,}\b/;

/** The address of a title, as hosts of repositories write it. */
const slug = (title: string) =>
  title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
const titles = (text: string) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => slug(title));

/** What a link lacks; null when it leads somewhere. */
function lack(from: string, link: string): string | null {
  if (/^(?:https:|mailto:)/.test(link)) return null;
  const [path = '', title] = link.split('#');
  const target = path ? join(dirname(from), path) : from;
  if (!existsSync(target)) return `${from}: ${link}`;
  if (title === undefined) return null;
  return titles(readFileSync(target, 'utf8')).includes(decodeURIComponent(title)) ? null : `${from}: ${link}`;
}

const SCRIPTS = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
  .scripts;
/** `npm run NAME -- --option…`, in a line of code or in a sentence. */
const COMMAND = /npm run (?:--silent )?([\w:-]+)([^`\n]*)/g;
const OPTION = /(?<=\s|\[)--([a-z][\w-]*)/g;

/** The text of a command: its script, and the folder of the same name. */
function textOf(name: string): string {
  const file = /(?:scripts|bench)\/(?!site\/messages)[\w/-]+\.(?:ts|mjs)/.exec(SCRIPTS[name] ?? '')?.[0];
  if (file === undefined) return '';
  const folder = file === 'bench/bench.ts' ? 'bench' : file.replace(/\.\w+$/, '');
  const beside =
    existsSync(folder) && statSync(folder).isDirectory()
      ? readdirSync(folder).filter((each) => /\.(?:ts|mjs)$/.test(each))
      : [];
  return [file, ...beside.map((each) => join(folder, each))]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** Rows of the table of a service's lists: label, columns that a list needs, others that it may have. */
const listRows = () =>
  [
    ...DOCUMENTS.get('docs/installer.md')!.matchAll(
      /^\| ([^|]+) \|[^|\n]*\|([^|\n]*)\|([^|\n]*)\|[^|\n]*\|$/gm
    )
  ]
    .map(([, label = '', ...cells]) => ({
      label,
      columns: cells.map((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
    }))
    .filter(({ columns }) => columns.flat().length > 0);
const OWN = FORMATS.filter(({ origin }) => origin !== 'official').map((one) => ({
  ...one,
  name: formatName(one.id)
}));

describe('the documents', () => {
  it('tell a service the columns that each of its lists needs, and others that are read', () => {
    const rows = listRows().map(({ label, columns: [needed = [], others = []] }) => {
      const { id, importer } = (OWN.find(({ name }) => name.startsWith(label)) ??
        OWN.find(({ name }) => name.includes(label)))!;
      const keyOf = (header: string) =>
        Object.keys(importer.columns).find((key) =>
          importer.columns[key]!.some((one) => foldHeader(one) === foldHeader(header))
        );
      const keys = [...new Set([...importer.required, ...(importer.either ?? []).flat()])];
      return {
        id,
        needed: needed.map(keyOf).sort(),
        keys: keys.sort(),
        unread: others.filter((one) => !keyOf(one))
      };
    });
    expect(rows.map(({ id }) => id).sort()).toEqual(
      OWN.flatMap(({ id }) => (id === 'cases' ? [] : [id])).sort()
    );
    for (const { id, needed, keys, unread } of rows) {
      expect(needed, id).toEqual(keys);
      expect(unread, id).toEqual([]);
    }
  });

  it('link to files and titles that are there', () => {
    const lacks = [...DOCUMENTS].flatMap(([from, text]) =>
      [...text.matchAll(LINK)].map(([, link = '']) => lack(from, link))
    );
    expect(lacks.length).toBeGreaterThan(100);
    expect(lacks.filter((each) => each !== null)).toEqual([]);
  });

  it('name paths that are there', () => {
    const paths = [...DOCUMENTS]
      .filter(([from]) => from !== 'CHANGELOG.md' && !from.includes('decisions/'))
      .flatMap(([from, text]) => [...text.matchAll(PATH)].map(([, path = '']) => ({ from, path })));
    expect(paths.filter(({ path }) => !CHOSEN.test(path) && !existsSync(path))).toEqual([]);
  });

  it('tell commands that exist, with options that they know', () => {
    const commands = [...DOCUMENTS]
      .filter(([from]) => from !== 'CHANGELOG.md')
      .flatMap(([from, text]) =>
        [...text.matchAll(COMMAND)].map(([line, name = '', rest = '']) => ({ from, line, name, rest }))
      );
    expect(commands.length).toBeGreaterThan(80);
    expect(commands.filter(({ name }) => !(name in SCRIPTS))).toEqual([]);
    const unknown = commands.flatMap(({ from, line, name, rest }) =>
      [...rest.matchAll(OPTION)]
        .filter(([, option = '']) => option !== 'help' && !textOf(name).includes(option))
        .map(([option]) => ({ from, line, option }))
    );
    expect(unknown).toEqual([]);
  });
});
